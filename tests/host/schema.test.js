// The published JSON Schema: it is sound, and everything that we ship or write is valid by it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');

const compile = () =>
  new Ajv2020.default({ strict: true, strictTypes: true, allErrors: true, allowUnionTypes: false }).compile(
    JSON.parse(read('www/lamplit/article.schema.json')),
  );

/** Not documents to read, on purpose. */
const refused = ['broken.json', 'unknown-format.json'];
const list = (/** @type {string} */ folder, /** @type {RegExp} */ name) =>
  readdirSync(join(root, folder))
    .filter((file) => name.test(file) && !refused.includes(file))
    .map((file) => `${folder}/${file}`);
const documents = [...list('tests/fixtures/native', /\.json$/), ...list('www/articles', /\.json$/)];
const pages = list('tests/fixtures/captured', /\.txt$/);
const formats = list('tests/fixtures/formats', /^(?!index).*\.json$/);
const seed = '../shared/seed/captured-page.txt';

/** @param {string[]} words @param {string} [input] */
const lamplit = (words, input) =>
  execFileSync('cargo', ['run', '--quiet', '--', ...words], { cwd: root, encoding: 'utf8', input, maxBuffer: 1 << 26 });

/** @param {string} text @param {string} name */
function isValid(text, name) {
  const validate = compile();
  const valid = validate(JSON.parse(text));
  assert.ok(valid, `${name}: ${JSON.stringify(validate.errors?.slice(0, 5), null, 1)}`);
}

before(() => lamplit(['--version']));

test('the schema compiles in strict mode', () => {
  compile();
});

for (const file of documents) test(`${file} is valid`, () => isValid(read(file), file));

for (const file of [...documents, ...pages, ...formats, seed]) {
  const absent = !existsSync(join(root, file)) && 'it is not ours to ship: only there where the project was begun';
  test(`${file}, converted, is valid, and converting again changes nothing`, { skip: absent }, () => {
    const once = lamplit(['convert', file]);
    isValid(once, file);
    assert.equal(lamplit(['convert', '-'], once), once);
  });
}

test('what is no article is not valid', () => {
  const validate = compile();
  for (const wrong of [
    {},
    { version: 'lamplit/2', title: '', blocks: [] },
    { version: 'lamplit/1', title: 'T', blocks: [{ type: 'poem' }] },
    { version: 'lamplit/1', title: 'T', blocks: [], url: 'javascript:alert(1)' },
    { version: 'lamplit/1', title: 'T', blocks: [], published: 'yesterday' },
  ]) {
    assert.ok(!validate(wrong), JSON.stringify(wrong));
  }
});
