// Portable Text: an array of nodes with _type, or one such node.
//
// | body | text of spans; code; captions and credits of pictures; cells of tables |
// | others | the members that say something |
import { anything, inRecord, isObject, list, run, text } from '../piece.mjs';

/** @typedef {import('../piece.mjs').Piece} Piece */

/** @param {any} value @returns {Piece} */
function words(value) {
  if (Array.isArray(value)) return value.map(walk);
  return text(value);
}

/** @param {any} node @returns {Piece} */
function walk(node) {
  if (typeof node === 'string') return node;
  if (!isObject(node)) return null;
  if (Array.isArray(node.children)) return run(node.children.map(walk));
  switch (node._type) {
    case 'span':
      return text(node.text);
    case 'code':
      return text(node.code);
    case 'image':
      return [words(node.caption), words(node.credit ?? node.attribution)];
    case 'gallery':
      return [list(node.images).map(walk), words(node.caption)];
    case 'table':
      return list(node.rows).map((row) => list(row?.cells).map(words));
    default:
      return anything(node);
  }
}

/** @param {any} value */
const knows = (value) => (Array.isArray(value) ? isObject(value[0]) && '_type' in value[0] : value?._type === 'block');

/** @param {any} document @returns {import('../piece.mjs').Source} */
export const read = (document) => inRecord(document, knows, (tree) => [tree].flat().map(walk));
