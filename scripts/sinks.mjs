// Fails when the widget's code so much as names a way to turn text into markup.
// Not even in a comment: then there is never an exception to discuss.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { entry } from './lib/entry.mjs';
import { host, pkg, root } from './lib/paths.mjs';
import { done, Explained, heading } from './lib/report.mjs';

// With an optional underscore: that is how Rust's bindings spell them.
const sinks = [
  'inner_?HTML',
  'outer_?HTML',
  'insert_?adjacent_?HTML',
  'set_?HTML_?unsafe',
  'DOM_?parser',
  'create_?contextual_?fragment',
  'src_?doc',
  'document\\.write',
];
const pattern = new RegExp(sinks.join('|'), 'i');

/** @param {string} folder @param {RegExp} names */
function filesOf(folder, names) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => names.test(name))
    .map((name) => join(folder, name));
}

export function checkSinks() {
  const files = [...filesOf(host, /\.m?js$/), ...filesOf(join(root, 'src'), /\.rs$/), ...filesOf(pkg, /\.js$/)];
  const findings = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const found = pattern.exec(line);
        return found ? [`${relative(root, file)}:${index + 1}: ${found[0]}`] : [];
      }),
  );
  if (findings.length > 0) throw new Explained('the widget names an HTML sink', findings.join('\n'));
  return files.length;
}

entry(import.meta.url, async () => {
  heading('HTML sinks');
  done(`none in ${checkSinks()} files`);
});
