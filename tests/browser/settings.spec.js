// Settings: the panel, what is remembered, and what the page asks for.
import { expect, lamplit, test } from './support/fixtures.js';
import { bare, listen, long, mount, stage } from './support/stage.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
function widgetOf(page) {
  const { host, ...rest } = lamplit(page);
  return {
    host,
    ...rest,
    button: host.locator('button[part~="settings-button"]'),
    panel: host.locator('div[part~="settings"]'),
    /** @param {string} value */
    choice: (value) => host.locator(`input[value="${value}"]`),
  };
}

/** @param {Page} page @param {Record<string, string>} [attributes] */
async function open(page, attributes = {}) {
  await stage(page, { src: long, ...attributes }, 'Fallback');
  const widget = widgetOf(page);
  await widget.reaches('ready');
  return widget;
}

/** @param {Page} page @returns {Promise<Record<string, unknown>>} */
const settings = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector('lamplit-reader')).settings);

/** @param {Page} page @param {Record<string, unknown>} value */
const set = (page, value) =>
  page.evaluate((wanted) => {
    Object.assign(/** @type {any} */ (document.querySelector('lamplit-reader')), { settings: wanted });
  }, value);

/** @param {Page} page */
const look = (page) =>
  page.evaluate(() => {
    const surface = document.querySelector('lamplit-reader')?.shadowRoot?.querySelector('[part~="surface"]');
    const { color, backgroundColor, fontFamily } = getComputedStyle(/** @type {Element} */ (surface));
    return { color, backgroundColor, fontFamily };
  });

const defaults = { scale: 1, theme: 'auto', font: 'serif' };

test('theme and typeface are chosen with the mouse', async ({ page }) => {
  const told = await listen(page);
  const { button, choice } = await open(page);
  const before = await look(page);
  await button.click();
  await choice('sepia').click();
  expect(await settings(page)).toEqual({ ...defaults, theme: 'sepia' });
  const sepia = await look(page);
  expect(sepia.backgroundColor).not.toBe(before.backgroundColor);
  await choice('sans').click();
  expect(await settings(page)).toEqual({ scale: 1, theme: 'sepia', font: 'sans' });
  expect((await look(page)).fontFamily).not.toBe(sepia.fontFamily);
  expect(await told('settings')).toEqual([
    { ...defaults, theme: 'sepia' },
    { scale: 1, theme: 'sepia', font: 'sans' },
  ]);
});

test('and with the keyboard alone', async ({ page }) => {
  const { button, panel, choice } = await open(page);
  await button.press('Enter');
  await expect(panel).toBeVisible();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(choice('auto')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(choice('dark')).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  expect(await settings(page)).toEqual({ scale: 1, theme: 'dark', font: 'sans' });
});

for (const mode of ['page', 'reader']) {
  test(`the panel closes by every way in ${mode} mode, and the focus returns`, async ({ page }) => {
    const { button, panel, part, reader, title } = await open(page);
    if (mode === 'reader') await part('read').click();
    const ways = [
      () => button.click(),
      () => page.keyboard.press('Escape'),
      () => title.click({ position: { x: 5, y: 10 } }),
    ];
    for (const close of ways) {
      await button.click();
      await expect(panel).toBeVisible();
      await close();
      await expect(panel).toBeHidden();
      await expect(button).toHaveAttribute('aria-expanded', 'false');
      await expect(button).toBeFocused();
      // Esc closes one thing at a time.
      await expect(reader).toBeVisible({ visible: mode === 'reader' });
    }
  });
}

test('a press on the page around closes the panel too', async ({ page }) => {
  const { button, panel } = await open(page);
  await button.click();
  await expect(panel).toBeVisible();
  await page.locator('main > h1').click();
  await expect(panel).toBeHidden();
  await expect(button).toBeFocused();
  // What takes the focus keeps it.
  await button.click();
  const field = page.getByRole('textbox');
  await page.evaluate(() => document.querySelector('main')?.prepend(document.createElement('input')));
  await field.click();
  await expect(panel).toBeHidden();
  await expect(field).toBeFocused();
});

test('they persist over a reload and into another page', async ({ page, context, problems }) => {
  const { part } = await open(page);
  await part('larger').click();
  await set(page, { theme: 'sepia', font: 'sans' });
  const chosen = { scale: 1.05, theme: 'sepia', font: 'sans' };
  await open(page);
  expect(await settings(page)).toEqual(chosen);
  const second = await context.newPage();
  await problems.watch(second);
  await open(second);
  expect(await settings(second)).toEqual(chosen);
  // And what is chosen there is seen here.
  await set(second, { theme: 'dark' });
  await expect.poll(() => settings(page)).toEqual({ ...chosen, theme: 'dark' });
});

test('a browser that refuses storage keeps them for the session', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  const { part, reaches, host } = await open(page);
  await part('larger').click();
  expect(await settings(page)).toEqual({ ...defaults, scale: 1.05 });
  await host.evaluate((element) => element.remove());
  await mount(page, { src: long }, 'Fallback');
  await reaches('ready');
  expect(await settings(page)).toEqual({ ...defaults, scale: 1.05 });
});

for (const [name, value] of /** @type {[string, string][]} */ ([
  ['something else', '"plaid"'],
  ['what is no JSON', '{"scale":'],
  ['nonsense', '{"scale":"big","theme":7,"font":"comic"}'],
])) {
  test(`storage that holds ${name} counts as empty`, async ({ page }) => {
    await page.goto(bare);
    await page.evaluate((text) => localStorage.setItem('lamplit:settings', text), value);
    await open(page);
    expect(await settings(page)).toEqual(defaults);
  });
}

test('the attributes are the defaults, and what was chosen wins', async ({ page }) => {
  const { host } = await open(page, { theme: 'sepia', scale: '1.5' });
  expect(await settings(page)).toEqual({ scale: 1.5, theme: 'sepia', font: 'serif' });
  await host.evaluate((element) => element.setAttribute('scale', '2'));
  expect(await settings(page)).toEqual({ scale: 2, theme: 'sepia', font: 'serif' });
  await set(page, { theme: 'dark' });
  await open(page, { theme: 'sepia', scale: '1.5' });
  expect(await settings(page)).toEqual({ scale: 1.5, theme: 'dark', font: 'serif' });
  await host.evaluate((element) => element.setAttribute('theme', 'light'));
  expect((await settings(page)).theme).toBe('dark');
  await host.evaluate((element) => /** @type {any} */ (element).reset());
  expect(await settings(page)).toEqual({ scale: 1.5, theme: 'light', font: 'serif' });
  await open(page);
  expect(await settings(page)).toEqual(defaults);
});

test('the property takes a part of them, and leaves out what makes no sense', async ({ page }) => {
  await open(page);
  await set(page, { scale: 1.52, theme: 'plaid', more: true });
  expect(await settings(page)).toEqual({ ...defaults, scale: 1.5 });
  await set(page, { font: 'sans', scale: 'big' });
  expect(await settings(page)).toEqual({ scale: 1.5, theme: 'auto', font: 'sans' });
});
