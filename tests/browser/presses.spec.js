// Presses on cards that go wrong, come twice, or lead to a page alone.
import { expect, lamplit, test } from './support/fixtures.js';
import { listen, stage } from './support/stage.js';

const article = {
  version: 'lamplit/1',
  title: 'The first',
  lang: 'en',
  blocks: ['One line.'],
  related: [
    { title: 'Gone', src: '/__fault/404' },
    { title: 'Slow', src: '/__fault/slow?src=/articles/zh-ferry.json&ms=200&chunk=4000' },
    { title: 'A page', url: '/tests/browser/pages/around.html' },
  ],
};

/** @param {import('@playwright/test').Page} page */
async function open(page) {
  const told = await listen(page);
  await stage(page, {});
  await page.evaluate((document_) => {
    /** @type {any} */ (document.querySelector('lamplit-reader')).article = document_;
  }, article);
  const widget = lamplit(page);
  await widget.reaches('ready');
  const card = (/** @type {string} */ name) => widget.part('card-link').filter({ hasText: name });
  return { ...widget, card, told };
}

test('a card that fails says so under the article that stays', async ({ page, problems }) => {
  problems.expect('404');
  const { card, part, title, told } = await open(page);
  await card('Gone').click();
  await expect(part('notice')).toBeVisible();
  await expect(part('notice')).toHaveText('The article could not be opened.');
  await expect(title).toHaveText('The first');
  expect((await told('error'))[0].code).toBe('http');
});

test('a double press opens once', async ({ page }) => {
  const { card, title, reaches } = await open(page);
  const before = await page.evaluate(() => history.length);
  await card('Slow').evaluate((link) => {
    for (let press = 0; press < 2; press++) /** @type {HTMLElement} */ (link).click();
  });
  await expect(title).toHaveText(/柳浦/);
  await reaches('ready');
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await expect(title).toHaveText('The first');
});

test('a card that is a page alone is told of, and can be kept from', async ({ page }) => {
  const { card, told } = await open(page);
  await page.evaluate(() => document.addEventListener('lamplit-navigate', (event) => event.preventDefault()));
  await card('A page').click();
  await card('Slow').click();
  const [first, second] = await told('navigate');
  expect(first).toMatchObject({ src: null, title: 'A page' });
  expect(first.url).toMatch(/around\.html$/);
  expect(second).toMatchObject({ url: null, title: 'Slow' });
  await expect(lamplit(page).title).toHaveText('The first');
});
