// Articles as HTML text, where there is no page.
import * as glue from 'lamplit-core';
import { Failure } from './failure.js';

/**
 * @param {() => Promise<WebAssembly.Module>} load
 * @returns {(json: string | object | Uint8Array) => Promise<string>} rejects when the document is none that the core reads
 */
export function renderer(load) {
  /** @type {Promise<void> | null} */
  let ready = null;
  const start = async () => {
    glue.initSync({ module: await load() });
  };
  return async (json) => {
    ready ??= start().catch((error) => {
      ready = null;
      throw new Failure('core', `The core could not be started: ${error}`);
    });
    await ready;
    const bytes =
      json instanceof Uint8Array
        ? json
        : new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json));
    try {
      return glue.render(bytes);
    } catch (error) {
      const { code, message, path } = /** @type {import('lamplit-core').Refusal} */ (error);
      if (path !== undefined) throw new Failure(code, message, path);
      // A broken instance is of no use to the next document.
      glue.__wbg_reset_state();
      throw new Failure('core', `The core broke down over this document: ${error}`);
    }
  };
}
