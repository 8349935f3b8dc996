import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Source } from '../../www/lamplit/source.js';

const text = (/** @type {Uint8Array | undefined} */ piece) => new TextDecoder().decode(piece);
const never = () => new AbortController().signal;

/** @param {string[]} parts @param {unknown} [end] an error to end with */
const streamOf = (parts, end) =>
  new ReadableStream(
    {
      pull(controller) {
        const part = parts.shift();
        if (part !== undefined) controller.enqueue(new TextEncoder().encode(part));
        else if (end) controller.error(end);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );

test('bytes are read once and can be had again', async () => {
  const source = new Source(streamOf(['ab', 'cd']), never());
  for (let round = 0; round < 2; round++) {
    assert.equal(text(await source.at(0)), 'ab');
    assert.equal(text(await source.at(1)), 'cd');
    assert.equal(await source.at(2), undefined);
  }
  assert.equal(text(source.bytes()), 'abcd');
});

test('two who read at once get the same', async () => {
  const source = new Source(streamOf(['ab', 'cd']), never());
  const [one, two, three] = await Promise.all([source.at(1), source.at(1), source.at(0)]);
  assert.equal(text(one), 'cd');
  assert.equal(one, two);
  assert.equal(text(three), 'ab');
});

test('what has come before a break can be had again, and then the same error', async () => {
  const source = new Source(streamOf(['ab'], new TypeError('gone')), never());
  for (let round = 0; round < 2; round++) {
    assert.equal(text(await source.at(0)), 'ab');
    await assert.rejects(source.at(1), { code: 'network' });
  }
  assert.equal(text(source.bytes()), 'ab');
});

test('progress is told piece by piece', async () => {
  /** @type {[number, number | null][]} */
  const told = [];
  const source = new Source('{"a":1}', never(), (loaded, total) => told.push([loaded, total]));
  assert.equal(text(await source.all()), '{"a":1}');
  assert.deepEqual(told, [[7, 7]]);
});

test('a load that nobody waits for fails in silence', async (context) => {
  const unhandled = context.mock.fn();
  process.on('unhandledRejection', unhandled);
  const controller = new AbortController();
  controller.abort();
  new Source('/a.json', controller.signal);
  await new Promise((resolve) => setTimeout(resolve, 10));
  process.off('unhandledRejection', unhandled);
  assert.equal(unhandled.mock.callCount(), 0);
});

test('a converted document stands in for the one that came', async () => {
  const source = new Source('{"other":1}', never());
  await source.all();
  source.replace({ format: 'other', bytes: new TextEncoder().encode('{"native":1}') });
  assert.equal(text(await source.at(0)), '{"native":1}');
  assert.equal(await source.at(1), undefined);
  assert.equal(source.format, 'other');
});
