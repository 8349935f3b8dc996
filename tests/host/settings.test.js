import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { apart, changes, DEFAULTS, NAMES, settingsIn, settingsOf } from '../../www/lamplit/settings.js';

test('only what makes sense is taken', () => {
  assert.deepEqual(settingsIn({ scale: 1.25, theme: 'sepia', font: 'sans', more: 1 }), {
    scale: 1.25,
    theme: 'sepia',
    font: 'sans',
  });
  for (const nonsense of [
    null,
    undefined,
    'x',
    4,
    [],
    { scale: '2', theme: 'pink', font: {} },
    { scale: Number.NaN },
  ]) {
    assert.deepEqual(settingsIn(nonsense), {});
  }
});

test('a scale is one of the 71 stops', () => {
  const stops = [
    [9, 4],
    [0.1, 0.5],
    [1.02, 1],
    [1.03, 1.05],
    [1.15, 1.15],
    [Number.POSITIVE_INFINITY, 4],
  ];
  for (const [asked, stop] of stops) assert.equal(settingsIn({ scale: asked }).scale, stop);
});

test('attributes ask for settings', () => {
  const of = (/** @type {Record<string, string>} */ attributes) =>
    settingsOf(/** @type {any} */ ({ getAttribute: (/** @type {string} */ name) => attributes[name] ?? null }));
  assert.deepEqual(of({ scale: '1.5', theme: 'dark' }), { scale: 1.5, theme: 'dark' });
  assert.deepEqual(of({}), {});
  assert.deepEqual(of({ scale: 'big', theme: '' }), {});
});

test('changes are what is otherwise', () => {
  assert.deepEqual(changes({ scale: 1, theme: 'auto' }, { scale: 1, theme: 'dark' }), { theme: 'dark' });
  assert.deepEqual(changes({ scale: 1 }, { scale: 1 }), {});
});

/** @param {Record<string, string>} attributes @returns {any} */
const element = (attributes) => ({ getAttribute: (/** @type {string} */ name) => attributes[name] ?? null });

test('the table is that of the core', () => {
  const source = readFileSync(new URL('../../src/settings.rs', import.meta.url), 'utf8');
  const stops = [...source.matchAll(/range\("(\w+)", "[\w-]+", \[([\d_, ]+)\]\)/g)].map(([, name, numbers]) => [
    name,
    ...String(numbers).replaceAll('_', '').split(', ').map(Number),
  ]);
  assert.equal(stops.length, 8);
  for (const [name, least, most, step] of stops) {
    const [key, from, to, by] = [String(name), Number(least) / 100, Number(most) / 100, Number(step) / 100];
    const read = (/** @type {number} */ value) => /** @type {any} */ (settingsIn({ [key]: value }))[key];
    assert.equal(read(Number.POSITIVE_INFINITY), to);
    assert.equal(read(from + 0.001), from);
    assert.equal(read(from + by), Math.round((from + by) * 100) / 100);
    assert.equal(read(from + by * 0.4), from);
  }
  for (const [, name, words] of source.matchAll(/words\("(\w+)", "[\w-]+", &\[([^\]]+)\]/g)) {
    for (const word of JSON.parse(`[${words}]`))
      assert.deepEqual(settingsIn({ [String(name)]: word }), { [String(name)]: word });
  }
  assert.deepEqual(NAMES.toSorted(), [...source.matchAll(/(?:range|words)\("(\w+)"/g)].map(([, name]) => name).sort());
});

test('what the page has is a choice too', () => {
  assert.deepEqual(settingsIn({ leading: null, align: null, scale: null, theme: null }), {
    leading: null,
    align: null,
  });
  assert.deepEqual(settingsIn(DEFAULTS), DEFAULTS);
  assert.deepEqual(settingsIn({ leading: 1.83, indent: 7, images: false, links: 'off' }), {
    leading: 1.85,
    indent: 2,
    links: 'off',
  });
});

test('for the elder a text begins larger', () => {
  assert.deepEqual(settingsOf(element({ preset: 'elder' })), { scale: 1.5 });
  assert.deepEqual(settingsOf(element({ preset: 'wide elder', scale: '2', leading: '1.8' })), {
    scale: 2,
    leading: 1.8,
  });
  assert.deepEqual(settingsOf(element({ preset: 'elder', scale: '1.2' })), { scale: 1.5 });
});

test('what is locked is told from the rest', () => {
  assert.deepEqual(apart(element({ lock: ' theme  font' }), { theme: 'dark', scale: 2 }), [
    { scale: 2 },
    { theme: 'dark' },
  ]);
  assert.deepEqual(apart(element({}), { theme: 'dark' }), [{ theme: 'dark' }, {}]);
});
