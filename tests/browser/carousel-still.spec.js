// The carousel of a reader who asks for little motion.
import { expect, lamplit, test } from './support/fixtures.js';
import { stage } from './support/stage.js';

test.use({ media: { reducedMotion: 'reduce' } });

test('it is where it goes at once', async ({ page }) => {
  await stage(page, { src: '/tests/fixtures/native/related-only.json' });
  const { reaches, part } = lamplit(page);
  await reaches('ready');
  const moved = await part('next').evaluate((button) => {
    const track = button.getRootNode();
    const list = /** @type {Element} */ (/** @type {ShadowRoot} */ (track).querySelector('[part~="track"]'));
    /** @type {HTMLElement} */ (button).click();
    return list.scrollLeft;
  });
  expect(moved).toBeGreaterThan(0);
  await part('previous').click();
  expect(await part('track').evaluate((list) => list.scrollLeft)).toBeLessThan(1);
});
