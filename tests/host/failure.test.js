import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../www/lamplit/failure.js';

test('a refusal is plain data, everything else is none', () => {
  const refusal = Failure.ofRefusal({ code: 'empty', message: 'Nothing.', path: '$' });
  assert.deepEqual(refusal?.detail, { code: 'empty', message: 'Nothing.', path: '$' });
  for (const thrown of [new Error('x'), new RangeError('stack'), 'text', null, undefined, {}, { code: 20 }]) {
    assert.equal(Failure.ofRefusal(thrown), null);
  }
});

test('whatever was thrown becomes a failure', () => {
  const failure = new Failure('http', 'No.');
  assert.equal(Failure.of(failure), failure);
  assert.deepEqual(Failure.of(new TypeError('no'), 'network').detail, {
    code: 'network',
    message: 'TypeError: no',
    path: '',
  });
  assert.equal(Failure.of(undefined).code, 'core');
});
