// Font scaling: 71 stops, every way to them, and nothing but the article grows.
import { expect, lamplit, test } from './support/fixtures.js';
import { listen, long, stage } from './support/stage.js';

/** @typedef {import('@playwright/test').Page} Page */

const base = 18;
const stops = Array.from({ length: 71 }, (_, index) => (50 + 5 * index) / 100);

/** @param {Page} page */
async function open(page) {
  const told = await listen(page);
  await stage(page, { src: long }, 'Fallback');
  const widget = lamplit(page);
  await widget.reaches('ready');
  return {
    ...widget,
    told,
    smaller: widget.part('smaller'),
    larger: widget.part('larger'),
    reset: widget.part('reset'),
    panel: widget.host.locator('div[part~="settings"]'),
    slider: widget.host.locator('input[data-setting="scale"]'),
  };
}

/** @param {Page} page */
const scale = (page) =>
  page.evaluate(() => /** @type {any} */ (document.querySelector('lamplit-reader')).settings.scale);

/** @param {Page} page @param {number} to */
const scaleTo = (page, to) =>
  page.evaluate((x) => /** @type {any} */ (document.querySelector('lamplit-reader')).scaleTo(x), to);

test('each of the 71 stops has its exact size', async ({ page }) => {
  const { told } = await open(page);
  const found = await page.evaluate((all) => {
    const reader = /** @type {any} */ (document.querySelector('lamplit-reader'));
    const text = reader.shadowRoot.querySelector('[part~="body"] p');
    return all.map((stop) => {
      const answer = reader.scaleTo(stop);
      return [answer, reader.settings.scale, Number.parseFloat(getComputedStyle(text).fontSize)];
    });
  }, stops);
  for (const [index, stop] of stops.entries()) {
    const [answer, set, size] = found[index] ?? [];
    expect([answer, set]).toEqual([stop, stop]);
    expect(size).toBeCloseTo(base * stop, 3);
  }
  expect((await told('settings')).map((settings) => settings.scale)).toEqual(stops);
});

test('takes any number to the nearest stop within the bounds', async ({ page }) => {
  await open(page);
  for (const [asked, stop] of [
    [0.1, 0.5],
    [9, 4],
    [1.02, 1],
    [1.03, 1.05],
  ])
    expect(await scaleTo(page, Number(asked))).toBe(stop);
  for (const nonsense of [Number.NaN, -1, 0]) {
    await scaleTo(page, nonsense);
    expect(await scale(page)).toBe(1.05);
  }
});

test('the buttons go by 5 % and stop at the ends', async ({ page }) => {
  const { smaller, larger, reset, told } = await open(page);
  await larger.click();
  await larger.click();
  expect(await scale(page)).toBe(1.1);
  await expect(reset).toHaveText('110%');
  await smaller.click();
  expect(await scale(page)).toBe(1.05);
  await reset.click();
  expect(await scale(page)).toBe(1);
  expect((await told('settings')).map((settings) => settings.scale)).toEqual([1.05, 1.1, 1.05, 1]);
  await scaleTo(page, 4);
  await larger.click();
  expect(await scale(page)).toBe(4);
  await scaleTo(page, 0.5);
  await smaller.click();
  expect(await scale(page)).toBe(0.5);
});

test('the keys + - 0 do the same, on the page and in reader mode', async ({ page }) => {
  const { larger, part, reader } = await open(page);
  /** @type {[string, number][]} */
  const row = [
    ['+', 1.05],
    ['=', 1.1],
    ['-', 1.05],
    ['-', 1],
    ['-', 0.95],
    ['0', 1],
  ];
  await larger.focus();
  for (const [key, stop] of row) {
    await page.keyboard.press(key);
    expect(await scale(page)).toBe(stop);
  }
  await part('read').press('Enter');
  await expect(reader).toBeVisible();
  for (const [key, stop] of row) {
    await page.keyboard.press(key);
    expect(await scale(page)).toBe(stop);
  }
  // The browser's own zoom stays the browser's.
  await page.keyboard.press('Control+-');
  expect(await scale(page)).toBe(1);
});

test('the slider goes by 5 % with the keyboard, to both ends', async ({ page }) => {
  const { host, slider, reset } = await open(page);
  await host.locator('button[part~="settings-button"]').click();
  await slider.focus();
  for (const [key, stop] of /** @type {[string, number][]} */ ([
    ['ArrowRight', 1.05],
    ['ArrowUp', 1.1],
    ['ArrowLeft', 1.05],
    ['End', 4],
    ['Home', 0.5],
  ])) {
    await slider.press(key);
    expect(await scale(page)).toBe(stop);
  }
  await expect(reset).toHaveText('50%');
  await scaleTo(page, 2);
  await expect(slider).toHaveValue('200');
});

test.describe('touch', () => {
  test.skip(({ browserName }) => browserName === 'firefox', 'Playwright has no touch for a Firefox driven over BiDi');
  test.use({ hasTouch: true });

  test('a tap is a step', async ({ page }) => {
    const { larger, smaller, reset } = await open(page);
    await larger.tap();
    await larger.tap();
    expect(await scale(page)).toBe(1.1);
    await smaller.tap();
    expect(await scale(page)).toBe(1.05);
    await reset.tap();
    expect(await scale(page)).toBe(1);
  });
});

test('only the article grows', async ({ page }) => {
  const { host, toolbar, panel } = await open(page);
  await host.locator('button[part~="settings-button"]').click();
  await expect(panel).toBeVisible();
  const targets = async () => {
    const boxes = await toolbar
      .locator('button')
      .or(panel.locator('label[part~="choice"], input[type="range"]'))
      .evaluateAll((all) =>
        all.map((one) => {
          const { width, height } = one.getBoundingClientRect();
          return [width, height];
        }),
      );
    return boxes.map(([width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
  };
  const usual = await targets();
  expect(usual.length).toBeGreaterThan(10);
  for (const stop of [0.5, 1, 4]) {
    await scaleTo(page, stop);
    const boxes = await targets();
    for (const [width, height] of boxes) {
      expect(width).toBeGreaterThanOrEqual(44);
      expect(height).toBeGreaterThanOrEqual(44);
    }
    // The row of buttons and the panel may be wider or narrower with the column, never higher.
    expect(boxes.map(([, height]) => height)).toEqual(usual.map(([, height]) => height));
  }
  const outside = await page.evaluate(
    () => getComputedStyle(/** @type {Element} */ (document.querySelector('main > h1'))).fontSize,
  );
  expect(outside).toBe('32px');
});
