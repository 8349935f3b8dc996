// A document with no more to it than the interpreter uses. It notes in which order pieces come to the page.

export class FakeNode {
  /** @type {FakeNode | null} */
  parentNode = null;
  /** @type {FakeNode[]} */
  childNodes = [];
  /** @type {[string, string][]} */
  attributes = [];
  isLive = false;

  /** @param {string} name @param {string | null} [namespace] @param {string} [data] */
  constructor(name, namespace = null, data = '') {
    this.name = name;
    this.namespace = namespace;
    this.data = data;
  }

  /** @returns {FakeNode | null} */
  get lastElementChild() {
    return this.childNodes.filter(({ name }) => name !== '#text').at(-1) ?? null;
  }

  /** @param {string} text */
  set textContent(text) {
    this.childNodes = [];
    this.appendChild(new FakeNode('#text', null, text));
  }

  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes.push([name, value]);
  }

  /** @param {FakeNode} child */
  appendChild(child) {
    if (child.parentNode) throw new Error(`${child.name} is attached twice`);
    child.parentNode = this;
    this.childNodes.push(child);
    if (this.isLive) child.#live();
    return child;
  }

  #live() {
    this.isLive = true;
    for (const child of this.childNodes) child.#live();
  }

  /** The tree as one line of text. @returns {string} */
  toString() {
    if (this.name === '#text') return this.data;
    const attributes = this.attributes.map(([name, value]) => ` ${name}=${value}`).join('');
    return `<${this.namespace ? 'svg:' : ''}${this.name}${attributes}>${this.childNodes.join('')}</>`;
  }
}

export const fakeDocument = {
  createElement: (/** @type {string} */ name) => new FakeNode(name),
  createElementNS: (/** @type {string} */ namespace, /** @type {string} */ name) => new FakeNode(name, namespace),
  createTextNode: (/** @type {string} */ data) => new FakeNode('#text', null, data),
};
