// What a source says, piece by piece, before the HTML in it is read.

/**
 * - a string is text as it stands;
 * - `html` is read by a browser; `sniff` is read by one where it looks like HTML;
 * - `maybe` may stand in the article or not: it costs nothing either way;
 * - an array is one piece after the other.
 * Each piece is a line of its own, but for those of `run`.
 * @typedef {null | undefined | string | { html: unknown } | { sniff: unknown } | { maybe: Piece } | { run: Piece[] } | Piece[]} Piece
 */

/**
 * A document's readable text. Not its metadata: slugs, ids, tags, addresses, names of authors, texts in place of pictures.
 * @typedef {object} Source
 * @property {Piece} [title] the headline
 * @property {Piece} [head] lines around the headline that may stand in any place above the body
 * @property {Piece} body
 */

/** @param {unknown} value @returns {value is Record<string, any>} */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {unknown} value @returns {any[]} */
export const list = (value) => (Array.isArray(value) ? value : []);

/** A string or nothing. @param {unknown} value @returns {string} */
export const text = (value) => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

/** @param {unknown} value @returns {Piece} */
export const html = (value) => ({ html: text(value) });
/** @param {unknown} value @returns {Piece} */
export const sniff = (value) => ({ sniff: text(value) });
/** @param {...Piece} pieces @returns {Piece} */
export const maybe = (...pieces) => ({ maybe: pieces });
/** Pieces that stand in one line. @param {Piece[]} pieces @returns {Piece} */
export const run = (pieces) => ({ run: pieces });

/** The members by which any node that a format does not define says something, in the order in which they are read. */
const telling = [
  ...['title', 'heading', 'header', 'name', 'text', 'content', 'html', 'code', 'message', 'description', 'body'],
  ...['quote', 'caption', 'credit', 'attribution', 'summary', 'label'],
];

/**
 * The text of a node of an unknown kind.
 * @param {unknown} node @returns {Piece}
 */
export function anything(node) {
  if (typeof node === 'string') return sniff(node);
  if (Array.isArray(node)) return node.map(anything);
  if (!isObject(node)) return null;
  return telling.map((key) => anything(node[key]));
}

/**
 * The first value in `value`, searched breadth first, that `knows` accepts: a document inside a publisher's record.
 * @param {any} value @param {(value: any) => boolean} knows @returns {any}
 */
export function find(value, knows) {
  let level = [value];
  for (let depth = 0; depth < 5 && level.length > 0; depth += 1) {
    const found = level.find(knows);
    if (found !== undefined) return found;
    level = level.flatMap(within);
  }
  return undefined;
}

/** What a value holds; a string may hold a document. @param {any} value @returns {any[]} */
function within(value) {
  if (typeof value === 'string') return [held(value)].filter((one) => one !== value);
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

/** The document that a string holds, or the value as it is. @param {any} value @returns {any} */
export function held(value) {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/**
 * A document that is a tree, alone or as a member of a record that has a title.
 * @param {any} document @param {(value: any) => boolean} knows @param {(tree: any) => Piece} read @returns {Source}
 */
export function inRecord(document, knows, read) {
  if (knows(document)) return { body: read(document) };
  return { head: maybe(anything(document.title)), body: read(find(document, knows)) };
}
