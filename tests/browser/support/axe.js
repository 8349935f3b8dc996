// Accessibility violations as axe-core finds them, shadow roots included.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param {import('@playwright/test').Page} page
 * @param {{ include?: string, rules?: Record<string, { enabled: boolean }> }} [options] `include` is a selector
 * @returns {Promise<string[]>} one line per violation: an empty list is what a test asks for
 */
export async function axe(page, { include = 'html', rules = {} } = {}) {
  await page.evaluate(source);
  return page.evaluate(
    async ([selector, ruleSettings]) => {
      const { axe: checker } = /** @type {any} */ (globalThis);
      const { violations } = await checker.run(selector, { rules: ruleSettings, resultTypes: ['violations'] });
      return violations.flatMap((/** @type {any} */ { id, nodes }) =>
        nodes.map((/** @type {any} */ node) => `${id}: ${node.target.flat().join(' ')}: ${node.failureSummary}`),
      );
    },
    /** @type {const} */ ([include, rules]),
  );
}
