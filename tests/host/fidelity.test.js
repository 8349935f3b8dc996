// The judge of text fidelity is itself judged: what is lost and what is added must be seen, and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, faithful, kept } from '../../scripts/fidelity/compare.mjs';
import { align } from '../../scripts/fidelity/diff.mjs';
import { markdown } from '../../scripts/fidelity/markdown.mjs';
import { html, maybe } from '../../scripts/fidelity/piece.mjs';
import { empty, sources } from '../../scripts/fidelity/source.mjs';

const paragraph = (/** @type {string} */ text) => ({ type: 'paragraph', content: [{ text }] });

/** @param {any} source @param {any} article @param {string} [everything] */
const judge = (source, article, everything = '') => compare(source, article, new Map(), everything);

test('the same words are kept whole, however they are spaced', () => {
  const article = { title: 'Tea', blocks: [paragraph('Warm  the pot.'), paragraph('Wait.')] };
  const result = judge({ title: 'Tea', body: ['Warm the\u00a0pot.', 'Wait.'] }, article);
  assert.deepEqual([kept(result), result.added, result.first], [1, 0, null]);
  assert.ok(faithful(result));
});

test('a lost word and an added one are counted', () => {
  const lost = judge({ body: ['Warm the pot.', 'Wait.'] }, { title: '', blocks: [paragraph('Warm the pot.')] });
  assert.equal(lost.lost, 5);
  assert.ok(!faithful(lost) && lost.first?.includes('Wait.'));
  const added = judge({ body: ['Warm the pot.'] }, { title: '', blocks: [paragraph('Warm the blue pot.')] });
  assert.deepEqual([added.lost, added.added, faithful(added)], [0, 4, false]);
});

test('words out of order are lost', () => {
  const blocks = [paragraph('The second sentence is here.'), paragraph('This one was the first.')];
  assert.ok(
    !faithful(judge({ body: ['This one was the first.', 'The second sentence is here.'] }, { title: '', blocks })),
  );
});

test('a title may stand again or not, and what is invented above the body is seen', () => {
  const source = { title: 'Tea', body: ['TEA', 'Warm the pot.'] };
  const article = { title: 'Tea', blocks: [paragraph('Warm the pot.')] };
  assert.ok(faithful(judge(source, article)));
  assert.ok(!faithful(judge(source, { ...article, title: 'Coffee' })));
  assert.ok(!faithful(judge(source, { ...article, subtitle: 'A short history' })));
  assert.ok(faithful(judge(source, { ...article, subtitle: 'A short history' }, 'Ashorthistory')));
});

test('a line of the head is sought above the body and then in it', () => {
  const source = { title: 'Tea', head: ['Three minutes.', maybe('By Ida')], body: ['Warm the pot.'] };
  const below = { title: 'Tea', blocks: [paragraph('Three minutes.'), paragraph('Warm the pot.')] };
  const above = { title: 'Tea', subtitle: 'Three minutes.', blocks: [paragraph('Warm the pot.')] };
  assert.ok(faithful(judge(source, below)) && faithful(judge(source, above)));
  assert.equal(judge(source, { title: 'Tea', blocks: [paragraph('Warm the pot.')] }).lost, 13);
});

test('a first heading and a lead picture may be lifted out of the body', () => {
  const source = { body: ['How to make tea', 'A pot on a table. Photo: Ida', 'Warm the pot.'] };
  const hero = { src: 'https://tea.example/pot.jpg', caption: 'A pot on a table.', credit: 'Photo: Ida' };
  assert.ok(faithful(judge(source, { title: 'How to make tea', hero, blocks: [paragraph('Warm the pot.')] })));
});

test('long texts that differ in many places are aligned', () => {
  const words = Array.from({ length: 30_000 }, (_, index) => `w${(index * 7919) % 30_011}`);
  const mangled = words.filter((_, index) => index % 50 !== 0).join('');
  const places = align(words.join(''), mangled);
  const found = places.reduce((sum, place) => sum + (place >= 0 ? 1 : 0), 0);
  assert.ok(found > mangled.length * 0.999, `${found} of ${mangled.length}`);
  assert.equal(align('', 'x').length, 0);
  assert.deepEqual([...align('abc', 'xbz')], [-1, 1, -1]);
});

test('Markdown is read without its signs', () => {
  const text = '# Tea\n\n* Warm the **pot**.\n2. See [this](https://tea.example/a_(b)).\n\n> `wait` 2 * 3\n\n---';
  assert.deepEqual(
    markdown(text).filter((/** @type {unknown} */ line) => line),
    ['Tea', 'Warm the pot.', 'See this.', 'wait 2 * 3'],
  );
});

test('a test document is told from its wrapping, and one without words from one with', () => {
  const wrapped = { title: 'a paragraph', input: { root: { type: 'root', children: [] } }, output: '<p></p>' };
  assert.deepEqual(sources(wrapped, 'Lexical')?.[0]?.title, undefined);
  assert.ok(empty(wrapped, 'Lexical') && empty({ content: { rendered: '<p>&nbsp;</p>' } }, 'WordPress REST'));
  assert.ok(!empty({ title: { rendered: 'Tea' } }, 'WordPress REST'));
  assert.equal(sources({}, 'no such format'), null);
  assert.deepEqual(html(4), { html: '4' });
});
