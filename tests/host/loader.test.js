import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { open } from '../../www/lamplit/loader.js';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const never = () => new AbortController().signal;

/** @param {(url: string, options: RequestInit) => any} answer */
const serve = (answer) => {
  globalThis.fetch = /** @type {any} */ (
    async (/** @type {any} */ url, /** @type {any} */ options) => answer(String(url), options)
  );
};

/** A body that hands out `parts` and then ends, breaks off or says no more. @param {Uint8Array[]} parts @param {'end' | 'break' | 'hang'} then */
const body = (parts, then = 'end') => {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        const part = parts[at++];
        if (part) controller.enqueue(part);
        else if (then === 'end') controller.close();
        else if (then === 'break') controller.error(new TypeError('network error'));
        else return new Promise(() => {});
        return undefined;
      },
    },
    { highWaterMark: 0 },
  );
};

/** @param {unknown} input @param {AbortSignal} [signal] */
async function readAll(input, signal = never()) {
  const feed = await open(input, signal);
  let text = '';
  const decoder = new TextDecoder();
  for (;;) {
    const pieces = await feed.read();
    if (pieces.length === 0) return text;
    for (const piece of pieces) {
      assert.ok(piece.length <= 65_536);
      text += decoder.decode(piece, { stream: true });
    }
  }
}

/** @param {string} code */
const rejectsWith = (code) => (/** @type {any} */ error) => {
  assert.equal(error.code, code, `${error}`);
  return true;
};

test('an address is fetched with the page’s own credentials', async () => {
  /** @type {[string, RequestInit][]} */
  const asked = [];
  serve((url, options) => {
    asked.push([url, options]);
    return new Response('{"a":1}');
  });
  assert.equal(await readAll('/a.json'), '{"a":1}');
  assert.equal(await readAll(new URL('https://example.org/b.json')), '{"a":1}');
  assert.deepEqual(
    asked.map(([url]) => url),
    ['/a.json', 'https://example.org/b.json'],
  );
  assert.ok(asked.every(([, options]) => options.credentials === 'same-origin'));
});

test('addresses are read against the answer’s own, wherever it was redirected to', async () => {
  const response = new Response('{}', { headers: { 'content-length': '2' } });
  Object.defineProperty(response, 'url', { value: 'https://cdn.example.org/x/a.json' });
  serve(() => response);
  const feed = await open('/a.json', never());
  assert.equal(feed.base, 'https://cdn.example.org/x/a.json');
  assert.equal(feed.total, 2);
});

test('a length before decompression is none', async () => {
  serve(() => new Response('{}', { headers: { 'content-length': '99', 'content-encoding': 'gzip' } }));
  assert.equal((await open('/a', never())).total, null);
});

for (const status of [301, 304, 401, 404, 429, 500, 503]) {
  test(`${status} is an error that names it`, async () => {
    serve(() => new Response(null, { status }));
    await assert.rejects(open('/a', never()), (/** @type {any} */ error) => {
      assert.equal(error.code, 'http');
      assert.match(error.message, new RegExp(`${status}`));
      return error.path === '';
    });
  });
}

test('a request that fails, or a stand-in for fetch that does', async () => {
  serve(() => Promise.reject(new TypeError('Failed to fetch')));
  await assert.rejects(readAll('/a'), rejectsWith('network'));
  globalThis.fetch = /** @type {any} */ (
    () => {
      throw new Error('patched');
    }
  );
  await assert.rejects(readAll('/a'));
  globalThis.fetch = /** @type {any} */ (() => undefined);
  await assert.rejects(readAll('/a'));
});

test('a body that breaks off gives what has come, then says so', async () => {
  serve(() => new Response(body([bytes('{"title":')], 'break')));
  const feed = await open('/a', never());
  assert.equal((await feed.read()).length, 1);
  await assert.rejects(feed.read(), rejectsWith('network'));
});

test('silence ends after eight seconds', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  /** @type {AbortSignal | null | undefined} */
  let asked;
  serve((_, { signal }) => {
    asked = signal;
    return new Promise(() => {});
  });
  const opening = open('/a', never());
  context.mock.timers.tick(7999);
  context.mock.timers.tick(1);
  await assert.rejects(opening, rejectsWith('timeout'));
  assert.equal(asked?.aborted, true);

  serve(() => new Response(body([bytes('{')], 'hang')));
  const feed = await open('/a', never());
  await feed.read();
  const reading = feed.read();
  context.mock.timers.tick(8000);
  await assert.rejects(reading, rejectsWith('timeout'));
});

test('a drip is silence, a slow line is not', async (context) => {
  let now = 0;
  context.mock.method(performance, 'now', () => now);
  const slow = new ReadableStream(
    {
      pull(controller) {
        now += 1000;
        controller.enqueue(new Uint8Array(100));
      },
    },
    { highWaterMark: 0 },
  );
  const slowFeed = await open(slow, never());
  for (let second = 1; second <= 30; second++) assert.equal((await slowFeed.read()).length, 1);

  const drip = new ReadableStream(
    {
      async pull(controller) {
        now += 1000;
        await new Promise((resolve) => setTimeout(resolve, 5));
        controller.enqueue(new Uint8Array(1));
      },
    },
    { highWaterMark: 0 },
  );
  const feed = await open(drip, never());
  await assert.rejects(async () => {
    for (let second = 1; second <= 30; second++) await feed.read();
  }, rejectsWith('timeout'));
});

test('a load can be given up at any time', async () => {
  const before = new AbortController();
  before.abort();
  await assert.rejects(open('/a', before.signal), rejectsWith('aborted'));

  const asking = new AbortController();
  serve(() => new Promise(() => {}));
  const opening = open('/a', asking.signal);
  asking.abort();
  await assert.rejects(opening, rejectsWith('aborted'));

  const reading = new AbortController();
  let isCancelled = false;
  const stream = new ReadableStream({
    pull: () => new Promise(() => {}),
    cancel: () => {
      isCancelled = true;
    },
  });
  const feed = await open(new Response(stream), reading.signal);
  const next = feed.read();
  reading.abort();
  await assert.rejects(next, rejectsWith('aborted'));
  assert.equal(isCancelled, true);
});

test('documents in the page’s hands are read as they are', async () => {
  assert.equal(await readAll({ a: 1 }), '{"a":1}');
  assert.equal(await readAll(' \n{"a":1}'), ' \n{"a":1}');
  assert.equal(await readAll('\uFEFF[1]'), '\uFEFF[1]'.slice(1));
  assert.equal(await readAll(bytes('{}')), '{}');
  assert.equal(await readAll(bytes('x{}y').subarray(1, 3)), '{}');
  assert.equal(await readAll(bytes('{}').buffer), '{}');
  assert.equal(await readAll(new Blob(['{}'])), '{}');
  assert.equal(await readAll(body([bytes('{'), bytes(''), bytes('}')])), '{}');
  await assert.rejects(readAll(body([/** @type {any} */ ('text')])), rejectsWith('network'));
  /** @type {any} */
  const ring = {};
  ring.ring = ring;
  await assert.rejects(readAll(ring), rejectsWith('invalid-json'));
});

test('bytes are the widget’s own from the start', async () => {
  const given = bytes('{"a":1}');
  const feed = await open(given, never());
  given.fill(0);
  assert.equal(new TextDecoder().decode((await feed.read())[0]), '{"a":1}');
});

test('what is large comes in pieces', async () => {
  const text = JSON.stringify('灯'.repeat(100_000));
  assert.equal(await readAll(bytes(`[${text}]`)), `[${text}]`);
  serve(() => new Response(`[${text}]`));
  assert.equal(await readAll('/a'), `[${text}]`);
});

test('a stand-in for fetch without streams', async () => {
  serve(() => ({
    ok: true,
    url: '',
    headers: new Headers(),
    body: null,
    arrayBuffer: async () => bytes('{}').buffer,
  }));
  assert.equal(await readAll('/a'), '{}');
});
