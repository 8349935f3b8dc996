// The native command `lamplit`, built from this checkout.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** @param {string[]} words @returns {string} standard output */
export const command = (...words) =>
  execFileSync('cargo', ['run', '--quiet', '--', ...words], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
