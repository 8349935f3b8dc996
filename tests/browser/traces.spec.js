// What the widget leaves on the page that it stood in: nothing.
import { expect, lamplit, test } from './support/fixtures.js';
import { bare, mount } from './support/stage.js';

/** Counts what the widget listens to on the window and the document. The driver listens there as well. */
function countListeners() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  Object.defineProperty(globalThis, '__listeners', { value: counts, enumerable: false });
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const count = (/** @type {EventTarget} */ target, /** @type {string} */ type, /** @type {number} */ by) => {
    if (target === globalThis || target === document) counts.set(type, (counts.get(type) ?? 0) + by);
  };
  const isOurs = () => new Error().stack?.includes('/pkg/') === true;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? globalThis;
    const ours = isOurs();
    if (ours) count(target, type, 1);
    const signal = ours && typeof options === 'object' ? options?.signal : undefined;
    if (signal) add.call(signal, 'abort', () => count(target, type, -1));
    return add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (isOurs()) count(this ?? globalThis, type, -1);
    return remove.call(this ?? globalThis, type, listener, options);
  };
}

/** Runs in the page: all that a widget could have changed. */
const traits = () => ({
  // The driver has names of its own.
  globals: Object.getOwnPropertyNames(globalThis)
    .filter((name) => !name.startsWith('__p'))
    .sort(),
  prototypes: [Element, HTMLElement, Node, Array, Object, String, Promise]
    .map(({ prototype }) => Object.getOwnPropertyNames(prototype).join())
    .join(';'),
  head: document.head.outerHTML,
  sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
  root: [...document.documentElement.attributes, ...document.body.attributes].map(
    ({ name, value }) => `${name}=${value}`,
  ),
  main: document.querySelector('main')?.outerHTML,
  overflow: getComputedStyle(document.documentElement).overflow,
  history: JSON.stringify(history.state),
  listeners: [.../** @type {Map<string, number>} */ (/** @type {any} */ (globalThis).__listeners)]
    .filter(([, count]) => count > 0)
    .map(([type, count]) => `${type}:${count}`)
    .sort(),
});

test('before it comes and after it has gone, the page is the same', async ({ page }) => {
  await page.addInitScript(countListeners);
  await page.goto(bare);
  await page.evaluate(() => customElements.whenDefined('lamplit-reader'));
  await page.evaluate(() => history.replaceState({ theirs: 1 }, ''));
  const before = await page.evaluate(traits);
  expect(before.listeners).toEqual([]);
  await mount(page, { src: '/articles/zh-mentors.json' });
  const { reaches, expand, host, reader, part } = lamplit(page);
  await reaches('ready');
  await expand.click();
  await part('next').click();
  await host.evaluate((element) => /** @type {any} */ (element).scaleTo(1.5));
  await host.evaluate((element) => /** @type {any} */ (element).enterReader());
  await expect(reader).toBeVisible();
  const during = await page.evaluate(traits);
  expect(during.sheets).toBe(before.sheets + 1);
  expect(during.listeners).toContain('popstate:1');
  await host.evaluate((element) => element.remove());
  // The way into reader mode is an entry of the history, which the page cannot be rid of; its own state is kept in it.
  const { history: _, ...same } = before;
  await expect.poll(() => page.evaluate(traits).then(({ history: __, ...rest }) => rest)).toEqual(same);
  expect(JSON.parse((await page.evaluate(traits)).history)).toMatchObject({ theirs: 1 });
});

test('importing the class defines nothing and changes nothing', async ({ page }) => {
  await page.addInitScript(countListeners);
  await page.goto('/articles/zh-ferry.html');
  const before = await page.evaluate(traits);
  const type = await page.evaluate(async () => {
    const { LamplitReader } = await import(/** @type {any} */ ('/pkg/element.js'));
    return [typeof LamplitReader, customElements.get('lamplit-reader') === undefined];
  });
  expect(type).toEqual(['function', true]);
  expect(await page.evaluate(traits)).toEqual(before);
});

test('events bubble, cross shadow roots, and come from the element', async ({ page }) => {
  await page.goto(bare);
  const heard = await page.evaluate(async () => {
    const outer = document.createElement('div');
    const root = outer.attachShadow({ mode: 'open' });
    document.querySelector('main')?.append(outer);
    const reader = document.createElement('lamplit-reader');
    const event = new Promise((resolve) => {
      addEventListener('lamplit-load', (load) =>
        resolve([load.bubbles, load.composed, load.target === outer, load.composedPath()[0] === reader]),
      );
    });
    root.append(reader);
    reader.setAttribute('src', '/articles/en-valley-line.json');
    return event;
  });
  expect(heard).toEqual([true, true, true, true]);
});
