// Playwright's test with this project's additions. Every browser test imports from here.
import { test as base, expect } from '@playwright/test';
import { firefoxPreferences } from './media.js';
import { Problems } from './problems.js';

export { axe } from './axe.js';
export { lamplit } from './lamplit.js';
export { expect };

/** @typedef {import('./media.js').Media} Media */

export const test = base.extend(
  /** @type {import('@playwright/test').Fixtures<{ problems: Problems }, { media: Media }, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions, import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions>} */ ({
    // For a whole file: `test.use({ media: { colorScheme: 'dark' } })`. Unlike `page.emulateMedia`, it works in Firefox too.
    media: [{}, { option: true, scope: 'worker' }],

    launchOptions: [
      async ({ launchOptions, media, browserName }, use) => {
        const isFirefox = browserName === 'firefox';
        await use(isFirefox ? { ...launchOptions, firefoxUserPrefs: firefoxPreferences(media) } : launchOptions);
      },
      { scope: 'worker' },
    ],

    // A test fails at its end for any problem that it did not say it expects.
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from the pattern
    problems: async ({}, use) => {
      const problems = new Problems();
      await use(problems);
      expect(problems.unexpected, 'problems that the test did not expect').toEqual([]);
    },

    page: async ({ page, problems, media, browserName }, use) => {
      await problems.watch(page);
      if (browserName === 'chromium') await page.emulateMedia(media);
      await use(page);
    },
  }),
);
