// Slate: no standard types, so whatever has text is text.
//
// | body | text of leaves; captions of nodes |
// | may stand | what an uploaded file or a related document is called |
import { anything, inRecord, isObject, list, maybe, run, text } from '../piece.mjs';

/** @param {any} node @returns {import('../piece.mjs').Piece} */
function walk(node) {
  if (!isObject(node)) return null;
  if (typeof node.text === 'string' && !Array.isArray(node.children)) return node.text;
  const inside = list(node.children).map(walk);
  const isLine = list(node.children).some((one) => typeof one?.text === 'string');
  return [isLine ? run(inside) : inside, text(node.caption), maybe(anything(node.value), text(node.title))];
}

/** @param {any} value */
const knows = (value) =>
  Array.isArray(value) &&
  value.some((one) => Array.isArray(one?.children) || (typeof one?.text === 'string' && !('type' in one)));

/** @param {any} document @returns {import('../piece.mjs').Source} */
export const read = (document) => inRecord(document, knows, (tree) => list(tree).map(walk));
