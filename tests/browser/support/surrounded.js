// A widget with a page around it, ready to be read.
import { lamplit } from './lamplit.js';
import { around, listen } from './stage.js';

/** @param {import('@playwright/test').Page} page */
export async function open(page) {
  const modes = await listen(page);
  await page.goto(around);
  const widget = lamplit(page);
  await widget.reaches('ready');
  return { ...widget, read: widget.part('read'), modes: async () => (await modes('mode')).map(({ mode }) => mode) };
}
