// A finger on the carousel: a tap opens a card, a swipe moves the list and opens nothing.
import { expect, lamplit, test } from './support/fixtures.js';
import { articleOf } from './support/words.js';

test.use({ hasTouch: true });
test.skip(({ browserName }) => browserName === 'firefox', 'the driver cannot touch in Firefox');

test.beforeEach(async ({ page }) => {
  await page.goto('/index.html');
  const { reaches, part } = lamplit(page);
  await reaches('ready');
  await part('track').evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
});

test('a tap opens the card in place', async ({ page }) => {
  const { cards, title } = lamplit(page);
  const url = page.url();
  await cards.first().tap();
  await expect(title).toHaveText(articleOf('zh-bamboo').title);
  expect(page.url()).toBe(url);
});

test('a swipe moves the list on, which comes to rest on a card, and opens nothing', async ({ page, context }) => {
  const { cards, title, part } = lamplit(page);
  const box = await cards.first().boundingBox();
  const client = await context.newCDPSession(page);
  const y = (box?.y ?? 0) + 40;
  const start = (box?.x ?? 0) + (box?.width ?? 0) - 10;
  /** @param {string} type @param {number} [x] */
  const touch = (type, x) =>
    client.send('Input.dispatchTouchEvent', {
      type: /** @type {any} */ (type),
      touchPoints: x === undefined ? [] : [{ x, y }],
    });
  await touch('touchStart', start);
  for (let step = 1; step <= 12; step++) await touch('touchMove', start - step * 18);
  await touch('touchEnd');
  /** How far the list is along, and how far from its edge the nearest card begins. */
  const state = () =>
    part('track').evaluate((track) => {
      const starts = [...track.children].map((card) => card.getBoundingClientRect().left);
      // Where the first card stands at rest, every card comes to rest.
      const edge = (starts[0] ?? 0) + track.scrollLeft;
      return {
        moved: track.scrollLeft > 40,
        rests:
          track.scrollLeft > track.scrollWidth - track.clientWidth - 2 ||
          Math.min(...starts.map((left) => Math.abs(left - edge))) < 2,
      };
    });
  await expect.poll(state).toEqual({ moved: true, rests: true });
  await expect(title).toHaveText(articleOf('zh-mentors').title);
});
