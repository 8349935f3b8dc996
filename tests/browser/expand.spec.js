// 展开全文: a long article is folded, all of it is in the page, and opening it moves nothing that is being read.
import { expect, lamplit, test } from './support/fixtures.js';
import { stage } from './support/stage.js';
import { articleOf, tight, tightWords } from './support/words.js';

test.beforeEach(async ({ page }) => {
  await page.goto('/index.html');
  await lamplit(page).reaches('ready');
});

/** Runs in the page: where the text before the fold ends. */
const edge = (/** @type {Element} */ body) =>
  body.querySelector('[data-section]')?.lastElementChild?.getBoundingClientRect().bottom ?? Number.NaN;

test('a long article is folded, with all of its text in the document', async ({ page }) => {
  const { body, expand, host } = lamplit(page);
  const button = host.getByRole('button', { name: '展开全文' });
  await expect(button).toBeVisible();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(body.locator('[data-rest]')).toHaveAttribute('hidden', 'until-found');
  await expect(body.locator('[data-section] > *').first()).toBeVisible();
  expect(tight((await body.textContent()) ?? '')).toBe(tightWords(articleOf('zh-mentors').blocks));
  await expect(expand).toHaveCount(1);
});

for (const way of ['mouse', 'Enter', 'Space']) {
  test(`${way} opens it, the edge stays and the focus goes on to the text`, async ({ page }) => {
    const { body, expand } = lamplit(page);
    await expand.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const before = await body.evaluate(edge);
    if (way === 'mouse') await expand.click();
    else {
      await expand.evaluate((element) => /** @type {HTMLElement} */ (element).focus({ preventScroll: true }));
      await page.keyboard.press(way);
    }
    await expect(body.locator('[data-section] > *').last()).toBeVisible();
    expect(Math.abs((await body.evaluate(edge)) - before)).toBeLessThanOrEqual(0.5);
    await expect(expand).toBeHidden();
    await expect(expand).toHaveAttribute('aria-expanded', 'true');
    await expect(body.locator('[data-rest]')).not.toHaveAttribute('hidden');
    await expect(body.locator('[data-rest]')).toBeFocused();
    // Tab goes on from there, not from the top of the page.
    await page.keyboard.press('Tab');
    const goesOn = await body.locator('[data-rest]').evaluate((rest) => {
      const { activeElement } = /** @type {ShadowRoot} */ (rest.getRootNode());
      return activeElement !== null && Boolean(rest.compareDocumentPosition(activeElement) & (16 | 4));
    });
    expect(goesOn).toBe(true);
  });
}

test('what the browser finds in it opens it', async ({ page }) => {
  const { body, expand } = lamplit(page);
  await body.evaluate((element) => {
    const last = element.querySelector('[data-rest]')?.lastElementChild?.lastElementChild;
    last?.dispatchEvent(new Event('beforematch', { bubbles: true }));
  });
  await expect(expand).toBeHidden();
  await expect(body.locator('[data-section] > *').last()).toBeVisible();
});

test('the search of the browser itself opens it', async ({ page }) => {
  const { body, expand } = lamplit(page);
  const last = body.locator('[data-section] > p').last();
  const words = ((await last.textContent()) ?? '').slice(4, 14);
  // A link that was followed by a person: the search runs in the page as it stands.
  await page.evaluate((text) => {
    const link = document.createElement('a');
    link.id = 'find';
    link.href = `#:~:text=${encodeURIComponent(text)}`;
    link.textContent = 'find';
    document.body.prepend(link);
  }, words);
  await page.locator('#find').click();
  await expect(expand).toBeHidden();
  await expect(last).toBeInViewport();
});

test('reader mode shows all of it, and so does the page afterwards', async ({ page }) => {
  const { body, expand, host } = lamplit(page);
  await host.getByRole('button', { name: '阅读模式', exact: true }).click();
  await expect(expand).toBeHidden();
  await expect(body.locator('[data-section] > *').last()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(host.getByRole('button', { name: '阅读模式', exact: true })).toBeVisible();
  await expect(expand).toBeHidden();
  await expect(body.locator('[data-section] > *').last()).toBeVisible();
});

test('a short article has no button', async ({ page }) => {
  await stage(page, { src: '/articles/en-valley-line.json' });
  const { body, expand, host, reaches } = lamplit(page);
  await reaches('ready');
  await expect(body.locator('[data-section] > *').last()).toBeVisible();
  await expect(expand).toBeHidden();
  await expect(host.getByRole('button', { name: 'Read the full article' })).toHaveCount(0);
});

test('another article is folded anew', async ({ page }) => {
  const { expand, title, host } = lamplit(page);
  await expand.click();
  await expect(expand).toBeHidden();
  await host.evaluate((element) => /** @type {any} */ (element).load('/articles/en-tide-book.json'));
  await expect(title).toHaveText(articleOf('en-tide-book').title);
  await expect(expand).toBeVisible();
  await expect(expand).toHaveText('Read the full article');
});
