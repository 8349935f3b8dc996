// Documents of other formats on their way to the page's core, which reads the native one alone.
import { importer } from './importer.js';
import { compile } from './module.js';
import { importUrl } from './wasm-url.js';

const ask = importer(() => compile(importUrl()));

/**
 * Sends for the converter as soon as a document looks as if it will be needed: the page's core only knows at the end.
 * @param {Uint8Array} beginning
 */
export function expect(beginning) {
  // A native document says so near its beginning.
  if (!new TextDecoder('latin1').decode(beginning).includes('"lamplit/')) ask(() => {}).catch(() => {});
}

/**
 * What a list has that is most like an article, as a native document with nothing but `related`.
 * @param {import('./source.js').Source} article @param {{ bytes: Uint8Array, base: string }} list of any known format
 */
export const rank = (article, list) =>
  ask((core) => core.related(article.bytes(), article.base, list.bytes, list.base));

/**
 * The native document of any document.
 * @param {Uint8Array} document
 * @returns {Promise<{ format: string, bytes: Uint8Array }>} rejects when nobody knows its format
 */
export async function toNative(document) {
  const { format, json } = await ask((core) => core.convert(document));
  return { format, bytes: new TextEncoder().encode(json) };
}
