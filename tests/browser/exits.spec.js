// Quick hands and strange hosts: ways out of reader mode that come twice, and pages that leak into it.
import { expect, lamplit, test } from './support/fixtures.js';
import { around, bare } from './support/stage.js';

/** @typedef {import('@playwright/test').Page} Page */

/** Opens the page with another one behind it, to which too many steps back would lead. @param {Page} page */
async function open(page) {
  await page.goto(bare);
  await page.goto(around);
  const widget = lamplit(page);
  await widget.reaches('ready');
  return { ...widget, read: widget.part('read') };
}

/** @param {Page} page @param {...string} calls methods of the widget, one after the other in one task */
const call = (page, ...calls) =>
  page.evaluate((names) => {
    const element = /** @type {any} */ (document.querySelector('lamplit-reader'));
    for (const name of names) element[name]();
  }, calls);

/** A whole way in and out shows that no step is still on its way. @param {Page} page @param {Awaited<ReturnType<typeof open>>} widget */
async function stillHere(page, { read, reader }) {
  await expect(reader).toBeHidden();
  await read.click();
  await expect(reader).toBeVisible();
  await page.goBack();
  await expect(reader).toBeHidden();
  expect(new URL(page.url()).pathname).toBe(around);
}

test('two closes in a row take one step back', async ({ page }) => {
  const widget = await open(page);
  await widget.read.click();
  await expect(widget.reader).toBeVisible();
  await call(page, 'exitReader', 'exitReader');
  await stillHere(page, widget);
});

test('two Escapes take one step back', async ({ page }) => {
  const widget = await open(page);
  await widget.read.click();
  await expect(widget.reader).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await stillHere(page, widget);
});

test('in and out many times in one task ends where the last call says', async ({ page }) => {
  const widget = await open(page);
  const times = Array.from({ length: 10 }, () => ['enterReader', 'exitReader']).flat();
  await call(page, ...times);
  await expect(widget.reader).toBeHidden();
  await call(page, 'enterReader', 'exitReader', 'enterReader');
  await expect(widget.reader).toBeVisible();
  await page.goBack();
  await stillHere(page, widget);
});

test('the focus goes back to the button of the page that opened it', async ({ page }) => {
  const { reader } = await open(page);
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'opener';
    button.textContent = 'Read';
    button.addEventListener('click', () => /** @type {any} */ (document.querySelector('lamplit-reader')).enterReader());
    document.querySelector('main')?.prepend(button);
  });
  await page.locator('#opener').press('Enter');
  await expect(reader).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reader).toBeHidden();
  await expect(page.locator('#opener')).toBeFocused();
});

test('what a page gives its own text does not come through', async ({ page }) => {
  const { read, reader, part } = await open(page);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'main{writing-mode:vertical-rl;word-break:break-all;pointer-events:none;-webkit-text-fill-color:red;cursor:wait}',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  await read.press('Enter');
  await expect(reader).toBeVisible();
  const seen = await part('surface').evaluate((surface) => {
    const style = getComputedStyle(surface);
    const fill = style.webkitTextFillColor === style.color;
    return [style.writingMode, style.wordBreak, style.pointerEvents, style.cursor, fill];
  });
  expect(seen).toEqual(['horizontal-tb', 'normal', 'auto', 'auto', true]);
  const box = await reader.boundingBox();
  expect(box?.height).toBe(page.viewportSize()?.height);
});
