// `npm run fidelity [-- folder] [--verbose]`: whether each article says what its document says. The readable text of a document is taken
// in a way that shares nothing with the importers: HTML is read by a browser, trees by the walks in scripts/fidelity/sources. Of its
// characters 99.5 % must stand in the article, in order, and the article may say nothing of its own. The folder is ../shared/corpus
// unless another one is named.
import { compare, faithful, kept } from './fidelity/compare.mjs';
import { collect, resolve, solid } from './fidelity/lines.mjs';
import { reader } from './fidelity/reading.mjs';
import { sources } from './fidelity/source.mjs';
import { ensureBrowsers } from './lib/browser-setup.mjs';
import { corpus, documentOf } from './lib/corpus.mjs';
import { entry } from './lib/entry.mjs';
import { buildLamplit, convert } from './lib/lamplit.mjs';
import { done, Explained, heading, say } from './lib/report.mjs';
import { table } from './lib/table.mjs';

/** @typedef {import('./fidelity/compare.mjs').Comparison} Comparison */
/** @typedef {import('./lib/corpus.mjs').Sample} Sample */

/** All strings of a document. @param {unknown} value @returns {string[]} */
function strings(value) {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/**
 * @param {Sample} sample @param {(texts: string[]) => Promise<string[]>} read
 * @returns {Promise<Comparison | null | string>} a comparison, null where there is nothing to compare, or why there is none
 */
async function judge(sample, read) {
  const document = documentOf(sample);
  if (document === undefined) return 'no JSON';
  const texts = sources(document, sample.format);
  if (!texts) return 'no reader';
  const all = strings(document);
  /** @type {Set<string>} */
  const markup = new Set(all.filter((text) => /[<&]/.test(text)));
  for (const source of texts) collect([source.title, source.head, source.body], markup);
  const found = await resolve(markup, read);
  const everything = solid([...all, ...found.values()].join(''));
  const written = convert(sample.path);
  const article = written === null ? { blocks: [] } : JSON.parse(written);
  const compared = texts.map((source) => compare(source, article, found, everything));
  const [best] = compared.sort((one, two) => one.lost + one.added - two.lost - two.added);
  return written === null && best?.characters === 0 ? null : (best ?? null);
}

/** @param {Sample[]} samples */
async function judgeAll(samples) {
  const browser = await reader();
  try {
    const rows = [];
    for (const sample of samples) rows.push({ sample, result: await judge(sample, browser.read) });
    return rows;
  } finally {
    await browser.close();
  }
}

entry(import.meta.url, async () => {
  const words = process.argv.slice(2);
  const verbose = words.includes('--verbose');
  heading('Text fidelity');
  const samples = corpus(words.filter((word) => !word.startsWith('-'))).filter((sample) => !sample.broken);
  if (samples.length === 0) return;
  await ensureBrowsers(['chromium']);
  await buildLamplit();
  const rows = await judgeAll(samples);
  table(
    ['file', 'format', 'characters', 'kept %', 'added', ''],
    rows.map(({ sample, result }) => {
      const start = [sample.name, sample.format ?? '?'];
      if (result === null) return [...start, 0, '–', 0, 'says nothing'];
      if (typeof result === 'string') return [...start, 0, '–', 0, result];
      const share = (Math.floor(kept(result) * 10_000) / 100).toFixed(2);
      return [...start, result.characters, share, result.added, faithful(result) ? '' : 'fails'];
    }),
  );
  /** @type {Comparison[]} */
  const compared = rows.flatMap(({ result }) => (result && typeof result !== 'string' ? [result] : []));
  if (verbose) {
    for (const { sample, result } of rows) {
      if (result && typeof result !== 'string' && result.first) say(`${sample.name}: ${result.first}`);
    }
  }
  const sum = (/** @type {(one: Comparison) => number} */ of) => compared.reduce((total, one) => total + of(one), 0);
  const failed = compared.filter((one) => !faithful(one)).length;
  const share = kept({
    ...(compared[0] ?? { written: 0, added: 0, first: null }),
    characters: sum((one) => one.characters),
    lost: sum((one) => one.lost),
  });
  const line = `${compared.length} documents, ${sum((one) => one.characters)} characters: ${(share * 100).toFixed(3)} % kept, ${sum((one) => one.added)} added, ${failed} documents fail`;
  if (failed > 0)
    throw new Explained(line, verbose ? undefined : 'With --verbose the first difference of each is shown.');
  done(line);
});
