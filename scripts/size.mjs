// `npm run size`: what goes over the wire, file by file, and whether the script-tag path keeps within its limit.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { isOptimised } from './lib/core.mjs';
import { entry } from './lib/entry.mjs';
import { pkg } from './lib/paths.mjs';
import { done, Explained, heading, warn } from './lib/report.mjs';

/** @typedef {{ name: string, raw: number, gzip: number, brotli: number }} Row */

/** @param {string} name @returns {Row} */
function measure(name) {
  const bytes = readFileSync(join(pkg, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return {
    name,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params }).length,
  };
}

/** What a page loads before its first article. */
const first = ['lamplit.js', 'lamplit_bg.wasm'];
/** What it loads when an article is in another format than the native one. */
const later = ['lamplit_import_bg.wasm'];

/** @param {Row[]} rows */
function print(rows) {
  const kb = (/** @type {number} */ bytes) => (bytes / 1024).toFixed(2).padStart(9);
  console.log(`   ${'KB'.padEnd(26)}${['raw', 'gzip', 'brotli'].map((title) => title.padStart(9)).join('')}`);
  for (const { name, raw, gzip, brotli } of rows)
    console.log(`   ${name.padEnd(26)}${kb(raw)}${kb(gzip)}${kb(brotli)}`);
}

/** @param {string} name @param {Row[]} rows @returns {Row} */
const total = (name, rows) =>
  rows.reduce(
    (sum, { raw, gzip, brotli }) => ({ name, raw: sum.raw + raw, gzip: sum.gzip + gzip, brotli: sum.brotli + brotli }),
    { name, raw: 0, gzip: 0, brotli: 0 },
  );

export function size() {
  if (!isOptimised()) {
    throw new Explained('pkg/ holds no optimised build (`npm start` makes quick ones)', 'Run `npm run build` first.');
  }
  const names = readdirSync(pkg).filter((name) => /\.(js|wasm|css)$/.test(name));
  const rows = names.sort().map(measure);
  print(rows);

  const path = (/** @type {string} */ title, /** @type {string[]} */ wanted) =>
    total(
      title,
      rows.filter(({ name }) => wanted.includes(name)),
    );
  const sum = path('script tag, first article', first);
  console.log();
  print([sum, path('with other formats', [...first, ...later])]);

  const limits = JSON.parse(readFileSync(new URL('size-limits.json', import.meta.url), 'utf8'));
  judge('the script-tag path', sum.brotli, limits.scriptTag);
  judge('the importers', path('importers', later).brotli, limits.importers);
}

/** @param {string} what @param {number} brotli @param {{ limit: number, target?: number }} bounds in bytes */
function judge(what, brotli, { limit, target = limit }) {
  const kb = (/** @type {number} */ bytes) => bytes / 1024;
  const aim = target < limit ? `, aimed at ${kb(target)}` : '';
  const text = `${what}: ${kb(brotli).toFixed(2)} KB brotli (limit ${kb(limit)}${aim})`;
  if (brotli > limit) throw new Explained(`too heavy: ${text}`);
  if (brotli > target) warn(`within the limit, over the aim: ${text}`);
  else done(text);
}

entry(import.meta.url, async () => {
  heading('Size');
  size();
});
