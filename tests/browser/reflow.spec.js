// The narrowest view and the largest type: lines get short, and nothing has to be scrolled sideways (WCAG 2.2, 1.4.10).
import { expect, lamplit, test } from './support/fixtures.js';
import { stage } from './support/stage.js';

test.describe('at 320 px and 400 %', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  const articles = ['en-tide-book', 'kitchen-sink', 'zh-mentors', 'ja-lanterns', 'ar-desert-library'];
  for (const name of articles) {
    test(`nothing scrolls sideways: ${name}`, async ({ page, problems }) => {
      // The strict policy of the test server names no source of sound.
      problems.expect('bell.wav');
      await stage(page, { src: `/articles/${name}.json` }, 'Fallback');
      const { expand, host, part, reader, reaches } = lamplit(page);
      await reaches('ready');
      const widths = () =>
        page.evaluate(() => {
          const root = document.querySelector('lamplit-reader')?.shadowRoot;
          const surface = /** @type {Element} */ (root?.querySelector('[part~="surface"]'));
          const dialog = /** @type {Element} */ (root?.querySelector('[part~="reader"]'));
          const { documentElement: page } = document;
          return [page, surface, dialog].map((box) => box.scrollWidth - box.clientWidth);
        });
      if (await expand.isVisible()) await expand.click();
      await page.evaluate(() => /** @type {any} */ (document.querySelector('lamplit-reader')).scaleTo(4));
      expect(await widths()).toEqual([0, 0, 0]);
      await part('read').press('Enter');
      await expect(reader).toBeVisible();
      expect(await widths()).toEqual([0, 0, 0]);
      await part('settings-button').click();
      await host.locator('[part~="more"] > summary').click();
      expect(await widths()).toEqual([0, 0, 0]);
      const panel = host.locator('div[part~="settings"]');
      expect(await panel.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    });
  }
});
