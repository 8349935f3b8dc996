// The page that the project began with, saved as text: all of it is there, by role and text.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { captured } from './support/captured.js';
import { command, root } from './support/command.js';
import { stageDocument } from './support/document.js';
import { expect, lamplit, test } from './support/fixtures.js';
import { stage } from './support/stage.js';

const own = 'tests/fixtures/captured/page.txt';
const seed = join(root, '../shared/seed/captured-page.txt');

/** @param {number} views */
const short = (views) => `${(views / 10_000).toFixed(1).replace(/\.0$/, '')}万`;

/**
 * Every element of the page, in the words that its text has for it.
 * @param {import('@playwright/test').Page} page @param {string} text
 */
async function isAllThere(page, text) {
  const wanted = captured(text);
  const { host, reaches, body, meta, cards, lists, article } = lamplit(page);
  await reaches('ready');
  await expect(article).toHaveAttribute('lang', 'zh-Hans');

  const site = host.getByRole('navigation', { name: wanted.site });
  await expect(site.getByRole('link', { name: wanted.home, exact: true })).toHaveAttribute('href', /\/$/);
  await expect(site).toContainText(wanted.site);
  await expect(host.getByRole('heading', { level: 1 })).toHaveText(wanted.headline);

  await expect(meta.getByRole('term')).toHaveText(['时间', '作者', '浏览量']);
  const [time, authors, views] = await meta.getByRole('definition').all();
  await expect(meta.getByRole('time')).toHaveAttribute('datetime', wanted.time.replace(' ', 'T'));
  const [, year, month, day, clock] = /^(\d+)-0?(\d+)-0?(\d+) (\d+:\d+)/.exec(wanted.time) ?? [];
  await expect(/** @type {any} */ (time)).toHaveText(`${year}年${month}月${day}日 ${clock}`);
  await expect(/** @type {any} */ (authors)).toHaveText(wanted.authors.join('、'));
  const exact = wanted.views.toLocaleString('en');
  const number = /** @type {import('@playwright/test').Locator} */ (views);
  await expect(number.getByText(short(wanted.views), { exact: true })).toHaveAttribute('title', exact);
  await expect(number.getByText(short(wanted.views), { exact: true })).toHaveAttribute('value', `${wanted.views}`);
  await expect(number).toHaveText(short(wanted.views), { useInnerText: true });
  await number.getByText(short(wanted.views), { exact: true }).click();
  await expect(number).toHaveText(new RegExp(`${exact}$`), { useInnerText: true });

  await expect(body.locator('p')).toHaveText(wanted.paragraphs);
  const captions = await body.locator('figcaption').allTextContents();
  expect(captions.map((caption) => caption.replaceAll(' ', ''))).toEqual(
    wanted.captions.map((line) => line.replaceAll(' ', '')),
  );
  for (const [index, credit] of (await body.locator('[part~=credit]').allTextContents()).entries()) {
    expect(wanted.captions[index]?.endsWith(credit)).toBe(true);
    expect(credit).toMatch(/(摄|供图)$/);
  }
  await expect(body.locator('img')).toHaveCount(0);
  await expect(body.locator('p').last().locator('[data-mark="end"]')).toHaveText('(完)');

  const carousel = host.getByRole('region', { name: '相关文章' });
  await expect(carousel).toHaveAttribute('aria-roledescription', '轮播');
  await expect(carousel.getByRole('heading', { level: 3 })).toHaveText(wanted.cards.map(({ title }) => title));
  await expect(cards).toHaveCount(5);
  for (const [index, { kicker, excerpt }] of wanted.cards.entries()) {
    const card = carousel.getByRole('listitem').nth(index);
    await expect(card.locator('[part~=card-excerpt]')).toHaveText(excerpt);
    await expect(card.locator('[part~=card-kicker]')).toHaveText(kicker ? [kicker] : []);
    await expect(card.getByRole('link')).toHaveCount(0);
  }
  await expect(lists).toBeEmpty();
  await expect(host.getByText(/相关资讯|热门资讯/)).toHaveCount(0);

  const tools = host.getByRole('toolbar', { name: '阅读工具' });
  for (const name of ['阅读模式', '缩小字号', '恢复默认字号', '放大字号', '阅读设置']) {
    await expect(tools.getByRole('button', { name })).toBeVisible();
  }
}

/** @param {import('@playwright/test').Page} page */
async function foldOpens(page) {
  const { host, body } = lamplit(page);
  await expect(body.locator('p').last()).toBeHidden();
  await host.getByRole('button', { name: '展开全文' }).click();
  await expect(body.locator('p').last()).toBeVisible();
}

test('the text itself', async ({ page }) => {
  await stage(page, { src: `/${own}` });
  await isAllThere(page, readFileSync(join(root, own), 'utf8'));
  // A page's length is that of its text, whatever the page said: this one is too short to fold.
  await expect(lamplit(page).body.locator('p').last()).toBeVisible();
  await expect(lamplit(page).expand).toBeHidden();
});

test('what `lamplit convert` makes of it', async ({ page }) => {
  const document = command('convert', own);
  await stageDocument(page, document);
  await isAllThere(page, readFileSync(join(root, own), 'utf8'));
});

test.describe('the first of all such pages', () => {
  test.skip(!existsSync(seed), 'it is not ours to ship: only there where the project was begun');
  const text = existsSync(seed) ? readFileSync(seed, 'utf8') : '';

  test('the text itself', async ({ page }) => {
    await stageDocument(page, text);
    await isAllThere(page, text);
    await foldOpens(page);
  });

  test('what `lamplit convert` makes of it', async ({ page }) => {
    await stageDocument(page, command('convert', seed));
    await isAllThere(page, text);
    await foldOpens(page);
  });
});

test('figures without a picture look like captions', async ({ page }) => {
  await stage(page, { src: `/${own}` });
  const { body, reaches } = lamplit(page);
  await reaches('ready');
  const looks = await body.evaluate((element) => {
    const size = (/** @type {Element} */ one) => Number.parseFloat(getComputedStyle(one).fontSize);
    const [text, figure] = [element.querySelector('p'), element.querySelector('figure')];
    const caption = figure?.querySelector('figcaption');
    if (!text || !figure || !caption) throw new Error('not there');
    const box = figure.getBoundingClientRect();
    return {
      indent: getComputedStyle(caption).textIndent,
      smaller: size(caption) < size(text),
      /** No hole where the picture would have been. */
      tight: box.height - caption.getBoundingClientRect().height < size(text) * 2,
      within: box.left >= element.getBoundingClientRect().left - 0.5,
    };
  });
  expect(looks).toEqual({ indent: '0px', smaller: true, tight: true, within: true });
});
