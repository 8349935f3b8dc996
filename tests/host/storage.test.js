import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { forget, store, stored, watch } from '../../www/lamplit/storage.js';

/** @type {Map<string, string>} */
let disk;
let mayRead = true;
let mayWrite = true;
/** @type {((event: any) => void)[]} */
let listeners = [];

beforeEach(() => {
  disk = new Map();
  mayRead = true;
  mayWrite = true;
  listeners = [];
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const storage = {
    getItem: (/** @type {string} */ key) => disk.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => (mayWrite ? disk.set(key, value) : refuse()),
  };
  const globals = {
    // Some browsers throw when the storage is only looked at.
    localStorage: { get: () => (mayRead ? storage : refuse()), configurable: true },
    addEventListener: {
      value: (/** @type {string} */ type, /** @type {any} */ listener) => {
        if (type === 'storage' && !listeners.includes(listener)) listeners.push(listener);
      },
      configurable: true,
    },
    removeEventListener: {
      value: (/** @type {string} */ _, /** @type {any} */ listener) => {
        listeners = listeners.filter((other) => other !== listener);
      },
      configurable: true,
    },
  };
  Object.defineProperties(globalThis, globals);
  forget();
});

test('what was chosen comes back, and only that', () => {
  store({ scale: 1.5 });
  store({ theme: 'dark' });
  assert.deepEqual(stored(), { scale: 1.5, theme: 'dark' });
  assert.equal(disk.get('lamplit:settings'), '{"scale":1.5,"theme":"dark"}');
  forget();
  assert.deepEqual(stored(), {});
});

test('what another program left there is read with care', () => {
  for (const text of ['', 'nonsense', '[]', '7', '{"scale":"2","theme":"pink"}', '{"__proto__":{"scale":3}}']) {
    disk.set('lamplit:settings', text);
    assert.deepEqual(stored(), {}, text);
  }
});

test('a storage that throws is done without', () => {
  mayRead = false;
  store({ scale: 2 });
  assert.deepEqual(stored(), { scale: 2 });
  mayRead = true;
  mayWrite = false;
  store({ theme: 'sepia' });
  assert.deepEqual(stored(), { scale: 2, theme: 'sepia' });
  mayWrite = true;
  store({ font: 'sans' });
  assert.deepEqual(JSON.parse(disk.get('lamplit:settings') ?? ''), { scale: 2, theme: 'sepia', font: 'sans' });
});

test('a choice in another tab or widget is heard, until nobody listens', () => {
  let heard = 0;
  const one = new AbortController();
  const two = new AbortController();
  watch(() => heard++, one.signal);
  watch(() => heard++, two.signal);
  assert.equal(listeners.length, 1);
  for (const key of ['lamplit:settings', null, 'other']) listeners[0]?.({ key });
  assert.equal(heard, 4);
  store({ scale: 3 });
  assert.equal(heard, 6);
  one.abort();
  store({ scale: 2 });
  assert.equal(heard, 7);
  two.abort();
  assert.equal(listeners.length, 0);
});
