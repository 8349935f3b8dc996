// `npm run corpus [-- folder]`: every document of a folder through `lamplit check` and `lamplit convert`. The format must be the one
// that the folder stands for, what is sound must be imported and what is broken refused with its path, and what is written must be
// valid by the schema and convert to itself. The folder is ../shared/corpus unless another one is named.
import { empty } from './fidelity/source.mjs';
import { corpus, documentOf } from './lib/corpus.mjs';
import { entry } from './lib/entry.mjs';
import { buildLamplit, check, convert } from './lib/lamplit.mjs';
import { done, Explained, heading } from './lib/report.mjs';
import { schema } from './lib/schema.mjs';
import { table } from './lib/table.mjs';

/** @typedef {import('./lib/corpus.mjs').Sample} Sample */
/** @typedef {import('./lib/lamplit.mjs').Verdict} Verdict */

/** What is wrong with the verdict on a document. @param {Sample} sample @param {Verdict} verdict @returns {string[]} */
function faults(sample, verdict) {
  const { error } = verdict;
  if (sample.broken) {
    if (!error) return ['is imported and should be refused'];
    return error.path.startsWith('$') ? [] : ['is refused with no path'];
  }
  if (error) return saysNothing(sample) && error.code === 'invalid-article' ? [] : ['is refused'];
  if (sample.format === undefined) return [];
  return verdict.format === sample.format ? [] : [`is taken for ${verdict.format ?? 'nothing'}`];
}

/** A document with no text at all makes no article, so it may be refused. @param {Sample} sample */
const saysNothing = (sample) => empty(documentOf(sample), sample.format);

/** What is wrong with what is written. @param {string} file @param {(document: unknown) => string | null} wrong */
function writingFaults(file, wrong) {
  const once = convert(file);
  if (once === null) return ['is checked but not converted'];
  const invalid = wrong(JSON.parse(once));
  if (invalid) return [`is not valid: ${invalid}`];
  return convert('-', once) === once ? [] : ['does not convert to itself'];
}

entry(import.meta.url, async () => {
  heading('Corpus');
  const samples = corpus(process.argv.slice(2).filter((word) => !word.startsWith('-')));
  if (samples.length === 0) return;
  await buildLamplit();
  const wrong = schema();
  const judged = samples.map((sample) => {
    const verdict = check(sample.path);
    const found = [...faults(sample, verdict), ...(verdict.ok ? writingFaults(sample.path, wrong) : [])];
    return { sample, verdict, found };
  });
  table(
    ['file', 'expected', 'found', 'verdict', 'blocks', 'warnings', 'wrong'],
    judged.map(({ sample, verdict, found }) => [
      sample.name,
      sample.broken ? 'refusal' : (sample.format ?? '?'),
      verdict.format ?? '–',
      verdict.error ? `${verdict.error.code} at ${verdict.error.path}` : 'imported',
      verdict.blocks ?? 0,
      verdict.warnings?.length ?? 0,
      found.join('; '),
    ]),
  );
  const failed = judged.filter(({ found }) => found.length > 0).length;
  const imported = judged.filter(({ verdict }) => verdict.ok).length;
  const line = `${samples.length} documents: ${imported} imported, ${samples.length - imported} refused, ${failed} not as they should be`;
  if (failed > 0) throw new Explained(line);
  done(line);
});
