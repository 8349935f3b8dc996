// A card opens its article in place, and the browser's Back and Forward lead from one to the other.
import { expect, lamplit, test } from './support/fixtures.js';
import { entries, first, opened, second } from './support/opened.js';
import { articleOf } from './support/words.js';

/** The character at the top of the view and how far below the edge it stands. @param {import('@playwright/test').Page} page */
const place = (page) =>
  lamplit(page).body.evaluate((body) => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = /** @type {Text} */ (node);
      for (let at = 0; at < length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { top, height } = range.getBoundingClientRect();
        if (height > 0 && top >= 0) return { text: /** @type {Text} */ (node).data.slice(at, at + 20), top };
      }
    }
    return null;
  });

for (const way of ['mouse', 'Enter']) {
  test(`${way} opens a card in place`, async ({ page }) => {
    const { card, title, told, url, reaches, article } = await opened(page);
    const before = await entries(page);
    if (way === 'mouse') await card.click();
    else {
      await card.focus();
      await page.keyboard.press('Enter');
    }
    await expect(title).toHaveText(second);
    await reaches('ready');
    expect(page.url()).toBe(url);
    expect(await entries(page)).toBe(before + 1);
    const { src, url: address, title: name } = (await told('navigate'))[0];
    expect(src).toMatch(/articles\/zh-bamboo\.json$/);
    expect(address).toMatch(/articles\/zh-bamboo\.html$/);
    expect(name).toContain('毛竹');
    // It begins at its beginning.
    expect(await article.evaluate((element) => element.getBoundingClientRect().bottom > 0)).toBe(true);
    await expect(title).toBeInViewport();
  });
}

test('Back returns to the same place, Forward goes on again', async ({ page }) => {
  const { card, title, expand, body, told, reaches } = await opened(page);
  await expand.click();
  await body
    .locator('[data-section] > p')
    .last()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.evaluate(() => scrollBy(0, 13));
  const before = await place(page);
  // As a reader's script would: a press that does not scroll first.
  await card.evaluate((element) => /** @type {HTMLElement} */ (element).click());
  await expect(title).toHaveText(second);
  await reaches('ready');
  await page.goBack();
  await expect(title).toHaveText(first);
  await expect.poll(async () => (await told('load')).length).toBe(3);
  await reaches('ready');
  const after = await place(page);
  expect(after?.text).toBe(before?.text);
  expect(Math.abs((after?.top ?? 0) - (before?.top ?? 0))).toBeLessThanOrEqual(0.5);
  await page.goForward();
  await expect(title).toHaveText(second);
});

test('a reload keeps what was opened', async ({ page }) => {
  const { card, title, reaches } = await opened(page);
  await card.click();
  await expect(title).toHaveText(second);
  await reaches('ready');
  await page.reload();
  await expect(title).toHaveText(second);
  await page.goBack();
  await expect(title).toHaveText(first);
});

test('in reader mode it stays in reader mode', async ({ page }) => {
  const { card, title, host, reader } = await opened(page);
  await host.evaluate((element) => /** @type {any} */ (element).enterReader());
  await expect(reader).toBeVisible();
  await card.click();
  await expect(title).toHaveText(second);
  await expect(reader).toBeVisible();
  expect(await host.evaluate((element) => /** @type {any} */ (element).readerMode)).toBe(true);
  await page.goBack();
  await expect(title).toHaveText(first);
  await expect(reader).toBeVisible();
  await page.goBack();
  await expect(reader).toBeHidden();
  await expect(title).toHaveText(first);
});

test('`navigate="event"` only tells', async ({ page }) => {
  const { card, host, told, title, url } = await opened(page);
  const before = await entries(page);
  await host.evaluate((element) => element.setAttribute('navigate', 'event'));
  await card.click();
  await expect.poll(async () => (await told('navigate')).length).toBe(1);
  await expect(title).toHaveText(first);
  expect([page.url(), await entries(page)]).toEqual([url, before]);
});

test('whoever prevents `lamplit-navigate` opens it themselves', async ({ page }) => {
  const { card, told, title, url } = await opened(page);
  await page.evaluate(() => addEventListener('lamplit-navigate', (event) => event.preventDefault()));
  const before = await entries(page);
  await card.click();
  await expect.poll(async () => (await told('navigate')).length).toBe(1);
  await expect(title).toHaveText(first);
  expect([page.url(), await entries(page)]).toEqual([url, before]);
});

test('a card that cannot be had leaves the article and the history as they were', async ({ page, problems }) => {
  problems.expect(/404/);
  const { card, told, title, reaches, cards } = await opened(page);
  await card.evaluate((element) => element.setAttribute('data-src', '/articles/nowhere.json'));
  await card.click();
  await expect.poll(async () => (await told('error')).length).toBe(1);
  expect((await told('error'))[0].code).toBe('http');
  await reaches('ready');
  await expect(title).toHaveText(first);
  await expect.poll(() => page.evaluate(() => JSON.stringify(history.state ?? ''))).not.toContain('nowhere');
  await cards.nth(1).getByRole('link').click();
  await expect(title).toHaveText(articleOf('zh-night-school').title);
  await page.goBack();
  await expect(title).toHaveText(first);
});
