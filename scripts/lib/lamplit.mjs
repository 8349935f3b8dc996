// The command `lamplit`, built once and then run as a program of its own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, target } from './paths.mjs';
import { Explained } from './report.mjs';
import { cargo } from './run.mjs';

/** @typedef {{ code: string, path: string, message: string }} Fault */
/**
 * @typedef {object} Verdict what `lamplit check --json` says about a file
 * @property {string} file
 * @property {boolean} ok
 * @property {string} [format]
 * @property {string} [title]
 * @property {number} [blocks]
 * @property {Fault[]} [warnings]
 * @property {Fault} [error]
 */

const program = join(
  process.env.CARGO_TARGET_DIR ?? target,
  'debug',
  process.platform === 'win32' ? 'lamplit.exe' : 'lamplit',
);

export const buildLamplit = () => cargo(['build', '--quiet', '--bin', 'lamplit']);

/** @param {string[]} words @param {string} [input] */
function run(words, input) {
  const child = spawnSync(program, words, { cwd: root, encoding: 'utf8', input, maxBuffer: 1 << 28 });
  if (child.error) throw new Explained(`${program} could not be started: ${child.error.message}`);
  return child;
}

/** @param {string} file @returns {Verdict} */
export function check(file) {
  const child = run(['check', '--json', file]);
  if (child.stdout === '') throw new Explained(`lamplit check says nothing of ${file}`, child.stderr.trim());
  return JSON.parse(child.stdout);
}

/**
 * The native document that `lamplit convert` writes, or null where it refuses.
 * @param {string} file or `-` @param {string} [input] @returns {string | null}
 */
export function convert(file, input) {
  const child = run(['convert', file], input);
  return child.status === 0 ? child.stdout : null;
}
