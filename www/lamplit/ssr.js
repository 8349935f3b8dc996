// `import { render } from 'lamplit/ssr'`: Node, Deno, Bun.
import { renderer } from './html.js';
import { wasmUrl } from './wasm-url.js';

export const render = renderer(async () => {
  const url = wasmUrl();
  const bytes = url.protocol === 'file:' ? await readFile(url) : await (await fetch(url)).arrayBuffer();
  return WebAssembly.compile(/** @type {BufferSource} */ (bytes));
});

/** @param {URL} url */
async function readFile(url) {
  const fs = await import('node:fs/promises');
  return fs.readFile(url);
}
