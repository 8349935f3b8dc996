// The two sinks give the same tree: what the browser builds from operations, and what it parses from `lamplit render`'s text.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { command, root } from './support/command.js';
import { expect, lamplit, test } from './support/fixtures.js';
import { stage } from './support/stage.js';

const folders = ['tests/fixtures/native', 'tests/fixtures/captured', 'www/articles'];
/** Not documents to read, on purpose. */
const refused = ['broken.json', 'unknown-format.json'];
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /\.(json|txt)$/.test(name) && !refused.includes(name))
    .map((name) => `${folder}/${name}`),
);

/** Runs in a page: one line per node, without what the controllers set when they adopt the tree. */
function lines(/** @type {Element} */ top, /** @type {string} */ base) {
  const adopted = ['hidden', 'aria-disabled', 'aria-expanded'];
  const addresses = ['href', 'src', 'poster', 'data-src'];
  /** @type {string[]} */
  const out = [];
  const value = (/** @type {Attr} */ { name, value: raw }) => {
    if (addresses.includes(name)) return new URL(raw, base).href;
    if (name !== 'srcset') return raw;
    return raw.replace(/(^|, )(\S+)/g, (_, comma, address) => comma + new URL(address, base).href);
  };
  const walk = (/** @type {Element} */ element, /** @type {string} */ indent) => {
    const attributes = [...element.attributes]
      .filter(({ name }) => !adopted.includes(name) && !(name === 'tabindex' && element.hasAttribute('data-rest')))
      .map((attribute) => ` ${attribute.name}=${JSON.stringify(value(attribute))}`)
      .sort();
    out.push(`${indent}<${element.nodeName}${attributes.join('')}>`);
    let text = '';
    const flush = () => {
      if (text) out.push(`${indent}  ${JSON.stringify(text)}`);
      text = '';
    };
    for (const node of element.childNodes) {
      // Two runs side by side are two nodes for the one and one for the other.
      if (node instanceof Text) text += node.data;
      else {
        flush();
        walk(/** @type {Element} */ (node), `${indent}  `);
      }
    }
    flush();
  };
  for (const element of top.children) walk(element, '');
  return out;
}

for (const file of files) {
  test(file, async ({ page, context, baseURL, problems }) => {
    // Pictures of another host and sound are not in the policy; the tree is the same.
    problems.expect(/paper\.example|bell\.wav|media-src/);
    const address = `/${file.replace(/^www\//, '')}`;
    await stage(page, { src: address });
    const { reaches, part } = lamplit(page);
    await reaches('ready');
    const base = new URL(address, baseURL).href;
    const built = await part('content').evaluate(lines, base);

    // A page without a policy, which the widget's own pages all have.
    const plain = await context.newPage();
    const parsed = await plain.evaluate(
      ([html, at, walk]) => {
        const { body } = new DOMParser().parseFromString(html, 'text/html');
        return new Function(`return (${walk})`)()(body, at);
      },
      /** @type {const} */ ([command('render', file), base, `${lines}`]),
    );
    // The browser knows the language of the place where a text stands that does not tell its own.
    const here = (/** @type {string} */ line) => line.replace(/^(<(?:ARTICLE|DIV).*) lang="[^"]*"/, '$1');
    expect(/^<ARTICLE.* lang=/.test(parsed[0]) ? built : built.map(here)).toEqual(parsed);
    expect(built.length).toBeGreaterThan(5);
  });
}
