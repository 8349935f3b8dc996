// A widget that is given its document by the test.
import { stage } from './stage.js';

/**
 * Opens the bare page with a widget that has read `document` to its end.
 * @param {import('@playwright/test').Page} page @param {string | object} document text, or what is written as JSON
 */
export async function stageDocument(page, document) {
  await stage(page, {});
  await page.evaluate(
    (text) =>
      /** @type {any} */ (globalThis.document.querySelector('lamplit-reader')).load(new TextEncoder().encode(text)),
    typeof document === 'string' ? document : JSON.stringify(document),
  );
}
