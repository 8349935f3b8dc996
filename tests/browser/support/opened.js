// The first preview page with its article on it, about to open a card.
import { expect } from '@playwright/test';
import { lamplit } from './lamplit.js';
import { listen } from './stage.js';
import { articleOf } from './words.js';

export const first = articleOf('zh-mentors').title;
export const second = articleOf('zh-bamboo').title;

/** @param {import('@playwright/test').Page} page @param {string} [path] */
export async function opened(page, path = '/index.html') {
  const told = await listen(page);
  await page.goto(path);
  const widget = lamplit(page);
  await widget.reaches('ready');
  await expect(widget.title).toHaveText(first);
  const card = widget.cards.first().getByRole('link');
  await card.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  return { ...widget, card, told, url: page.url() };
}

/** How far back the history goes, as the page sees it. @param {import('@playwright/test').Page} page */
export const entries = (page) => page.evaluate(() => history.length);
