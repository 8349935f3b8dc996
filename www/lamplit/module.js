// A core on its way from the server to the browser's compiler.
import { Source } from './source.js';

/**
 * It is read by the loader of articles, which knows when to stop waiting and does not mind a wrong type from the server.
 * @param {URL} url
 */
export async function compile(url) {
  const source = new Source(url, new AbortController().signal);
  return WebAssembly.compile(/** @type {BufferSource} */ (await source.all()));
}
