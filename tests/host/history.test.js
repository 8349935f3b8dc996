import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { entryIn, keyOf, Trail, withEntry } from '../../www/lamplit/history.js';

test('an entry joins what the page keeps in its state', () => {
  const router = { __N: true, key: 'abc', nested: { deep: [1] } };
  const state = withEntry(router, '#a', { src: null, reader: true });
  assert.deepEqual(state, { ...router, lamplit: { '#a': { src: null, reader: true } } });
  assert.deepEqual(Object.keys(router), ['__N', 'key', 'nested']);
});

test('entries of several widgets stand side by side', () => {
  const one = withEntry(null, '#a', { src: '/a.json', reader: false });
  const two = withEntry(one, '1', { src: null, reader: true });
  assert.equal(entryIn(two, '#a')?.src, '/a.json');
  assert.equal(entryIn(two, '1')?.reader, true);
  assert.equal(entryIn(two, '#b'), null);
});

test('a new entry of the history is the way in for its own widget alone', () => {
  const one = withEntry(null, 'a', { src: null, reader: true, own: true });
  assert.equal(entryIn(withEntry(one, 'b', { src: '/b', reader: false }, true), 'a')?.own, false);
  assert.equal(entryIn(withEntry(one, 'b', { src: '/b', reader: false }), 'a')?.own, true);
});

test('a state that cannot be added to is left alone', () => {
  for (const state of ['text', 7, true, [1, 2], new Map([[1, 2]]), new Date(0)]) {
    assert.equal(withEntry(state, 'a', { src: null, reader: true }), null);
  }
  assert.notEqual(withEntry(undefined, 'a', { src: null, reader: true }), null);
});

test('nothing that a page may have written there is taken at its word', () => {
  for (const state of [
    null,
    'x',
    [],
    { lamplit: 1 },
    { lamplit: [] },
    { lamplit: { a: 'x' } },
    { lamplit: { b: {} } },
  ]) {
    assert.equal(entryIn(state, 'a'), null);
  }
  assert.equal(entryIn({ lamplit: {} }, '__proto__'), null);
  assert.equal(entryIn({ lamplit: {} }, 'constructor'), null);
  assert.deepEqual(entryIn({ lamplit: { a: { src: { evil: 1 }, reader: 'yes' } } }, 'a'), {
    src: null,
    reader: false,
    own: false,
    place: null,
  });
});

test('a widget is known by its id, else by its place among the others', () => {
  const others = [{}, {}];
  const root = { querySelectorAll: () => others };
  const element = { id: '', localName: 'lamplit-reader', getRootNode: () => root };
  others.push(element);
  assert.equal(keyOf(/** @type {any} */ (element)), '2');
  assert.equal(keyOf(/** @type {any} */ ({ ...element, id: '2' })), '#2');
});

/** A browser's history, as far as it matters. */
class FakeHistory {
  entries = [{ state: /** @type {unknown} */ (null) }];
  index = 0;
  mayWrite = true;

  get state() {
    return this.entries[this.index]?.state;
  }

  /** @param {unknown} state */
  pushState(state) {
    if (!this.mayWrite) throw new DOMException('no', 'SecurityError');
    this.entries.splice(++this.index, Number.POSITIVE_INFINITY, { state: structuredClone(state) });
  }

  /** @param {unknown} state */
  replaceState(state) {
    if (!this.mayWrite) throw new DOMException('no', 'SecurityError');
    this.entries[this.index] = { state: structuredClone(state) };
  }

  back() {
    if (this.index > 0) this.index--;
  }
}

/** @type {FakeHistory} */
let page;

beforeEach(() => {
  page = new FakeHistory();
  Object.defineProperty(globalThis, 'history', { value: page, configurable: true });
});

test('going on leaves behind where the reader was', () => {
  const trail = new Trail('a');
  page.replaceState({ router: 1 });
  assert.equal(trail.push({ src: '/b', reader: false }, { src: null, reader: false, place: { piece: 4 } }), true);
  assert.equal(page.entries.length, 2);
  assert.equal(trail.entry?.src, '/b');
  trail.back();
  assert.deepEqual(trail.entry, { src: null, reader: false, own: false, place: { piece: 4 } });
  assert.equal(/** @type {any} */ (page.state).router, 1);
});

test('an entry that was the way in stays so when it is left', () => {
  const trail = new Trail('a');
  trail.push({ src: null, reader: true, own: true }, { src: null, reader: false });
  trail.push({ src: '/b', reader: true }, { src: null, reader: true });
  assert.equal(trail.entry?.own, false);
  trail.back();
  assert.equal(trail.entry?.own, true);
});

test('a page that may not write its history goes without', () => {
  const trail = new Trail('a');
  page.mayWrite = false;
  assert.equal(trail.push({ src: '/b', reader: false }, { src: null, reader: false }), false);
  assert.equal(trail.replace({ src: null, reader: true }), false);
  assert.equal(trail.entry, null);
});

test('a step back that comes to nothing is noticed', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const trail = new Trail('a');
  let stuck = 0;
  trail.push({ src: null, reader: true, own: true }, { src: null, reader: false });
  trail.back(() => stuck++);
  context.mock.timers.tick(1000);
  assert.equal(stuck, 0);
  page.back = () => {};
  trail.back(() => stuck++);
  context.mock.timers.tick(1000);
  assert.equal(stuck, 1);
});

test('a history that cannot even be read says nothing', () => {
  Object.defineProperty(globalThis, 'history', {
    value: {
      get state() {
        throw new DOMException('no', 'SecurityError');
      },
    },
    configurable: true,
  });
  assert.equal(new Trail('a').entry, null);
});
