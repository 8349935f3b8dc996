// A core on its way from the server to the browser's compiler.
import { Source } from './source.js';

/**
 * It is read by the loader of articles, which knows when to stop waiting and does not mind a wrong type from the server.
 * @param {URL} url
 */
export async function compile(url) {
  const source = new Source(url, new AbortController().signal);
  try {
    return await WebAssembly.compile(/** @type {BufferSource} */ (await source.all()));
  } catch (error) {
    // A bundler that left the file behind is the usual reason: say where it was looked for.
    throw new Error(`${url}: ${/** @type {Error} */ (error).message}`);
  }
}
