// The core breaks: the page lives, every reader comes back, and the next article is shown.
import { expect, lamplit, test } from './support/fixtures.js';
import { bare, listen, long, mount } from './support/stage.js';
import { armTraps, trap, traps } from './support/traps.js';

/** @typedef {import('@playwright/test').Page} Page */

const other = '/articles/en-tide-book.json';
const light = 'What the page itself has to say.';

/** @param {Page} page @param {...string} ids one widget each */
async function open(page, ...ids) {
  await armTraps(page);
  const told = await listen(page);
  await page.goto(bare);
  for (const id of ids) {
    await mount(page, { id, src: long }, light);
    await lamplit(page, `#${id}`).reaches('ready');
  }
  return { told, widgets: ids.map((id) => lamplit(page, `#${id}`)) };
}

/** @param {Page} page @param {string} id */
const text = (page, id) =>
  page.evaluate(
    (name) => document.getElementById(name)?.shadowRoot?.querySelector('[part~="body"]')?.textContent ?? '',
    id,
  );

/** @param {Page} page @param {string} id @param {string} src */
const load = (page, id, src) =>
  page.evaluate(
    ([name, address]) => {
      const reader = /** @type {any} */ (document.getElementById(name));
      return reader.load(address).then(
        () => 'ready',
        (/** @type {{ code: string }} */ { code }) => code,
      );
    },
    /** @type {const} */ ([id, src]),
  );

/** @param {Page} page @param {number} instances */
async function isSound(page, instances) {
  expect(await traps(page)).toMatchObject({ sprung: instances - 1, instances, posthumous: 0 });
}

for (const [name, act] of /** @type {[string, (page: Page) => Promise<unknown>][]} */ ([
  ['handle', (page) => lamplit(page, '#one').part('larger').click()],
  ['scale_to', (page) => page.evaluate(() => /** @type {any} */ (document.getElementById('one')).scaleTo(2))],
  ['enter_reader', (page) => page.evaluate(() => /** @type {any} */ (document.getElementById('one')).enterReader())],
])) {
  test(`it breaks in ${name}: every reader comes back as it was`, async ({ page }) => {
    const { widgets, told } = await open(page, 'one', 'two');
    const before = await Promise.all([text(page, 'one'), text(page, 'two')]);
    expect(before[0]).not.toBe('');
    await trap(page, name);
    await act(page);
    await expect.poll(async () => (await traps(page)).instances).toBe(2);
    for (const { article, host } of widgets) {
      await expect(article).toBeVisible();
      await expect(host).toHaveAttribute('state', 'ready');
    }
    await expect.poll(async () => [await text(page, 'one'), await text(page, 'two')]).toEqual(before);
    expect(await told('error')).toEqual([]);
    if (name === 'enter_reader') {
      await expect(/** @type {any} */ (widgets[0]).reader).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(/** @type {any} */ (widgets[0]).reader).toBeHidden();
    }
    // And all of it works.
    const scale = () => page.evaluate(() => /** @type {any} */ (document.getElementById('one')).settings.scale);
    const was = await scale();
    await lamplit(page, '#one').part('larger').click();
    expect(await scale()).toBeCloseTo(was + 0.05);
    expect(await load(page, 'two', other)).toBe('ready');
    await expect(lamplit(page, '#two').title).toHaveText('The Tide Book');
    await isSound(page, 2);
  });
}

test('it breaks in the middle of a reader’s stay: place, mode and settings come back', async ({ page }) => {
  const { widgets } = await open(page, 'one');
  const [{ part, reader }] = /** @type {[any]} */ (widgets);
  await part('read').click();
  await part('larger').click();
  await reader.evaluate((/** @type {Element} */ dialog) => dialog.scrollTo(0, 1500));
  // The place is taken down when the scrolling has come to rest.
  const looked = async () => (await traps(page)).calls.position ?? 0;
  const before = await looked();
  await reader.evaluate((/** @type {Element} */ dialog) => dialog.scrollTo(0, 1600));
  await expect.poll(looked).toBeGreaterThan(before);
  await trap(page, 'scale_to');
  await page.evaluate(() => /** @type {any} */ (document.getElementById('one')).scaleTo(1.1));
  await expect.poll(async () => (await traps(page)).instances).toBe(2);
  await expect(reader).toBeVisible();
  await expect.poll(() => reader.evaluate((/** @type {Element} */ dialog) => dialog.scrollTop)).toBeGreaterThan(1200);
  await page.keyboard.press('Escape');
  await expect(reader).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('visible');
  await isSound(page, 2);
});

test('it breaks once over an article that is loading: it is shown all the same', async ({ page }) => {
  const { told, widgets } = await open(page, 'one', 'two');
  await trap(page, 'feed');
  expect(await load(page, 'two', other)).toBe('ready');
  await expect(lamplit(page, '#two').title).toHaveText('The Tide Book');
  await expect(/** @type {any} */ (widgets[0]).article).toBeVisible();
  expect(await told('error')).toEqual([]);
  await isSound(page, 2);
});

for (const name of ['begin', 'feed', 'finish']) {
  test(`it breaks twice over the same bytes in ${name}: the fallback, and the code core`, async ({ page }) => {
    const { told } = await open(page, 'one');
    const before = await text(page, 'one');
    // The other reader's return would spring the second trap.
    await page.evaluate(() => document.getElementById('one')?.remove());
    await expect.poll(async () => (await traps(page)).calls.close).toBe(1);
    await trap(page, name, 2);
    await mount(page, { id: 'two', src: other }, light);
    const two = lamplit(page, '#two');
    await two.reaches('failed');
    await expect(two.host.getByText(light)).toBeVisible();
    expect((await told('error')).map(({ code }) => code)).toEqual(['core']);
    // The next article is shown, here and elsewhere.
    expect(await load(page, 'two', long)).toBe('ready');
    expect(await text(page, 'two')).toBe(before);
    await isSound(page, 3);
  });
}
