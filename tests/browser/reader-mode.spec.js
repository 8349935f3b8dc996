// Reader mode: in, out by every way, and the page around it left as it was.
import { expect, lamplit, test } from './support/fixtures.js';
import { bare, listen, long, mount } from './support/stage.js';
import { open } from './support/surrounded.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
const isReading = (page) =>
  page.evaluate(() => /** @type {any} */ (document.querySelector('lamplit-reader')).readerMode);

/** What has the focus, through shadow roots. @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('part') || element?.id || element?.localName;
  });

/** @type {[string, (page: Page, read: import('@playwright/test').Locator) => Promise<unknown>][]} */
const waysOut = [
  ['Esc', (page) => page.keyboard.press('Escape')],
  ['the button', (_page, read) => read.click()],
  ['the button and the keyboard', (_page, read) => read.press('Enter')],
  ['Back', (page) => page.goBack()],
  [
    'the property',
    (page) =>
      page.evaluate(() =>
        Object.assign(/** @type {any} */ (document.querySelector('lamplit-reader')), { readerMode: false }),
      ),
  ],
  [
    'the method',
    (page) => page.evaluate(() => /** @type {any} */ (document.querySelector('lamplit-reader')).exitReader()),
  ],
];

for (const [name, leave] of waysOut) {
  test(`closes by ${name}, and the focus returns`, async ({ page }) => {
    const { read, reader, modes } = await open(page);
    await read.click();
    await expect(reader).toBeVisible();
    expect(await isReading(page)).toBe(true);
    await leave(page, read);
    await expect(reader).toBeHidden();
    expect(await isReading(page)).toBe(false);
    expect(await focused(page)).toBe('read');
    expect(await modes()).toEqual(['reader', 'page']);
  });
}

for (const key of ['Enter', 'Space']) {
  test(`opens by ${key}`, async ({ page }) => {
    const { read, reader, modes } = await open(page);
    await read.focus();
    await page.keyboard.press(key);
    await expect(reader).toBeVisible();
    expect(await focused(page)).toBe('reader');
    expect(await modes()).toEqual(['reader']);
  });
}

test.describe('touch', () => {
  test.skip(({ browserName }) => browserName === 'firefox', 'Playwright has no touch for a Firefox driven over BiDi');
  test.use({ hasTouch: true });

  test('opens and closes by a tap', async ({ page }) => {
    const { read, reader } = await open(page);
    await read.tap();
    await expect(reader).toBeVisible();
    await read.tap();
    await expect(reader).toBeHidden();
  });
});

test('shows the whole article', async ({ page }) => {
  const { read, reader, body, expand } = await open(page);
  await expect(expand).toBeVisible();
  const text = await body.textContent();
  await read.click();
  await expect(reader.locator('[part~="body"]')).toHaveText(text ?? '');
  expect(await body.textContent()).toBe(text);
  await expect(expand).toBeHidden();
  await expect(body.locator('p').last()).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await body.textContent()).toBe(text);
});

test('Forward opens it again, and the state of a router is kept', async ({ page }) => {
  const { read, reader } = await open(page);
  await page.evaluate(() => history.replaceState({ router: { key: 'a', scroll: [0, 3] } }, ''));
  const router = () => page.evaluate(() => history.state.router);
  await read.click();
  await expect(reader).toBeVisible();
  expect(await router()).toEqual({ key: 'a', scroll: [0, 3] });
  await page.goBack();
  await expect(reader).toBeHidden();
  expect(await router()).toEqual({ key: 'a', scroll: [0, 3] });
  await page.goForward();
  await expect(reader).toBeVisible();
  await page.goBack();
  await expect(reader).toBeHidden();
});

test('the attribute opens it at once', async ({ page }) => {
  const modes = await listen(page);
  await page.goto(bare);
  await mount(page, { src: long, reader: '' }, 'Fallback');
  const { reader, reaches } = lamplit(page);
  await reaches('ready');
  await expect(reader).toBeVisible();
  expect(await modes('mode')).toEqual([{ mode: 'reader' }]);
  await page.keyboard.press('Escape');
  await expect(reader).toBeHidden();
  expect(new URL(page.url()).pathname).toBe(bare);
});
