// Strapi blocks.
//
// | body | text of leaves, a picture's caption |
import { inRecord, isObject, list, run, text } from '../piece.mjs';

/** @param {any} node @returns {import('../piece.mjs').Piece} */
function walk(node) {
  if (!isObject(node)) return null;
  if (node.type === 'text') return text(node.text);
  const inside = list(node.children).map(walk);
  const isLine = list(node.children).some((one) => one?.type === 'text');
  return [isLine ? run(inside) : inside, text(node.image?.caption)];
}

/** @param {any} value */
const knows = (value) => Array.isArray(value) && value.some((one) => Array.isArray(one?.children));

/** @param {any} document @returns {import('../piece.mjs').Source} */
export const read = (document) => inRecord(document, knows, (tree) => list(tree).map(walk));
