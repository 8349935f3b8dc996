// The page around an open reader: covered, inert, and left as it was.
import { expect, test } from './support/fixtures.js';
import { open } from './support/surrounded.js';

/** @typedef {import('@playwright/test').Page} Page */

/** Where all that is not the widget's stands, and where the page is scrolled to. @param {Page} page */
const geometry = (page) =>
  page.evaluate(() => ({
    scroll: scrollY,
    height: document.documentElement.scrollHeight,
    boxes: [...document.querySelectorAll('body, header, #above, main, lamplit-reader, footer, #below')].map(
      (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height];
      },
    ),
  }));

/** A click that no driver scrolls the page for. @param {Element} element */
const press = (element) => /** @type {HTMLElement} */ (element).click();

/** What has the focus, through shadow roots. @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('part') || element?.id || element?.localName;
  });

test('covers the view in the top layer, and what is outside is inert', async ({ page }) => {
  const { read, reader } = await open(page);
  await read.click();
  expect(await reader.evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
  const box = await reader.evaluate((dialog) => dialog.getBoundingClientRect().toJSON());
  // Where the page has a scrollbar, its gutter stays empty, so that nothing moves.
  const view = await page.evaluate(() => [document.documentElement.clientWidth, innerHeight]);
  expect([box.x, box.y, box.width, box.height]).toEqual([0, 0, ...view]);
  const outside = await page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const corners = [
      [1, 1],
      [clientWidth - 2, 1],
      [1, innerHeight - 2],
      [clientWidth - 2, innerHeight - 2],
    ];
    const hit = corners.map(([x, y]) => document.elementFromPoint(Number(x), Number(y))?.localName);
    document.getElementById('below')?.focus();
    return { hit: [...new Set(hit)], active: document.activeElement?.localName };
  });
  expect(outside).toEqual({ hit: ['lamplit-reader'], active: 'lamplit-reader' });
  // Tab goes round in the reader, or out to the browser's own controls.
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab');
    expect(['above', 'below']).not.toContain(await focused(page));
  }
});

test('the page behind neither scrolls nor moves', async ({ page }) => {
  const { read, reader } = await open(page);
  await read.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 500));
  const before = await geometry(page);
  await read.evaluate(press);
  await expect(reader).toBeVisible();
  expect(await geometry(page)).toEqual(before);
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 900);
  await expect.poll(() => reader.evaluate((dialog) => dialog.scrollTop)).toBeGreaterThan(0);
  await reader.evaluate((dialog) => dialog.scrollTo(0, dialog.scrollHeight));
  await page.mouse.wheel(0, 2000);
  await page.keyboard.press('End');
  await reader.evaluate((dialog) => dialog.scrollTo(0, 0));
  await page.mouse.wheel(0, -2000);
  expect(await geometry(page)).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(reader).toBeHidden();
});

test('leaves the page as it was', async ({ page }) => {
  const { read, reader, expand } = await open(page);
  // The fold opens in reader mode and stays open, so the page is measured without it.
  await expand.click();
  await page.evaluate(() => scrollTo(0, 500));
  const before = await geometry(page);
  await read.evaluate(press);
  await page.keyboard.press('Escape');
  await expect(reader).toBeHidden();
  expect(await geometry(page)).toEqual(before);
});

test('going in and out ten times leaves nothing behind', async ({ page }) => {
  const { read, reader, modes } = await open(page);
  const traces = () =>
    page.evaluate(() => ({
      entries: history.length,
      sheets: document.adoptedStyleSheets.length,
      html: document.documentElement.getAttributeNames(),
      page: document.documentElement.outerHTML,
      root: document.querySelector('lamplit-reader')?.shadowRoot?.innerHTML,
    }));
  const once = async () => {
    await read.click();
    await expect(reader).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(reader).toBeHidden();
  };
  await once();
  const before = await traces();
  for (let time = 1; time < 10; time++) await once();
  expect(await traces()).toEqual(before);
  expect(await modes()).toHaveLength(20);
});
