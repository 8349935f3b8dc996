// Fails when a lock file names a download host: the packages are to come from whatever registry or mirror is configured.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entry } from './lib/entry.mjs';
import { root } from './lib/paths.mjs';
import { done, Explained, heading } from './lib/report.mjs';

const cratesIo = 'registry+https://github.com/rust-lang/crates.io-index';

/** @param {string} name */
const read = (name) => readFileSync(join(root, name), 'utf8');

export function checkLockFiles() {
  const { packages } = JSON.parse(read('package-lock.json'));
  const located = Object.keys(packages).filter((name) => 'resolved' in packages[name]);
  // npm forgets the versions of packages for other systems when one of them is missing from the registry in use.
  const unversioned = Object.keys(packages).filter((name) => !packages[name].version);
  const sources = [...read('Cargo.lock').matchAll(/^source = "([^"]+)"/gm)].map(([, source]) => source);
  const foreign = sources.filter((source) => source !== cratesIo);
  if (located.length > 0) throw new Explained('package-lock.json has `resolved` fields', located.join('\n'));
  if (unversioned.length > 0)
    throw new Explained('package-lock.json has entries without version', unversioned.join('\n'));
  if (foreign.length > 0) throw new Explained('Cargo.lock has sources other than crates.io', foreign.join('\n'));
}

entry(import.meta.url, async () => {
  heading('Lock files');
  checkLockFiles();
  done('they name no host');
});
