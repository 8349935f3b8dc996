// Whatever goes wrong on the way, there is something to read, and it is said what it was.
import { readFile } from 'node:fs/promises';
import { expect, lamplit, test } from './support/fixtures.js';
import { listen, long, stage } from './support/stage.js';

/** @typedef {import('@playwright/test').Page} Page */

const light = 'What the page itself has to say.';
const json = 'application/json';
const answer = '/tests/browser/pages/answer.json';
/** Engines report what a server refuses on the console. */
const refused = /^console: .*(Failed to load resource|NetworkError|answer\.json|wasm)/;

/** @param {Page} page @param {string} src */
async function open(page, src, text = light) {
  const told = await listen(page);
  await stage(page, { src }, text);
  return { ...lamplit(page), told, message: lamplit(page).part('message'), retry: lamplit(page).part('retry') };
}

/** @param {Page} page */
const answers = (page, /** @type {Parameters<import('@playwright/test').Route['fulfill']>[0]} */ response) =>
  page.route(`**${answer}`, (route) => route.fulfill(response));

/**
 * Documents that are refused whole: name, address, code, path, and what answers.
 * @type {[string, string, string, string, ((page: Page) => Promise<unknown>)?][]}
 */
const refusals = [
  ['404', '/__fault/404', 'http', ''],
  ['500', '/__fault/status?code=500', 'http', ''],
  ['a lost network', answer, 'network', '', (page) => page.route(`**${answer}`, (route) => route.abort())],
  ['HTML in its place', '/__fault/html', 'unexpected-html', '$'],
  ['an unknown format', '/articles/unknown-format.json', 'unknown-format', '$'],
  ['an empty document', answer, 'empty', '$', (page) => answers(page, { body: '', contentType: json })],
  [
    'JSON that is broken at its start',
    answer,
    'invalid-json',
    '$.title',
    (page) => answers(page, { body: '{"version": "lamplit/1", "title": nope, "blocks": ["One."]}', contentType: json }),
  ],
  [
    'JSON that ends at its start',
    answer,
    'truncated',
    '$.title',
    (page) => answers(page, { body: '{"version": "lamplit/1", "title": "Half a', contentType: json }),
  ],
  [
    'an article without words',
    answer,
    'invalid-article',
    '$',
    (page) => answers(page, { body: '{"version": "lamplit/1", "blocks": []}', contentType: json }),
  ],
];

for (const [name, src, code, path, prepare] of refusals) {
  test(`${name}: the fallback stands, and the event says ${code}`, async ({ page, problems }) => {
    problems.expect(refused);
    await prepare?.(page);
    const { host, told, article, reaches, message } = await open(page, src);
    await reaches('failed');
    await expect(host.getByText(light)).toBeVisible();
    await expect(article).toHaveCount(0);
    const errors = await told('error');
    expect(errors).toEqual([{ code, path, message: expect.stringMatching(/\S.*\S/) }]);
    expect(await told('load')).toEqual([]);
    await expect(message).toHaveText('');
  });
}

test('without a fallback there are words and a way to try again', async ({ page, problems }) => {
  problems.expect(refused);
  await answers(page, { status: 503, body: 'later' });
  const { reaches, message, retry, title, told } = await open(page, answer, '');
  await reaches('failed');
  await expect(message).toBeVisible();
  await expect(message).toHaveText(/\w/);
  await page.unroute(`**${answer}`);
  await answers(page, { path: '.'.concat(long), contentType: json });
  await retry.click();
  await reaches('ready');
  await expect(title).toBeVisible();
  await expect(message).toBeHidden();
  expect(await told('error')).toHaveLength(1);
});

test('a server that says nothing: the fallback stands after eight seconds', async ({ page }) => {
  await page.clock.install();
  for (const src of ['/__fault/hang', '/__fault/hang?headers']) {
    const { host, told, reaches } = await open(page, src);
    await reaches('loading');
    await expect(host.getByText(light)).toBeVisible();
    // The frame stands, so the core has come: else it is what time runs out for.
    await expect(lamplit(page).part('surface')).toBeAttached();
    // Until the first timer is set there is nothing to go forward to.
    await expect(async () => {
      await page.clock.runFor(10_000);
      expect(await host.getAttribute('state')).toBe('failed');
    }).toPass();
    await expect(host.getByText(light)).toBeVisible();
    expect((await told('error')).map(({ code }) => code)).toEqual(['timeout']);
  }
});

test('no core: the fallback stands', async ({ page, problems }) => {
  problems.expect(refused);
  await page.route('**/lamplit_bg.wasm', (route) => route.fulfill({ status: 404, body: 'not found' }));
  const { host, told, reaches } = await open(page, long);
  await reaches('failed');
  await expect(host.getByText(light)).toBeVisible();
  expect((await told('error')).map(({ code }) => code)).toEqual(['core']);
});

test('a core that is none: the fallback stands', async ({ page }) => {
  await page.route('**/lamplit_bg.wasm', (route) =>
    route.fulfill({ body: '<p>Please sign in', contentType: 'text/html' }),
  );
  const { host, told, reaches } = await open(page, long);
  await reaches('failed');
  await expect(host.getByText(light)).toBeVisible();
  expect((await told('error')).map(({ code }) => code)).toEqual(['core']);
});

test('a core of the wrong type works', async ({ page }) => {
  const body = await readFile('pkg/lamplit_bg.wasm');
  await page.route('**/lamplit_bg.wasm', (route) => route.fulfill({ body, contentType: 'text/plain' }));
  const { told, reaches, article } = await open(page, long);
  await reaches('ready');
  await expect(article).toBeVisible();
  expect(await told('error')).toEqual([]);
});

test('a slow server: the first screen stands before the end has come', async ({ page }) => {
  await page.addInitScript(() => {
    // What had come of the document when its first paragraph stood.
    document.addEventListener('lamplit-progress', (event) => {
      const { target, detail } = /** @type {CustomEvent} */ (event);
      const text = /** @type {Element} */ (target).shadowRoot?.querySelector('[part~="body"] p');
      if (text && !('first' in globalThis)) Object.assign(globalThis, { first: detail });
    });
  });
  const { reaches, told } = await open(page, `/__fault/slow?src=${long}&chunk=1500&ms=150`);
  await reaches('ready');
  const first = await page.evaluate(() => /** @type {any} */ (globalThis).first);
  expect(first.loaded).toBeLessThan(first.total);
  const progress = await told('progress');
  expect(progress.at(-1)).toEqual({ loaded: first.total, total: first.total });
  expect(progress.map(({ loaded }) => loaded)).toEqual(progress.map(({ loaded }) => loaded).sort((a, b) => a - b));
});

/** @type {[string, string, string[]][]} */
const breaks = [
  ['the connection is lost', `/__fault/truncate?src=${long}&bytes=7000&ms=600`, ['network']],
  ['the document is broken', '/articles/broken.json', ['invalid-json']],
];
for (const [name, src, codes] of breaks) {
  test(`${name} in the middle: what has come stays, and a retry completes it`, async ({ page, problems }) => {
    problems.expect(refused);
    const { host, told, reaches, article, body, part, lists } = await open(page, src);
    await reaches('failed');
    await expect(article).toBeVisible();
    await expect(body.locator('p').first()).toBeVisible();
    await expect(host.getByText(light)).toBeHidden();
    await expect(part('notice')).toBeVisible();
    const [error, ...more] = await told('error');
    expect(more).toEqual([]);
    expect(codes).toContain(error.code);
    if (error.code === 'invalid-json') expect(error.path).toMatch(/^\$\.blocks\[\d+\]/);
    const before = await body.locator('p').count();
    await page.route(
      (url) => src.startsWith(url.pathname),
      (route) => route.fulfill({ path: `.${long}`, contentType: json }),
    );
    await part('notice').locator('button').click();
    await reaches('ready');
    await expect(part('notice')).toBeHidden();
    expect(await body.locator('p').count()).toBeGreaterThan(before);
    await expect(lists).toBeAttached();
    expect(await told('load')).toHaveLength(1);
  });
}
