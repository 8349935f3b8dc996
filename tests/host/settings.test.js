import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changes, settingsIn, settingsOf } from '../../www/lamplit/settings.js';

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
