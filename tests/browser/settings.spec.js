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

const own = {
  leading: null,
  paragraph: null,
  indent: null,
  width: null,
  align: null,
  letter: null,
  word: null,
  weight: null,
};
const shown = { images: 'on', links: 'on', ruby: 'on', gap: 'on', squeeze: 'on' };
const defaults = { scale: 1, theme: 'auto', font: 'serif', ...own, ...shown };

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
  expect(await settings(page)).toEqual({ ...defaults, scale: 1, theme: 'sepia', font: 'sans' });
  expect((await look(page)).fontFamily).not.toBe(sepia.fontFamily);
  expect(await told('settings')).toEqual([
    { ...defaults, theme: 'sepia' },
    { ...defaults, scale: 1, theme: 'sepia', font: 'sans' },
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
  await page.keyboard.press('ArrowDown');
  await expect(choice('dark')).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  expect(await settings(page)).toEqual({ ...defaults, scale: 1, theme: 'dark', font: 'sans' });
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
  const chosen = { ...defaults, scale: 1.05, theme: 'sepia', font: 'sans' };
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
  expect(await settings(page)).toEqual({ ...defaults, scale: 1.5, theme: 'sepia', font: 'serif' });
  await host.evaluate((element) => element.setAttribute('scale', '2'));
  expect(await settings(page)).toEqual({ ...defaults, scale: 2, theme: 'sepia', font: 'serif' });
  await set(page, { theme: 'dark' });
  await open(page, { theme: 'sepia', scale: '1.5' });
  expect(await settings(page)).toEqual({ ...defaults, scale: 1.5, theme: 'dark', font: 'serif' });
  await host.evaluate((element) => element.setAttribute('theme', 'light'));
  expect((await settings(page)).theme).toBe('dark');
  await host.evaluate((element) => /** @type {any} */ (element).reset());
  expect(await settings(page)).toEqual({ ...defaults, scale: 1.5, theme: 'light', font: 'serif' });
  await open(page);
  expect(await settings(page)).toEqual(defaults);
});

test('the property takes a part of them, and leaves out what makes no sense', async ({ page }) => {
  await open(page);
  await set(page, { scale: 1.52, theme: 'plaid', more: true });
  expect(await settings(page)).toEqual({ ...defaults, scale: 1.5 });
  await set(page, { font: 'sans', scale: 'big' });
  expect(await settings(page)).toEqual({ ...defaults, scale: 1.5, theme: 'auto', font: 'sans' });
});

/**
 * What the engine makes of a property.
 * @param {Page} page @param {string} selector @param {string} property @param {string} [pseudo]
 */
const style = (page, selector, property, pseudo) =>
  page.evaluate(
    ([where, what, which]) => {
      const root = document.querySelector('lamplit-reader')?.shadowRoot;
      const element = root?.querySelector(/** @type {string} */ (where));
      return element && getComputedStyle(element, which).getPropertyValue(/** @type {string} */ (what));
    },
    /** @type {const} */ ([selector, property, pseudo]),
  );

const paragraph = '[data-section] > p + p';
const sink = '/articles/kitchen-sink.json';

/** @type {[string, Record<string, unknown>, string, string, string][]} */
const effects = [
  ['line height', { leading: 2 }, paragraph, 'line-height', '36px'],
  ['paragraph space', { paragraph: 1.5 }, paragraph, 'margin-top', '27px'],
  ['no indent', { indent: 0 }, paragraph, 'text-indent', '0px'],
  ['an indent of one', { indent: 1 }, paragraph, 'text-indent', '18px'],
  ['an indent of two, once', { indent: 2 }, paragraph, 'text-indent', '36px'],
  ['width', { width: 24 }, '[part~="article"]', 'max-width', '432px'],
  ['straight at one edge', { align: 'start' }, paragraph, 'text-align', 'start'],
  ['straight at both', { align: 'justify' }, paragraph, 'text-align', 'justify'],
  ['letter space', { letter: 0.1 }, paragraph, 'letter-spacing', '1.8px'],
  ['word space', { word: 0.5 }, paragraph, 'word-spacing', '9px'],
  ['weight', { weight: 500 }, paragraph, 'font-weight', '500'],
  ['weight of what is strong', { weight: 600 }, 'strong', 'font-weight', '800'],
  ['no pictures', { images: 'off' }, 'figure img', 'display', 'none'],
  ['no look of links', { links: 'off' }, '[part~="body"] a:not([part])', 'text-decoration-line', 'none'],
  ['no readings', { ruby: 'off' }, 'rt', 'display', 'none'],
];

test('each setting changes the style that it names, survives a reload, and leaves nothing behind', async ({
  page,
  problems,
}) => {
  test.slow();
  problems.expect('bell.wav');
  await open(page, { src: sink });
  for (const [name, value, selector, property, wanted] of effects) {
    const before = await style(page, selector, property);
    await set(page, value);
    expect(await settings(page), name).toMatchObject(value);
    expect(await style(page, selector, property), name).toBe(wanted);
    await page.evaluate(() => /** @type {any} */ (document.querySelector('lamplit-reader')).reset());
    expect(await style(page, selector, property), `${name}, and back`).toBe(before);
  }
  const all = Object.assign({}, ...effects.map(([, value]) => value));
  await set(page, all);
  await open(page, { src: sink });
  expect(await settings(page)).toEqual({ ...defaults, ...all });
  expect(await style(page, paragraph, 'line-height')).toBe('36px');
  expect(await style(page, 'rt', 'display')).toBe('none');
});

test('the gap and the squeezing of punctuation are off where the engine has them', async ({ page }) => {
  await open(page);
  for (const [value, property, wanted] of /** @type {const} */ ([
    [{ gap: 'off' }, 'text-autospace', 'no-autospace'],
    [{ squeeze: 'off' }, 'text-spacing-trim', 'space-all'],
  ])) {
    const before = await style(page, '[part~="article"]', property);
    await set(page, value);
    expect(await style(page, '[part~="article"]', property)).toBe(before === '' ? '' : wanted);
  }
});

test('each typeface is one of its own', async ({ page }) => {
  await open(page);
  await page.evaluate(() =>
    document.querySelector('lamplit-reader')?.parentElement?.style.setProperty('font-family', 'Papyrus'),
  );
  const faces = [];
  for (const font of ['serif', 'sans', 'song', 'hei', 'kai', 'publisher', 'dyslexia']) {
    await set(page, { font });
    const face = await style(page, paragraph, 'font-family');
    expect(face).toBe(await style(page, '[part~="article"]', 'font-family'));
    faces.push(face);
  }
  expect(new Set(faces).size).toBe(7);
  expect(faces[5]).toBe('Papyrus');
  expect(await style(page, paragraph, 'font-size')).toBe('18px');
});

test('two ways to tell paragraphs apart, each with one press, and the way back', async ({ page }) => {
  const told = await listen(page);
  const { button, panel } = await open(page);
  await button.click();
  await panel.locator('summary').click();
  await panel.locator('[data-action="book"]').click();
  expect(await settings(page)).toEqual({ ...defaults, indent: 1, paragraph: 0 });
  await panel.locator('[data-action="screen"]').click();
  expect(await settings(page)).toEqual({ ...defaults, indent: 0, paragraph: 0.8 });
  expect(await told('settings')).toHaveLength(2);
  await panel.locator('[data-action="reset-all"]').click();
  expect(await settings(page)).toEqual(defaults);
  await expect(panel).toBeVisible();
});

test('the controls of the panel by keyboard, with what they say', async ({ page }) => {
  const { button, panel } = await open(page);
  await button.press('Enter');
  await panel.locator('summary').press('Enter');
  const leading = panel.getByRole('slider', { name: 'Line height' });
  await expect(leading).toHaveAttribute('aria-valuetext', 'Default');
  await leading.press('ArrowRight');
  expect((await settings(page)).leading).toBe(1.7);
  await expect(leading).toHaveAttribute('aria-valuetext', '1.7');
  await leading.press('Home');
  expect((await settings(page)).leading).toBe(1.2);
  const links = panel.getByRole('checkbox', { name: 'Links' });
  await expect(links).toBeChecked();
  await links.press('Space');
  expect((await settings(page)).links).toBe('off');
  await panel.locator('input[name="align"]').first().press('ArrowRight');
  expect((await settings(page)).align).toBe('start');
  await panel.locator('input[name="align"]').nth(1).press('ArrowLeft');
  expect((await settings(page)).align).toBe(null);
});

test('every target of the panel is as large as a finger', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [attributes, least] of /** @type {[Record<string, string>, number][]} */ ([
    [{}, 44],
    [{ preset: 'elder' }, 60],
  ])) {
    const { button, panel } = await open(page, attributes);
    await button.click();
    await panel.locator('summary').click();
    const small = await panel.evaluate(
      (element, size) =>
        [...element.querySelectorAll('input, button, summary')]
          .map((one) => [
            one.outerHTML.slice(0, 80),
            one.getBoundingClientRect().width,
            one.getBoundingClientRect().height,
          ])
          .filter(([, width, height]) => Number(width) < size - 0.01 || Number(height) < size - 0.01),
      least,
    );
    expect(small).toEqual([]);
    // It scrolls inside itself, and not sideways.
    const [box, sideways] = await panel.evaluate((element) => [
      element.getBoundingClientRect().toJSON(),
      element.scrollWidth - element.clientWidth,
    ]);
    expect(sideways).toBe(0);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(390);
    expect(box.height).toBeLessThanOrEqual(844);
  }
});

test('what is locked is not shown and cannot be changed by the reader', async ({ page }) => {
  await open(page);
  await set(page, { theme: 'dark', indent: 2 });
  const { button, panel, part, host } = await open(page, { lock: 'theme scale indent', theme: 'sepia' });
  // What was chosen before does not count here, and is not forgotten.
  expect(await settings(page)).toEqual({ ...defaults, theme: 'sepia' });
  await button.click();
  await expect(panel.locator('[data-setting="theme"]').first()).toBeHidden();
  await expect(panel.locator('[data-setting="scale"]')).toBeHidden();
  await expect(panel.locator('[data-setting="font"]').first()).toBeVisible();
  await panel.locator('summary').click();
  await expect(part('presets')).toBeHidden();
  await expect(part('sizes')).toBeHidden();
  await button.press('+');
  await button.press('0');
  // Nor by what is hidden.
  for (const hidden of ['input[value="black"]', '[data-action="book"]', '[data-action="larger"]'])
    await host.locator(hidden).evaluate((control) => /** @type {HTMLElement} */ (control).click());
  expect(await settings(page)).toEqual({ ...defaults, theme: 'sepia' });
  // The page itself can.
  await set(page, { theme: 'grey', font: 'sans' });
  expect(await settings(page)).toEqual({ ...defaults, theme: 'grey', font: 'sans' });
  await expect(part('surface')).toHaveAttribute('data-theme', 'grey');
  await host.evaluate((element) => element.removeAttribute('lock'));
  await expect(panel.locator('[data-setting="theme"]').first()).toBeVisible();
  await open(page);
  expect(await settings(page)).toEqual({ ...defaults, theme: 'dark', indent: 2, font: 'sans' });
});

test('a page asks for any setting by its name', async ({ page }) => {
  await open(page, { leading: '2', font: 'sans', images: 'off', indent: '7', align: 'centre' });
  expect(await settings(page)).toEqual({ ...defaults, leading: 2, font: 'sans', images: 'off', indent: 2 });
  expect(await style(page, paragraph, 'line-height')).toBe('36px');
  await set(page, { leading: null });
  expect((await settings(page)).leading).toBe(null);
});

test('the preset for the elder begins large, with wide lines', async ({ page }) => {
  const { part } = await open(page, { preset: 'elder' });
  expect((await settings(page)).scale).toBe(1.5);
  const size = Number.parseFloat((await style(page, paragraph, 'font-size')) ?? '');
  const line = Number.parseFloat((await style(page, paragraph, 'line-height')) ?? '');
  expect(size).toBe(27);
  expect(line / size).toBeGreaterThanOrEqual(1.8);
  await part('larger').click();
  await part('larger').click();
  await part('larger').click();
  await part('larger').click();
  expect(Number.parseFloat((await style(page, paragraph, 'font-size')) ?? '')).toBeGreaterThanOrEqual(30);
  // What the reader has chosen counts more.
  await set(page, { scale: 1, leading: 1.5 });
  await open(page, { preset: 'elder' });
  expect(await settings(page)).toMatchObject({ scale: 1, leading: 1.5 });
  expect(await style(page, paragraph, 'line-height')).toBe('27px');
});

test('none of it touches the text', async ({ page, problems }) => {
  problems.expect('bell.wav');
  await open(page, { src: sink });
  const read = () =>
    page.evaluate(() => {
      const article = document.querySelector('lamplit-reader')?.shadowRoot?.querySelector('[part~="article"]');
      return [article?.textContent, article?.querySelectorAll('*').length];
    });
  const before = await read();
  await set(
    page,
    Object.assign({ font: 'publisher', gap: 'off', squeeze: 'off' }, ...effects.map(([, value]) => value)),
  );
  expect(await read()).toEqual(before);
});
