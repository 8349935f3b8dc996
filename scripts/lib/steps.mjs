// The steps of `npm run check` and `npm test`: a heading, a duration, and a count that ends in one line.
import { bad, done, elapsed, explain, heading } from './report.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const sum = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];

/** @param {string} name @param {Count} count */
function add(name, { passed, failed }) {
  sum.passed += passed;
  sum.failed += failed;
  if (failed > 0) failures.push(name);
}

/**
 * Runs one step; a failure is shown and counted and does not keep the next one from running.
 * @param {string} name
 * @param {() => Promise<Count | unknown> | unknown} work hands back its own count, or counts as one
 * @returns {Promise<boolean>} whether all went well
 */
export async function step(name, work) {
  heading(name);
  const since = performance.now();
  try {
    const result = await work();
    const count = isCount(result) ? result : { passed: 1, failed: 0 };
    add(name, count);
    const told = isCount(result) ? `: ${count.passed} passed, ${count.failed} failed` : '';
    if (count.failed === 0) done(`${name}${told} (${elapsed(since)})`);
    else bad(`${name}${told} (${elapsed(since)})`);
    return count.failed === 0;
  } catch (error) {
    explain(error);
    bad(`${name} failed (${elapsed(since)})`);
    add(name, { passed: 0, failed: 1 });
    return false;
  }
}

/** @param {unknown} value @returns {value is Count} */
const isCount = (value) => typeof value === 'object' && value !== null && 'passed' in value && 'failed' in value;

/** A step that cannot be run because of an earlier one is no success. @param {string} name @param {string} why */
export function cannotRun(name, why) {
  heading(name);
  bad(`${name} not run: ${why}`);
  add(name, { passed: 0, failed: 1 });
}

/** The last line, and the exit code. */
export function summary() {
  console.log();
  if (failures.length > 0) bad(`failed: ${failures.join(', ')}`);
  // Plain, for programs that read it.
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  if (sum.failed > 0) process.exitCode = 1;
}
