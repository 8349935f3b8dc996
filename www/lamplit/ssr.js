// `import { render, convert } from 'lamplit/ssr'`: Node, Deno, Bun.
import { bytesOf, importer } from './importer.js';
import { importUrl } from './wasm-url.js';

const ask = importer(async () => {
  const url = importUrl();
  const bytes = url.protocol === 'file:' ? await readFile(url) : await (await fetch(url)).arrayBuffer();
  return WebAssembly.compile(/** @type {BufferSource} */ (bytes));
});

/** @param {URL} url */
async function readFile(url) {
  const fs = await import('node:fs/promises');
  return fs.readFile(url);
}

/**
 * An article as HTML text: the tree that the browser builds.
 * @param {string | object | Uint8Array} json @returns {Promise<string>}
 */
export const render = (json) => ask((core) => core.render(bytesOf(json)));

/**
 * The native document of an article in any format.
 * @param {string | object | Uint8Array} json @returns {Promise<import('./lamplit.js').Article>}
 */
export const convert = async (json) => JSON.parse((await ask((core) => core.convert(bytesOf(json)))).json);
