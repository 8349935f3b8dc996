// Contentful rich text.
//
// | body | value of text nodes |
// | may stand | titles, descriptions and names of linked entries and assets, where they are resolved |
import { anything, inRecord, isObject, list, maybe, run, text } from '../piece.mjs';

/** @param {any} node @returns {import('../piece.mjs').Piece} */
function walk(node) {
  if (!isObject(node)) return null;
  if (node.nodeType === 'text') return text(node.value);
  const inside = list(node.content).map(walk);
  const isLine = list(node.content).some((one) => one?.nodeType === 'text');
  return [isLine ? run(inside) : inside, maybe(anything(node.data?.target?.fields))];
}

/** @param {any} value */
const knows = (value) => value?.nodeType === 'document';

/** @param {any} document @returns {import('../piece.mjs').Source} */
export const read = (document) => inRecord(document, knows, walk);
