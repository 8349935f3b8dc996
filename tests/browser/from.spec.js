// An article that stands in the page as HTML: the attribute `from`.
import { strictPolicy } from '../../scripts/serve.mjs';
import { expect, lamplit, test } from './support/fixtures.js';
import { listen } from './support/stage.js';

/** @typedef {import('@playwright/test').Page} Page */

const module = '<script type="module" src="/pkg/lamplit.js"></script>';
const article = `<article id="article" lang="en">
  <p>The mill grinds <em>again</em>.</p><p>Bakers come from <a href="next.html">the next town</a>.</p>
</article>`;
const words = /The mill grinds again\.\s*Bakers come from the next town\./;

/**
 * Opens a page under the strict policy; answers what is told of its widgets.
 * @param {Page} page @param {string} body @param {string} [head]
 */
async function publish(page, body, head = module) {
  const told = await listen(page);
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': strictPolicy };
  await page.route('**/town/mill.html', (route) =>
    route.fulfill({
      headers,
      body: `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>The mill</title>${head}</head><body>${body}`,
    }),
  );
  await page.goto('/town/mill.html');
  return { ...lamplit(page), told };
}

/** @param {Page} page @param {(reader: Element) => void} change */
const change = (page, change) => page.locator('lamplit-reader').evaluate(change);

test('an element elsewhere in the page stays as it is', async ({ page }) => {
  const { reaches, body, title, told } = await publish(
    page,
    `<lamplit-reader from="#article"><p>Light.</p></lamplit-reader>${article}`,
  );
  await reaches('ready');
  await expect(title).toHaveText('The mill');
  await expect(body).toHaveText(words);
  await expect(body.getByRole('link')).toHaveAttribute('href', /\/town\/next\.html$/);
  await expect(page.locator('#article')).toBeVisible();
  await expect(page.getByText('Light.')).toBeHidden();
  expect((await told('load'))[0]).toMatchObject({ title: 'The mill', lang: 'en', format: 'article in a page' });
});

test('the widget’s own fallback can be the article', async ({ page }) => {
  const { reaches, body } = await publish(page, `<lamplit-reader from="#article">${article}</lamplit-reader>`);
  await reaches('ready');
  await expect(body).toHaveText(words);
  await expect(page.locator('#article')).toBeHidden();
});

test('a widget inside the element is none of the article', async ({ page }) => {
  const { reaches, body } = await publish(
    page,
    `<main>${article}<lamplit-reader from="main"><p>Light.</p></lamplit-reader></main>`,
  );
  await reaches('ready');
  await expect(body).toHaveText(words);
});

test('engines that cannot write HTML by themselves', async ({ page }) => {
  await page.addInitScript(() => {
    delete (/** @type {any} */ (Element.prototype).getHTML);
  });
  const { reaches, body } = await publish(page, `<lamplit-reader from="#article"></lamplit-reader>${article}`);
  await reaches('ready');
  await expect(body).toHaveText(words);
  await expect(body.getByRole('link')).toHaveAttribute('href', /\/town\/next\.html$/);
});

test('the document that is made of it', async ({ page }) => {
  await publish(
    page,
    '<div dir="RTL"><lamplit-reader></lamplit-reader><i id="it">One <b>&amp;</b> two</i></div>',
    `${module}<link rel="canonical" href="/mill"><script type="application/ld+json">{"@type":"Article"}</script>
     <script type="application/LD+json">[]</script><meta name="author" content="Ida Brandt">
     <meta property="og:title" content="First"><meta property="og:title" content="Second"><meta name="empty">
     <meta name="DC.Title" content="Third"><meta itemprop="datePublished" content="2026-09-02">
     <meta property="article:tag" content="one"><meta property="article:tag" content="two">`,
  );
  const made = await page.evaluate(async () => {
    const path = '/lamplit/page.js';
    const { PageArticle } = await import(path);
    const reader = document.querySelector('lamplit-reader');
    const bytes = await new PageArticle(reader, '#it').read(new AbortController().signal);
    return JSON.parse(new TextDecoder().decode(bytes));
  });
  expect(made).toEqual({
    version: 'lamplit-page/1',
    url: new URL('/mill', page.url()).href,
    lang: 'de',
    dir: 'rtl',
    title: 'The mill',
    metadata: ['{"@type":"Article"}', '[]'],
    meta: {
      author: 'Ida Brandt',
      'og:title': 'First',
      'dc.title': 'Third',
      datePublished: '2026-09-02',
      'article:tag': ['one', 'two'],
    },
    html: 'One <b>&amp;</b> two',
  });
});

test('what the parser has still to bring is waited for', async ({ page }) => {
  const { reaches, body } = await publish(
    page,
    // Defined before there is a body: the widget arrives without its children, and before the article.
    `<lamplit-reader from="article p"></lamplit-reader>${article}`,
    '<script src="/pkg/lamplit.iife.js"></script>',
  );
  await reaches('ready');
  await expect(body).toHaveText('The mill grinds again.');
});

for (const [what, selector] of [
  ['nothing', '#nowhere'],
  ['no selector', '##'],
]) {
  test(`${what}: the fallback stays`, async ({ page }) => {
    const { reaches, told, host } = await publish(
      page,
      `<lamplit-reader from="${selector}"><p>Light.</p></lamplit-reader>${article}`,
    );
    await reaches('failed');
    await expect(host.getByText('Light.')).toBeVisible();
    expect((await told('error'))[0]).toMatchObject({ code: 'missing-element', path: '' });
    await change(page, (reader) => reader.setAttribute('from', '#article'));
    await reaches('ready');
    await expect(lamplit(page).body).toHaveText(words);
  });
}

test('src counts more, and either may change', async ({ page }) => {
  const { reaches, title, body, told } = await publish(
    page,
    `<lamplit-reader from="#article" src="/articles/en-tide-book.json"><p>Light.</p></lamplit-reader>${article}
     <p id="other">Another.</p>`,
  );
  await reaches('ready');
  await expect(title).toHaveText('The Tide Book');
  await change(page, (reader) => reader.setAttribute('from', '#other'));
  await expect(title).toHaveText('The Tide Book');
  await change(page, (reader) => reader.removeAttribute('src'));
  await expect(body).toHaveText('Another.');
  await change(page, (reader) => reader.setAttribute('from', '#article'));
  await expect(body).toHaveText(words);
  await expect.poll(async () => (await told('load')).length).toBe(3);
  await change(page, (reader) => reader.removeAttribute('from'));
  await reaches('idle');
  await expect(page.getByText('Light.')).toBeVisible();
});
