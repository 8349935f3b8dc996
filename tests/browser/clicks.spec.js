// Which clicks on a card are the browser's: those that ask for another tab or window, and those that the page leaves to it.
import { expect, lamplit, test } from './support/fixtures.js';
import { first, opened } from './support/opened.js';
import { bare, mount } from './support/stage.js';

/** Whether the widget left a click on a card to the browser; the page stops it there, so nothing is opened. */
const isLeft = (/** @type {Element} */ element, /** @type {MouseEventInit} */ init) => {
  let left = false;
  const stop = (/** @type {Event} */ event) => {
    left = !event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('click', stop, { once: true });
  addEventListener('auxclick', stop, { once: true });
  const type = init.button === 1 ? 'auxclick' : 'click';
  element.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, ...init }));
  removeEventListener('click', stop);
  removeEventListener('auxclick', stop);
  return left;
};

for (const [name, init] of Object.entries({
  Ctrl: { ctrlKey: true },
  Shift: { shiftKey: true },
  Meta: { metaKey: true },
  Alt: { altKey: true },
  middle: { button: 1 },
})) {
  test(`a click with ${name} is the browser's`, async ({ page }) => {
    const { card, title, told } = await opened(page);
    expect(await card.evaluate(isLeft, init)).toBe(true);
    await expect(title).toHaveText(first);
    expect(await told('navigate')).toEqual([]);
  });
}

test('a real Ctrl click opens another page and leaves this one', async ({ page, context, browserName }) => {
  test.skip(browserName === 'firefox', 'the driver does not report pages that Firefox opens by itself');
  const { card, title } = await opened(page);
  const [other] = await Promise.all([context.waitForEvent('page'), card.click({ modifiers: ['ControlOrMeta'] })]);
  await other.waitForURL(/articles\/zh-bamboo\.html$/);
  await expect(title).toHaveText(first);
});

test('`navigate="link"` leaves it to the browser', async ({ page }) => {
  const { card, host, told } = await opened(page);
  await host.evaluate((element) => element.setAttribute('navigate', 'link'));
  expect(await card.evaluate(isLeft, {})).toBe(true);
  expect(await told('navigate')).toHaveLength(1);
  await card.click();
  await page.waitForURL(/articles\/zh-bamboo\.html$/);
});

test('a card without a source is a plain link', async ({ page, problems }) => {
  problems.expect(/bell\.wav|media-src/);
  const { told } = await opened(page);
  await page.goto(bare);
  await mount(page, { src: '/articles/kitchen-sink.json' });
  const { reaches, cards } = lamplit(page);
  await reaches('ready');
  const plain = cards.locator('a:not([data-src])').first();
  expect(await plain.evaluate(isLeft, {})).toBe(true);
  expect(await told('error')).toEqual([]);
  await plain.click();
  await page.waitForURL(/articles\/en-valley-line\.html$/);
});
