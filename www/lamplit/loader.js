// Where bytes come from: an address, something in the page's hands, or text. Whatever it is, it is read in small pieces.
import { aborted, Failure } from './failure.js';
import { PageArticle } from './page.js';

/** So long may a source say next to nothing. */
const STALL = 8000;
/** Fewer bytes than this in that time are nothing: some servers keep a connection alive with one byte a second. */
const FLOOR = 512;
/** The most that is handed on at once, so that no single piece blocks the page. */
const PIECE = 65_536;

/**
 * @typedef {object} Feed
 * @property {string} base what relative addresses are read against
 * @property {number | null} total how many bytes there will be, where that is known
 * @property {() => Promise<Uint8Array[]>} read the next pieces; none at the end
 */

/**
 * Begins to read. Rejects with a {@link Failure}, as `read` does.
 * @param {unknown} input see `LoadInput`
 * @param {AbortSignal} signal
 * @returns {Promise<Feed>}
 */
export async function open(input, signal) {
  if (signal.aborted) throw aborted();
  if (input instanceof URL || (typeof input === 'string' && !/^\s*[[{]/.test(input))) {
    return stream(await answer(`${input}`, signal), signal);
  }
  if (input instanceof Response) return stream(accepted(input), signal);
  if (input instanceof Blob || input instanceof ReadableStream) return stream(new Response(input), signal);
  if (input instanceof PageArticle) return whole(await input.read(signal));
  return whole(bytesOf(input));
}

/** @param {string} url @param {AbortSignal} signal */
async function answer(url, signal) {
  const asked = new AbortController();
  const stop = () => asked.abort();
  signal.addEventListener('abort', stop);
  try {
    return accepted(await within(STALL, fetch(url, { signal: asked.signal, credentials: 'same-origin' }), signal));
  } catch (error) {
    stop();
    throw error;
  }
}

/** @param {Response} response */
function accepted(response) {
  if (response.ok) return response;
  response.body?.cancel().catch(() => {});
  throw new Failure('http', `The server answered ${response.status} ${response.statusText}`.trimEnd());
}

/** @param {Response} response @param {AbortSignal} signal @returns {Feed} */
function stream(response, signal) {
  const { headers, url, body } = response;
  const length = Number(headers.get('content-length'));
  const feed = {
    base: /^https?:/.test(url) ? url : here(),
    total: headers.get('content-encoding') ? null : length || null,
  };
  const reader = body?.getReader();
  if (!reader) {
    // Some stand-ins for fetch have no streams.
    let rest = () => within(STALL, response.arrayBuffer(), signal).then((buffer) => pieces(new Uint8Array(buffer)));
    return {
      ...feed,
      read: () => {
        const next = rest();
        rest = async () => [];
        return next;
      },
    };
  }
  const stop = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', stop);
  let patience = STALL;
  let recent = 0;
  /** @returns {Promise<Uint8Array[]>} */
  const read = async () => {
    const since = performance.now();
    const { done, value } = await within(patience, reader.read(), signal);
    if (done) return [];
    if (!ArrayBuffer.isView(value)) throw new Failure('network', 'The stream holds something other than bytes.');
    recent += value.byteLength;
    patience -= performance.now() - since;
    if (recent >= FLOOR) {
      patience = STALL;
      recent = 0;
    }
    // Only the end is told by no pieces.
    return value.byteLength ? pieces(value) : read();
  };
  return {
    ...feed,
    async read() {
      try {
        return await read();
      } catch (error) {
        stop();
        throw error;
      }
    },
  };
}

/** @param {Uint8Array} bytes @returns {Feed} */
function whole(bytes) {
  let rest = pieces(bytes);
  return {
    base: here(),
    total: bytes.length,
    async read() {
      const next = rest;
      rest = [];
      return next;
    },
  };
}

/** @param {unknown} input @returns {Uint8Array} a copy: the page may change or give away its own */
function bytesOf(input) {
  if (input instanceof ArrayBuffer) return new Uint8Array(input.slice(0));
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength).slice();
  try {
    const text = typeof input === 'string' ? input : JSON.stringify(input);
    return new TextEncoder().encode(text);
  } catch (error) {
    throw new Failure('invalid-json', `The object cannot be written as JSON: ${error}`, '$');
  }
}

/** @param {Uint8Array} bytes */
export function pieces(bytes) {
  const list = [];
  for (let at = 0; at < bytes.length; at += PIECE) list.push(bytes.subarray(at, at + PIECE));
  return list;
}

const here = () => globalThis.document?.baseURI ?? '';

/**
 * The promise, but with an end to waiting.
 * @template T
 * @param {number} time @param {Promise<T>} promise @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
function within(time, promise, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => settle(() => reject(aborted()));
    const timer = setTimeout(
      () => settle(() => reject(new Failure('timeout', 'No answer for 8 seconds. Try again.'))),
      time,
    );
    const settle = (/** @type {() => void} */ end) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      end();
    };
    signal.addEventListener('abort', stop);
    // A stand-in for fetch may give anything.
    Promise.resolve(promise).then(
      (value) => settle(() => resolve(value)),
      (error) => settle(() => reject(Failure.of(error, 'network'))),
    );
  });
}
