// The core that reads every format: in a page it is fetched when the first document comes that is no native one, on a server it
// does everything.
import * as glue from 'lamplit-import';
import { Failure } from './failure.js';

/**
 * @param {() => Promise<WebAssembly.Module>} load
 * @returns {<T>(use: (core: typeof glue) => T) => Promise<T>} asks the core; rejects with what it refuses
 */
export function importer(load) {
  /** @type {Promise<void> | null} */
  let ready = null;
  let isLoaded = false;
  const start = async () => {
    if (isLoaded) glue.__wbg_reset_state();
    else glue.initSync({ module: await load() });
    isLoaded = true;
  };
  return async (use) => {
    ready ??= start().catch((error) => {
      ready = null;
      throw new Failure('core', `The core could not be started: ${error.message ?? error}`);
    });
    await ready;
    try {
      return use(glue);
    } catch (error) {
      const refusal = Failure.ofRefusal(error);
      if (refusal) throw refusal;
      // Broken: the next document gets a fresh instance.
      ready = null;
      throw new Failure('core', `The core broke down over this document: ${error}`);
    }
  };
}

/**
 * The bytes of a document, however it is given.
 * @param {string | object | Uint8Array} document
 */
export function bytesOf(document) {
  if (document instanceof Uint8Array) return document;
  return new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document));
}
