import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { apply, setNames } from '../../www/lamplit/interpreter.js';
import { FakeNode, fakeDocument } from './support/document.js';

const TAGS = ['p', 'em', 'section', 'svg', 'path'];
const ATTRS = ['part', 'href'];

/** Writes a batch as the core does. */
class Batch {
  /** @type {number[]} */
  #ops = [];
  #text = '';

  /** @param {string} tag */
  open(tag) {
    this.#ops.push(TAGS.indexOf(tag) << 3);
    return this;
  }

  /** @param {string} name @param {string} value */
  attr(name, value) {
    this.#ops.push((ATTRS.indexOf(name) << 3) | 1, value.length);
    this.#text += value;
    return this;
  }

  /** @param {string} text */
  text(text) {
    this.#ops.push(2, text.length);
    this.#text += text;
    return this;
  }

  close() {
    this.#ops.push(3);
    return this;
  }

  descend() {
    this.#ops.push(4);
    return this;
  }

  /** @param {FakeNode} parent */
  run(parent) {
    apply(/** @type {any} */ (parent), new Uint32Array(this.#ops), this.#text);
  }
}

/** @type {FakeNode} */
let page;

beforeEach(() => {
  Object.defineProperty(globalThis, 'document', { value: fakeDocument, configurable: true });
  setNames(`${TAGS};${ATTRS};3`);
  page = new FakeNode('body');
  page.isLive = true;
});

test('a batch is a tree', () => {
  const batch = new Batch().open('section').attr('part', 'body').open('p').attr('href', '').text('灯𠮷');
  batch.open('em').text('b').close().text('c').close().open('p').close().close().open('p').text('d').close();
  batch.run(page);
  assert.equal(`${page}`, '<body><section part=body><p href=>灯𠮷<em>b</>c</><p></></><p>d</></>');
});

test('elements of SVG are of its namespace', () => {
  new Batch().open('svg').open('path').close().close().run(page);
  assert.equal(`${page}`, '<body><svg:svg><svg:path></></></>');
});

test('attributes and text before the first element are the parent’s', () => {
  new Batch().attr('part', 'article').text('a').run(page);
  assert.equal(`${page}`, '<body part=article>a</>');
});

test('a later batch goes on inside what an earlier one left open', () => {
  new Batch().open('section').open('p').text('a').close().open('section').open('p').text('b').close().run(page);
  assert.equal(`${page}`, '<body><section><p>a</><section><p>b</></></></>');
  const next = new Batch().descend().descend().open('p').text('c').close().close().open('p').text('d').close();
  next.close().open('p').text('e').close();
  next.run(page);
  assert.equal(`${page}`, '<body><section><p>a</><section><p>b</><p>c</></><p>d</></><p>e</></>');
});

test('text after other children is added, not put in their place', () => {
  new Batch().open('p').open('em').close().text('a').close().run(page);
  new Batch().descend().text('b').close().run(page);
  assert.equal(`${page}`, '<body><p><em></>ab</></>');
});

test('only finished pieces come to the page', () => {
  /** @type {string[]} */
  const seen = [];
  const { appendChild } = FakeNode.prototype;
  page.appendChild = (child) => {
    seen.push(`${child}`);
    return appendChild.call(page, child);
  };
  new Batch().open('section').open('p').text('a').close().close().open('p').text('b').close().run(page);
  assert.deepEqual(seen, ['<section><p>a</></>', '<p>b</>']);
});
