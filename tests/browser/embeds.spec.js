// What other sites show: nothing is asked of them until somebody presses, and then it opens in place, in a sandbox.
import { stageDocument } from './support/document.js';
import { axe, expect, lamplit, test } from './support/fixtures.js';
import { bare } from './support/stage.js';

const frame = 'https://player.example/embed/1';

/** Lets the page's policy allow that one frame, as a publisher would. @param {import('@playwright/test').Page} page */
const allowFrame = (page) =>
  page.route(`**${bare}`, async (route) => {
    const response = await route.fetch();
    const policy = `${response.headers()['content-security-policy']}; frame-src https://player.example`;
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });

/** @param {string} address */
const article = (address) => ({
  version: 'lamplit/1',
  title: 'Lamps on film',
  lang: 'en',
  blocks: [
    'Before.',
    { type: 'embed', url: 'https://player.example/1', provider: 'Example', title: 'Lamps', frame: address },
    'After.',
  ],
});

test('it asks the other site for nothing before a press, and then for its frame', async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  await page.route('https://player.example/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Player</title><p>playing</p>' });
  });
  await allowFrame(page);
  await stageDocument(page, article(frame));
  const button = lamplit(page).part('embed-button');
  await expect(button).toHaveText('Show here');
  expect(asked).toEqual([]);
  expect(await axe(page, { include: 'lamplit-reader' })).toEqual([]);

  await button.click();
  const shown = lamplit(page).part('embed-frame');
  await expect(shown).toHaveAttribute('src', frame);
  await expect(shown).toHaveAttribute('title', 'Example: Lamps');
  await expect(shown).toHaveAttribute('sandbox', /allow-scripts/);
  await expect(shown).not.toHaveAttribute('sandbox', /allow-top-navigation/);
  await expect(shown).toBeFocused();
  await expect(shown.contentFrame().locator('p')).toHaveText('playing');
  await expect(button).toHaveCount(0);
  expect(asked).toEqual([frame]);
});

test('it opens by the keyboard', async ({ page }) => {
  await page.route('https://player.example/**', (route) => route.fulfill({ contentType: 'text/html', body: 'x' }));
  await allowFrame(page);
  await stageDocument(page, article(frame));
  await lamplit(page).part('embed-button').press('Enter');
  await expect(lamplit(page).part('embed-frame')).toHaveAttribute('src', frame);
});

test('an address that is no https one gives no frame', async ({ page }) => {
  await stageDocument(page, article('javascript:alert(1)'));
  await expect(lamplit(page).part('embed')).toContainText('Lamps');
  await expect(lamplit(page).part('embed-button')).toHaveCount(0);
});
