// The article on the preview's pages: its language, its text in order, its outline, its indent, and what can stand in it.
import { expect, lamplit, test } from './support/fixtures.js';
import { stage } from './support/stage.js';
import { articleOf, tight, tightWords, withoutReadings } from './support/words.js';

const pages = [
  { path: '/index.html', name: 'zh-mentors', dir: 'ltr' },
  { path: '/en.html', name: 'en-tide-book', dir: 'ltr' },
  { path: '/ar.html', name: 'ar-desert-library', dir: 'rtl' },
  { path: '/ja.html', name: 'ja-lanterns', dir: 'ltr' },
];

for (const { path, name, dir } of pages) {
  test.describe(path, () => {
    const article = articleOf(name);

    test.beforeEach(async ({ page }) => {
      await page.goto(path);
      await lamplit(page).reaches('ready');
    });

    test('title, language and direction', async ({ page }) => {
      const { article: element, title, meta } = lamplit(page);
      await expect(title).toHaveText(article.title);
      await expect(element).toHaveAttribute('lang', article.lang);
      await expect(element).toHaveAttribute('dir', dir);
      await expect(element).toHaveCSS('direction', dir);
      for (const { name: author } of article.authors) await expect(meta).toContainText(author);
    });

    test('the body says what the document says, block by block', async ({ page }) => {
      const blocks = await lamplit(page)
        .body.locator('[data-section] > *')
        .evaluateAll((all) => all.map((element) => element.textContent ?? ''));
      expect(blocks.map(tight)).toEqual(article.blocks.map((/** @type {any} */ block) => tightWords([block])));
    });

    test('the blocks stand one under the other', async ({ page }) => {
      const { expand, body } = lamplit(page);
      await expand.click();
      const tops = await body.locator('[data-section] > *').evaluateAll((all) =>
        all.map((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return { top, bottom };
        }),
      );
      for (const [index, { top }] of tops.entries()) {
        expect(top).toBeGreaterThanOrEqual((tops[index - 1]?.bottom ?? top) - 0.5);
      }
    });

    test('the outline never skips a rank', async ({ page }) => {
      const ranks = await lamplit(page)
        .part('surface')
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
      expect(ranks[0]).toBe(1);
      expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
      for (const [index, rank] of ranks.entries()) expect(rank).toBeLessThanOrEqual((ranks[index - 1] ?? 0) + 1);
    });

    test('an indent is 2 em, once', async ({ page }) => {
      const { body, expand } = lamplit(page);
      await expand.click();
      const found = await body.locator('p:not(blockquote *, li *, figure *)').evaluateAll((all) =>
        all.map((element) => {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          range.setStart(/** @type {Text} */ (walker.nextNode()), 0);
          range.setEnd(range.startContainer, 1);
          const [glyph, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
          const { fontSize, textIndent, direction } = getComputedStyle(element);
          const em = Number.parseFloat(fontSize);
          return {
            wanted: element.hasAttribute('data-indent') ? 2 * em : 0,
            style: Number.parseFloat(textIndent),
            seen: direction === 'rtl' ? box.right - glyph.right : glyph.left - box.left,
          };
        }),
      );
      expect(found.length).toBeGreaterThan(5);
      for (const { wanted, style, seen } of found) {
        expect(Math.abs(style - wanted)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(seen - wanted)).toBeLessThanOrEqual(0.5);
      }
      expect(found.some(({ wanted }) => wanted > 0)).toBe(
        article.blocks.some((/** @type {any} */ block) => block.indent),
      );
    });

    test('what is selected is what the article says', async ({ page }) => {
      const { body, expand } = lamplit(page);
      await expand.click();
      const selected = await body.evaluate((element) => {
        for (const details of element.querySelectorAll('details')) details.open = true;
        // Firefox selects the alternative text of a picture that has not come yet.
        for (const picture of element.querySelectorAll('img')) picture.alt = '';
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const first = /** @type {Text} */ (walker.nextNode());
        let last = first;
        while (walker.nextNode()) last = /** @type {Text} */ (walker.currentNode);
        const selection = getSelection();
        selection?.setBaseAndExtent(first, 0, last, last.length);
        return `${selection}`;
      });
      // Engines differ over whether the readings beside characters are part of a selection.
      expect([tightWords(article.blocks), tightWords(withoutReadings(article.blocks))]).toContain(tight(selected));
    });
  });
}

test.describe('every kind of block', () => {
  test.beforeEach(async ({ page, problems }) => {
    problems.expect(/bell\.wav|media-src/);
    await stage(page, { src: '/articles/kitchen-sink.json' });
    await lamplit(page).reaches('ready');
    await lamplit(page).expand.click();
  });

  test('a table has its headers, spans and a name, and scrolls by itself', async ({ page }) => {
    const table = lamplit(page).body.getByRole('table').first();
    const region = lamplit(page).part('table').first();
    await expect(region).toHaveRole('region');
    await expect(region).toHaveAccessibleName(/./);
    await expect(region).toHaveAttribute('tabindex', '0');
    await expect(table.getByRole('columnheader').first()).toHaveAttribute('rowspan', '2');
    await expect(table.locator('th[colspan="2"]')).toHaveCount(1);
    await expect(table.locator('tbody th[scope="row"]')).not.toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('figures, galleries, films, sound and embeds', async ({ page }) => {
    const { body } = lamplit(page);
    await expect(body.getByRole('img', { name: 'Tea terraces in spring' })).toHaveAttribute(
      'src',
      /tea-terraces\.svg$/,
    );
    await expect(body.getByText('A caption whose picture is lost.')).toBeVisible();
    await expect(body.locator('[part~=gallery] img')).not.toHaveCount(0);
    await expect(body.locator('[part~=video]').getByText('The harbour, one minute')).toBeVisible();
    await expect(body.locator('audio')).toHaveAttribute('preload', 'none');
    await expect(body.locator('iframe')).toHaveCount(0);
    const embed = body.locator('[part~=embed]');
    await expect(embed.getByRole('link')).toHaveAttribute('href', 'https://video.example/watch/lamplighters');
    await expect(embed.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer');
  });

  test('ruby, dots, words in other languages, details, rules and boxes', async ({ page }) => {
    const { body } = lamplit(page);
    await expect(body.locator('ruby rt').first()).toHaveText('jiǎn');
    await expect(body.locator('em[data-mark="dots"]').first()).toHaveText('着重号');
    await expect(body.locator('p[lang="ar"]')).toHaveCSS('direction', 'rtl');
    await expect(body.getByRole('separator')).toHaveCount(1);
    const [closed, open] = [body.locator('details').first(), body.locator('details[open]')];
    await expect(open.getByText('It can be closed.')).toBeVisible();
    await expect(closed.getByText('Whether anybody had looked')).toBeHidden();
    await closed.locator('summary').click();
    await expect(closed.getByText('Whether anybody had looked')).toBeVisible();
    await expect(body.getByRole('group', { name: 'A box with a heading of its own' })).toBeVisible();
    await expect(body.getByText('Which lamp should be lit first?')).toBeVisible();
  });
});
