// The pages that the widget stands in: every way of loading it, several of it, and what a page does with its elements.
import { expect, lamplit, test } from './support/fixtures.js';
import { bare, listen, mount } from './support/stage.js';
import { articleOf } from './support/words.js';

const note = (/** @type {string} */ title) => ({ version: 'lamplit/1', title, lang: 'en', blocks: ['Words.'] });

for (const path of ['/index.html', '/classic.html', '/npm.html']) {
  test(`${path} shows its article in place of the fallback, and asks for nothing else`, async ({ page, baseURL }) => {
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    // The script is held up: until it is there, the fallback is what is read.
    let release = () => {};
    const held = new Promise((resolve) => {
      release = () => resolve(undefined);
    });
    await page.route(/\/lamplit(\.iife)?\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'commit' });
    const fallback = page.locator('lamplit-reader > h1');
    await expect(fallback).toBeVisible();
    release();
    const { reaches, title } = lamplit(page);
    await reaches('ready');
    await expect(title).toHaveText(articleOf('zh-mentors').title);
    await expect(fallback).toBeHidden();
    await page.waitForLoadState('networkidle');
    const expected =
      /^\/(index|classic|npm)\.html$|^\/preview\/|^\/images\/[\w-]+\.svg$|^(\/node_modules\/lamplit)?\/pkg\/lamplit[\w.]*\.(js|wasm)$|^\/articles\/zh-mentors\.json$|^\/favicon\.ico$/;
    for (const address of asked) {
      const { origin, pathname } = new URL(address);
      expect(origin).toBe(new URL(baseURL ?? '').origin);
      expect(pathname).toMatch(expected);
    }
    expect(asked.filter((address) => /zh-mentors\.json$/.test(address))).toHaveLength(1);
    expect(asked.filter((address) => /lamplit_bg\.wasm$/.test(address))).toHaveLength(1);
    // The core of the other formats is no business of a native article.
    expect(asked.filter((address) => /lamplit_import/.test(address))).toEqual([]);
  });
}

test('every state of the gallery is reached', async ({ page, problems }) => {
  problems.expect(/404|bell\.wav|media-src/);
  await page.goto('/gallery.html');
  const stateOf = (/** @type {string} */ id) => page.locator(`section[aria-labelledby="${id}"] lamplit-reader`);
  for (const id of ['state-sink', 'state-short', 'state-large', 'state-elder']) {
    await expect(stateOf(id)).toHaveAttribute('state', 'ready');
    await expect(stateOf(id).getByRole('heading', { level: 1 })).toBeVisible();
  }
  for (const id of ['state-missing', 'state-unknown', 'state-html']) {
    await expect(stateOf(id)).toHaveAttribute('state', 'failed');
    await expect(stateOf(id).locator('> p')).toBeVisible();
  }
  await expect(stateOf('state-broken')).toHaveAttribute('state', 'failed');
  await expect(stateOf('state-bare')).toHaveAttribute('state', 'failed');
  await expect(stateOf('state-bare').getByRole('button')).toBeVisible();
  for (const id of ['state-idle', 'state-idle-bare']) await expect(stateOf(id)).toHaveAttribute('state', 'idle');
  await expect(stateOf('state-idle').locator('> p')).toBeVisible();
});

test('the script may come twice, and as module and classic script together', async ({ page }) => {
  await page.goto('/tests/browser/pages/twice.html');
  for (const id of ['#one', '#two']) {
    await lamplit(page, id).reaches('ready');
    await expect(lamplit(page, id).title).toBeVisible();
  }
});

test('two readers on one page keep to themselves', async ({ page }) => {
  await page.goto(bare);
  await mount(page, { id: 'one', src: '/articles/zh-mentors.json' });
  await mount(page, { id: 'two', src: '/articles/en-tide-book.json' });
  const [one, two] = [lamplit(page, '#one'), lamplit(page, '#two')];
  await one.reaches('ready');
  await two.reaches('ready');
  await one.cards.first().getByRole('link').click();
  await expect(one.title).toHaveText(articleOf('zh-bamboo').title);
  await expect(two.title).toHaveText(articleOf('en-tide-book').title);
  await two.cards.first().getByRole('link').click();
  await expect(two.title).toHaveText(articleOf('en-valley-line').title);
  await page.goBack();
  await expect(two.title).toHaveText(articleOf('en-tide-book').title);
  await expect(one.title).toHaveText(articleOf('zh-bamboo').title);
  await page.goBack();
  await expect(one.title).toHaveText(articleOf('zh-mentors').title);
});

test('moved, taken away and put back, it shows what it showed', async ({ page }) => {
  await page.goto(bare);
  await mount(page, { src: '/articles/zh-mentors.json' }, 'Light');
  const { reaches, title, expand, host } = lamplit(page);
  await reaches('ready');
  await host.evaluate((element) => {
    const other = document.createElement('section');
    document.body.append(other);
    other.append(element);
  });
  await expect(title).toBeVisible();
  await expand.click();
  await expect(expand).toBeHidden();
  await host.evaluate(async (element) => {
    element.remove();
    // Long enough to have gone: a task later it has let go of everything.
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    document.querySelector('main')?.append(element);
  });
  await reaches('ready');
  await expect(title).toHaveText(articleOf('zh-mentors').title);
  await expect(page.getByText('Light')).toBeHidden();
  await host.evaluate((element) => /** @type {any} */ (element).enterReader());
  await expect(lamplit(page).reader).toBeVisible();
});

test('what was set before it was one of ours counts', async ({ page }) => {
  await page.route(/\/pkg\/lamplit\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(bare);
  await page.evaluate((article) => {
    const reader = document.createElement('lamplit-reader');
    Object.assign(reader, { article, settings: { theme: 'sepia', scale: 1.5 } });
    document.querySelector('main')?.append(reader);
  }, note('Set early'));
  await page.evaluate(() => import(/** @type {any} */ ('/pkg/lamplit.js?late')));
  const { reaches, title, part, host } = lamplit(page);
  await reaches('ready');
  await expect(title).toHaveText('Set early');
  await expect(part('surface')).toHaveAttribute('data-theme', 'sepia');
  expect(await host.evaluate((element) => Object.keys(element))).toEqual([]);
});

test('`article` takes an object and JSON text and reads back the document', async ({ page }) => {
  await page.goto(bare);
  await mount(page, {});
  const { title, host, reaches } = lamplit(page);
  const set = (/** @type {unknown} */ value) =>
    host.evaluate((element, article) => Object.assign(element, { article }), value).catch(() => {});
  await set(note('As an object'));
  await expect(title).toHaveText('As an object');
  await set(JSON.stringify(note('As text')));
  await expect(title).toHaveText('As text');
  await reaches('ready');
  const back = await host.evaluate((element) => /** @type {any} */ (element).article);
  expect(back).toMatchObject({ version: 'lamplit/1', title: 'As text' });
  await set(null);
  await reaches('idle');
  expect(await host.evaluate((element) => /** @type {any} */ (element).article)).toBeNull();
});

test('`load()` ends when the article is complete, and rejects when there is none', async ({ page, problems }) => {
  problems.expect(/404/);
  await page.goto(bare);
  await mount(page, {});
  const { host } = lamplit(page);
  const [state, code] = await host.evaluate(async (element) => {
    const reader = /** @type {any} */ (element);
    await reader.load('/articles/en-valley-line.json');
    const { state: now } = reader;
    return [now, await reader.load('/articles/nowhere.json').catch((/** @type {any} */ error) => error.code)];
  });
  expect([state, code]).toEqual(['ready', 'http']);
});

test('of several sources in a row the last one stands', async ({ page }) => {
  const told = await listen(page);
  await page.goto(bare);
  await mount(page, { src: '/__fault/hang?headers' });
  const { host, reaches, title } = lamplit(page);
  await host.evaluate((element) => {
    for (const name of ['zh-bamboo', 'ja-lanterns', 'en-tide-book'])
      element.setAttribute('src', `/articles/${name}.json`);
  });
  await reaches('ready');
  await expect(title).toHaveText(articleOf('en-tide-book').title);
  expect((await told('load')).map(({ title: name }) => name)).toEqual([articleOf('en-tide-book').title]);
  expect(await told('error')).toEqual([]);
});
