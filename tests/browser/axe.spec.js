// What axe-core finds, with all of its rules on: nothing, in every state.
import { axe, expect, lamplit, test } from './support/fixtures.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {Record<string, unknown>} value */
const set = (page, value) =>
  page.evaluate((wanted) => {
    for (const reader of document.querySelectorAll('lamplit-reader')) Object.assign(reader, { settings: wanted });
  }, value);

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const states = {
  'as it stands': async () => {},
  'in reader mode': async (page) => {
    await lamplit(page).part('read').click();
    await expect(lamplit(page).reader).toBeVisible();
  },
  'in the dark': (page) => set(page, { theme: 'dark' }),
  'in reader mode in the dark': async (page) => {
    await set(page, { theme: 'dark' });
    await lamplit(page).part('read').click();
    await expect(lamplit(page).reader).toBeVisible();
  },
  'in sepia': (page) => set(page, { theme: 'sepia' }),
  'at 200 %': (page) => set(page, { scale: 2 }),
  'with the settings open': async (page) => {
    await lamplit(page).host.locator('button[part~="settings-button"]').click();
    await expect(lamplit(page).host.locator('div[part~="settings"]')).toBeVisible();
  },
  'with all of the settings open, in reader mode, in grey': async (page) => {
    await set(page, { theme: 'grey' });
    await lamplit(page).part('read').click();
    await lamplit(page).host.locator('button[part~="settings-button"]').click();
    await lamplit(page).host.locator('[part~="more"] > summary').click();
  },
  'in black': (page) => set(page, { theme: 'black' }),
};

/**
 * The rules that axe leaves out unless asked. Two are still left out: the enhanced contrast, since captions and tools are promised
 * the usual one (contrast.spec.js measures the text itself), and the experimental p-as-heading, which takes the name of the
 * newspaper on the preview pages for a heading.
 */
const every = {
  rules: Object.fromEntries(
    [
      'css-orientation-lock',
      'focus-order-semantics',
      'hidden-content',
      'identical-links-same-purpose',
      'label-content-name-mismatch',
      'meta-refresh-no-exceptions',
      'table-fake-caption',
      'target-size',
      'td-has-header',
    ].map((name) => [name, { enabled: true }]),
  ),
};

for (const name of ['index', 'en', 'ar', 'ja']) {
  test.describe(`${name}.html`, () => {
    for (const [state, reach] of Object.entries(states)) {
      test(state, async ({ page }) => {
        test.slow();
        await page.goto(`/${name}.html`);
        await lamplit(page).reaches('ready');
        const { expand } = lamplit(page);
        if (await expand.isVisible()) await expand.click();
        await reach(page);
        expect(await axe(page, every)).toEqual([]);
      });
    }

    test('when the article cannot be had', async ({ page, problems }) => {
      problems.expect(/^console: .*(Failed to load resource|NetworkError)/);
      await page.route('**/articles/*.json', (route) => route.fulfill({ status: 503, body: 'later' }));
      await page.goto(`/${name}.html`);
      await lamplit(page).reaches('failed');
      await expect(lamplit(page).part('retry')).toBeVisible();
      expect(await axe(page, every)).toEqual([]);
    });
  });
}
