// README.md's examples, run as they stand there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support/command.js';
import { expect, lamplit, test } from './support/fixtures.js';
import { articleOf } from './support/words.js';

/** The code blocks in order, with their language. */
const examples = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```(\w+)\n(.*?)^```/gms)].map(
  ([, language = '', code = '']) => ({ language, code }),
);

/** The one block of a language that has these words in it. @param {string} language @param {string} words */
function example(language, words) {
  const found = examples.filter((one) => one.language === language && one.code.includes(words));
  expect(found, `one ${language} example with ${words}`).toHaveLength(1);
  return found[0]?.code ?? '';
}

const harvest = () => example('json', '"version"');
/** What a publisher may have, without the tests' own policy: an inline script is how the README shows a recipe. */
const headers = { 'content-type': 'text/html; charset=utf-8' };

/**
 * A page of a publisher who has followed the README, with the package where it says.
 * @param {import('@playwright/test').Page} page @param {string} body @param {string} [script] run before the element is there
 */
async function publish(page, body, script = '') {
  await page.route('**/lamplit/lamplit**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop() ?? '';
    return route.fulfill({ path: join(root, 'pkg', name) });
  });
  await page.route('**/articles/harvest.json', (route) => route.fulfill({ json: JSON.parse(harvest()) }));
  await page.route('**/field.jpg', (route) => route.fulfill({ path: join(root, 'www/images/county-road.svg') }));
  await page.route('**/published.html', (route) =>
    route.fulfill({
      headers,
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Published</title><script>${script}</script><body>${body}`,
    }),
  );
  await page.goto('/published.html');
}

test('the script tag and the article', async ({ page }) => {
  await publish(page, example('html', '<h1>Harvest'));
  const { reaches, title, body, meta, cards } = lamplit(page);
  await reaches('ready');
  await expect(title).toHaveText('Harvest comes early');
  await expect(page.locator('lamplit-reader > h1')).toBeHidden();
  await expect(meta).toContainText('Ida Brandt');
  await expect(body.getByRole('paragraph').first()).toHaveText('The first lorries came on Tuesday.');
  await expect(body.getByRole('img', { name: 'A field at noon' })).toHaveAttribute('src', /\/articles\/field\.jpg$/);
  await expect(body.getByText('Photo: Ida Brandt')).toBeVisible();
  await expect(cards.getByRole('link', { name: 'A dry spring' })).toHaveAttribute(
    'href',
    /\/articles\/dry-spring\.json$/,
  );
});

test('the classic script', async ({ page }) => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const tag = /<script src="[^"]+iife[^"]+"[^>]*><\/script>/.exec(readme)?.[0] ?? '';
  await publish(page, `${tag}<lamplit-reader src="/articles/harvest.json"></lamplit-reader>`);
  await lamplit(page).reaches('ready');
  await expect(lamplit(page).title).toHaveText('Harvest comes early');
});

test('the imports from npm', async ({ page }) => {
  example('js', "import 'lamplit';");
  const map = { imports: { lamplit: '/pkg/lamplit.js', 'lamplit/element': '/pkg/element.js' } };
  await publish(
    page,
    `<script type="importmap">${JSON.stringify(map)}</script>
     <script type="module">${example('js', "import 'lamplit';")}
       import { LamplitReader } from 'lamplit/element';
       customElements.define('my-reader', LamplitReader);</script>
     <lamplit-reader src="/articles/harvest.json"></lamplit-reader><my-reader src="/articles/harvest.json"></my-reader>`,
  );
  for (const name of ['lamplit-reader', 'my-reader']) {
    await lamplit(page, name).reaches('ready');
    await expect(lamplit(page, name).title).toHaveText('Harvest comes early');
  }
});

const article =
  '<script type="module" src="/lamplit/lamplit.js"></script><lamplit-reader src="/articles/zh-mentors.json">';

test('the article as HTML text', async () => {
  const code = example('js', 'lamplit/ssr');
  const { render } = await import('lamplit/ssr');
  const rest = code.replace(/^import .*$/m, '');
  const html = await new Function('render', 'json', `return (async () => {${rest}; return html; })()`)(
    render,
    harvest(),
  );
  expect(html).toContain('<h1 part="title">Harvest comes early</h1>');
});

test('recipe: the rest of the page follows the size', async ({ page }) => {
  await publish(page, article, example('js', 'lamplit-settings'));
  const { reaches, part } = lamplit(page);
  await reaches('ready');
  await part('larger').click();
  await expect(page.locator('body')).toHaveAttribute('data-scale', '1.05');
});

test('recipe: the page’s own router opens the cards', async ({ page }) => {
  await publish(page, article, example('js', 'lamplit-navigate'));
  const { reaches, cards } = lamplit(page);
  await reaches('ready');
  await cards.first().getByRole('link').click();
  await page.waitForURL(/articles\/zh-bamboo\.html$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(articleOf('zh-bamboo').title);
});

test('recipe: an article that the page has already', async ({ page }) => {
  await publish(page, '<script type="module" src="/lamplit/lamplit.js"></script><lamplit-reader></lamplit-reader>');
  await page.evaluate((code) => new Function(code)(), example('js', '.article = {'));
  const { reaches, title, body } = lamplit(page);
  await reaches('ready');
  await expect(title).toHaveText('A short note');
  await expect(body).toHaveText('The bridge is open again.');
});

test('recipe: an article that stands in the page', async ({ page }) => {
  await publish(page, `<script type="module" src="/lamplit/lamplit.js"></script>${example('html', 'from=')}`);
  const { reaches, body } = lamplit(page);
  await reaches('ready');
  await expect(body).toContainText('It grinds again.');
  await expect(page.locator('#story')).toBeHidden();
});

test('recipe: what else is on the site', async ({ page }) => {
  const mill = { version: 'lamplit/1', title: 'The old mill', blocks: ['It grinds again.'] };
  await page.route('**/articles/mill.json', (route) => route.fulfill({ json: mill }));
  const cards = [{ title: 'A new bridge' }, { title: 'Flour from the mill', src: '/articles/flour.json' }];
  await page.route('**/feed.json', (route) => route.fulfill({ json: cards }));
  await publish(page, `<script type="module" src="/lamplit/lamplit.js"></script>${example('html', 'related=')}`);
  await expect(lamplit(page).cards.getByRole('heading')).toHaveText(['Flour from the mill', 'A new bridge']);
});

test('recipe: a face of one’s own', async ({ page }) => {
  await publish(page, `<style>${example('css', '::part(title)')}</style>${article}`);
  const { reaches, title, body } = lamplit(page);
  await reaches('ready');
  await expect(title).toHaveCSS('text-align', 'center');
  await expect(body.locator('p').first()).toHaveCSS('font-family', /Charter/);
  await expect(lamplit(page).expand).toHaveCSS('color', 'rgb(122, 46, 29)');
});

test('every example is one that these tests know', () => {
  const known = examples.filter(({ language }) => ['html', 'js', 'json', 'css'].includes(language));
  expect(known).toHaveLength(10);
});
