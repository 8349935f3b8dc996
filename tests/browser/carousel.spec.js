// The related-news carousel: a native list that snaps, with buttons, keys, wheel and touch, in both directions of writing.
import { expect, lamplit, test } from './support/fixtures.js';
import { stage } from './support/stage.js';

const fixture = '/tests/fixtures/native/related-only.json';

/** @param {import('@playwright/test').Page} page @param {string} src */
async function opened(page, src = fixture) {
  await stage(page, { src });
  const widget = lamplit(page);
  await widget.reaches('ready');
  return { ...widget, track: widget.part('track'), next: widget.part('next'), previous: widget.part('previous') };
}

/**
 * Where the list stands: how far it was scrolled along its inline axis, how far it can be, and how far the nearest card's start
 * is from where cards snap.
 * @param {import('@playwright/test').Locator} track
 */
const state = (track) =>
  track.evaluate((element) => {
    const { scrollLeft, scrollWidth, clientWidth } = element;
    const { direction } = getComputedStyle(element);
    const frame = element.getBoundingClientRect();
    const cards = [...element.children].map((card) => card.getBoundingClientRect());
    const starts = cards.map((card) => (direction === 'rtl' ? frame.right - card.right : card.left - frame.left));
    const first = /** @type {DOMRect} */ (cards[0]);
    const lead = direction === 'rtl' ? frame.right - first.right : first.left - frame.left;
    return {
      offset: Math.abs(scrollLeft),
      sign: Math.sign(scrollLeft),
      limit: scrollWidth - clientWidth,
      snapped: Math.min(...starts.map((start) => Math.abs(start - (lead + Math.abs(scrollLeft))))),
    };
  });

/** At rest on a card's start, or at the end. @param {import('@playwright/test').Locator} track @param {number} [from] */
async function settles(track, from = -1) {
  let last = Number.NaN;
  await expect
    .poll(
      async () => {
        const now = await state(track);
        const still = Math.abs(now.offset - last) < 0.1 && Math.abs(now.offset - from) > 1;
        last = now.offset;
        return still && (now.snapped < 2 || now.offset > now.limit - 2);
      },
      { intervals: [100] },
    )
    .toBe(true);
  return state(track);
}

test('it is a named carousel with a list of named cards', async ({ page }) => {
  const { host, cards } = await opened(page);
  const region = host.getByRole('region', { name: 'Related articles' });
  await expect(region).toHaveAttribute('aria-roledescription', 'carousel');
  await expect(region.getByRole('list', { name: 'Related articles' })).toBeVisible();
  await expect(region.getByRole('listitem')).toHaveCount(await cards.count());
  await expect(region.getByRole('button', { name: 'Next' })).toBeVisible();
  await expect(region.getByRole('button', { name: 'Previous' })).toBeVisible();
});

test('the buttons go from end to end and keep the focus there', async ({ page }) => {
  const { track, next, previous } = await opened(page);
  await expect(previous).toHaveAttribute('aria-disabled', 'true');
  await expect(next).toHaveAttribute('aria-disabled', 'false');
  let { offset, limit } = await state(track);
  expect(limit).toBeGreaterThan(0);
  while (offset < limit - 2) {
    await next.click();
    const now = await settles(track, offset);
    expect(now.offset).toBeGreaterThan(offset);
    ({ offset, limit } = now);
  }
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await expect(next).toBeFocused();
  await expect(previous).toHaveAttribute('aria-disabled', 'false');
  await next.click({ force: true });
  await expect(next).toBeFocused();
  while (offset > 2) {
    await previous.click();
    const now = await settles(track, offset);
    expect(now.offset).toBeLessThan(offset);
    ({ offset } = now);
  }
  await expect(previous).toHaveAttribute('aria-disabled', 'true');
  await expect(previous).toBeFocused();
});

test('arrow keys, Home and End move the list', async ({ page }) => {
  const { track } = await opened(page);
  await track.focus();
  await page.keyboard.press('ArrowRight');
  const { offset, limit } = await settles(track, 0);
  await page.keyboard.press('End');
  expect((await settles(track, offset)).offset).toBeGreaterThan(limit - 2);
  await page.keyboard.press('ArrowLeft');
  expect((await settles(track, limit)).offset).toBeLessThan(limit);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await state(track)).offset).toBeLessThan(1);
  await expect(track).toBeFocused();
});

test('from right to left, next goes to the left', async ({ page }) => {
  await page.setViewportSize({ width: 480, height: 800 });
  const { track, next, host } = await opened(page, '/articles/ar-desert-library.json');
  await next.click();
  const one = await settles(track, 0);
  expect(one.sign).toBe(-1);
  await track.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await state(track)).offset).toBeLessThan(one.offset);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await state(track)).offset).toBeLessThan(1);
  await page.keyboard.press('ArrowLeft');
  await settles(track, 0);
  await host.evaluate((element) => /** @type {any} */ (element).previous());
  await expect.poll(async () => (await state(track)).offset).toBeLessThan(1);
});

test('next() and previous() do what the buttons do', async ({ page }) => {
  const { track, host } = await opened(page);
  await host.evaluate((element) => /** @type {any} */ (element).next());
  const { offset } = await settles(track, 0);
  expect(offset).toBeGreaterThan(0);
  await host.evaluate((element) => /** @type {any} */ (element).previous());
  await expect.poll(async () => (await state(track)).offset).toBeLessThan(1);
});

test('the wheel moves it, and it comes to rest on a card', async ({ page, browserName }) => {
  const { track, cards } = await opened(page);
  await cards.first().hover();
  await page.mouse.wheel(browserName === 'firefox' ? 400 : 260, 0);
  const { offset } = await settles(track, 0);
  expect(offset).toBeGreaterThan(0);
});

test('every card is reached by Tab and is in view then', async ({ page }) => {
  const { track, cards } = await opened(page);
  await track.focus();
  // One of them leads nowhere, and so is no stop.
  const linked = cards.filter({ has: page.getByRole('link') });
  expect(await linked.count()).toBeGreaterThan(5);
  for (let index = 0; index < (await linked.count()); index++) {
    await page.keyboard.press('Tab');
    await expect(linked.nth(index).getByRole('link')).toBeFocused();
    await expect(linked.nth(index)).toBeInViewport({ ratio: 0.9 });
  }
});

test('cards are of one height, and at 320 px none is wider than the view', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const { track, cards } = await opened(page);
  const boxes = await cards.evaluateAll((all) => all.map((card) => card.getBoundingClientRect().toJSON()));
  const width = await track.evaluate(({ clientWidth }) => clientWidth);
  for (const box of boxes) {
    expect(box.width).toBeLessThanOrEqual(width + 0.5);
    expect(Math.abs(box.height - boxes[0].height)).toBeLessThanOrEqual(0.5);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('there are no buttons where everything is in view', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 800 });
  const { part, cards } = await opened(page, '/articles/more.json');
  await expect(cards).toHaveCount(3);
  await expect(part('carousel-controls')).toBeHidden();
  await page.setViewportSize({ width: 400, height: 800 });
  await expect(part('carousel-controls')).toBeVisible();
  await page.setViewportSize({ width: 1600, height: 800 });
  await expect(part('carousel-controls')).toBeHidden();
});
