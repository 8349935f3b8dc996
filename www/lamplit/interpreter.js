// Runs what the core wrote: one array of steps and one string for a whole batch, because crossing from WebAssembly is what
// costs. The only names that it can write are those of the core's two closed lists, so no batch can make a script or a handler.

const SVG = 'http://www.w3.org/2000/svg';

const OPEN = 0;
const ATTR = 1;
const TEXT = 2;
const CLOSE = 3;

/** @type {string[]} */
let tags = [];
/** @type {string[]} */
let attrs = [];
let firstSvg = 0;

/**
 * Takes the names that the numbers stand for. Every instance of the core calls this once.
 * @param {string} names `a,article,…;alt,…;N`: tags, attributes, the number of the first SVG tag
 */
export function setNames(names) {
  const [tagList = '', attrList = '', index] = names.split(';');
  tags = tagList.split(',');
  attrs = attrList.split(',');
  firstSvg = Number(index);
}

/** @param {number} id */
const create = (id) => {
  const tag = /** @type {string} */ (tags[id]);
  return id < firstSvg ? document.createElement(tag) : document.createElementNS(SVG, tag);
};

/**
 * Runs a batch inside `parent`. A word of `ops` holds the kind of a step in its low three bits and a name above them; an
 * attribute and a text are followed by their length in UTF-16 units of `text`.
 *
 * What this batch opens outermost is attached when it is complete, so the page sees a finished piece. Everything below is
 * attached as it is opened: then the browser walks each subtree once and not once for every level.
 * @param {Element} parent
 * @param {Uint32Array} ops only valid during the call: it is a view of the core's memory
 * @param {string} text
 */
export function apply(parent, ops, text) {
  /** @type {Element[]} the parents of what this batch has open */
  const above = [];
  let depth = 0;
  let current = parent;
  let at = 0;
  // Whether `current` has no children yet: then its text is one call in place of two.
  let empty = false;
  for (let i = 0; i < ops.length; i++) {
    const word = /** @type {number} */ (ops[i]);
    const id = word >>> 3;
    const kind = word & 7;
    if (kind === OPEN) {
      const element = create(id);
      above[depth] = current;
      if (depth++ > 0) current.appendChild(element);
      current = element;
      empty = true;
    } else if (kind === ATTR) {
      const end = at + /** @type {number} */ (ops[++i]);
      current.setAttribute(/** @type {string} */ (attrs[id]), text.slice(at, end));
      at = end;
    } else if (kind === TEXT) {
      const end = at + /** @type {number} */ (ops[++i]);
      const run = text.slice(at, end);
      if (empty) current.textContent = run;
      else current.appendChild(document.createTextNode(run));
      at = end;
      empty = false;
    } else if (kind === CLOSE) {
      if (depth > 1) current = /** @type {Element} */ (above[--depth]);
      else if (depth === 1) {
        const place = /** @type {Element} */ (above[--depth]);
        place.appendChild(current);
        current = place;
      } else {
        // An earlier batch opened it, so it is in its place already.
        current = /** @type {Element} */ (current.parentNode);
      }
      empty = false;
    } else {
      current = /** @type {Element} */ (current.lastElementChild);
      empty = false;
    }
  }
  // A later batch goes on inside what is still open.
  if (depth > 0) above[0]?.appendChild(depth > 1 ? /** @type {Element} */ (above[1]) : current);
}
