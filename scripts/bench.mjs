// `npm run bench [name …]`: runs tests/bench/<name>.mjs; without a name it lists what there is.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { entry } from './lib/entry.mjs';
import { root } from './lib/paths.mjs';
import { Explained, heading, say } from './lib/report.mjs';
import { run } from './lib/run.mjs';

const folder = join(root, 'tests', 'bench');

function available() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => name.slice(0, -'.mjs'.length))
    .sort();
}

entry(import.meta.url, async () => {
  const names = process.argv.slice(2);
  const known = available();
  if (names.length === 0) {
    heading('Benchmarks: npm run bench -- <name>');
    for (const name of known) say(name);
    return;
  }
  for (const name of names) {
    if (!known.includes(name))
      throw new Explained(`there is no tests/bench/${name}.mjs`, `There is: ${known.join(', ')}`);
    heading(name);
    await run(process.execPath, [join(folder, `${name}.mjs`)]);
  }
});
