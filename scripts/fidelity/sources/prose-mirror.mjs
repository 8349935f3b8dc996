// ProseMirror / Tiptap.
//
// | body | text of text nodes; a hard break ends a line; a mention's label; a formula; captions of pictures |
// | may stand | strings where a node should be, ids of mentions, names of emoji, titles of pictures |
import { anything, inRecord, isObject, maybe, run, text } from '../piece.mjs';

/** @typedef {import('../piece.mjs').Piece} Piece */

/** @type {Record<string, (node: any, attrs: any) => Piece>} */
const leaves = {
  text: (node) => text(node.text),
  hardBreak: () => '\n',
  hard_break: () => '\n',
  mention: (_, attrs) => run([maybe('@'), text(attrs.label) || maybe(text(attrs.id))]),
  emoji: (_, attrs) => text(attrs.emoji) || maybe(text(attrs.name)),
  image: (_, attrs) => [text(attrs.caption), maybe(text(attrs.title), text(attrs.credit))],
  math: (_, attrs) => text(attrs.latex),
  horizontalRule: () => null,
  horizontal_rule: () => null,
};

const inline = ['text', 'hardBreak', 'hard_break', 'mention', 'emoji'];

/** @param {any} node @returns {Piece} */
function walk(node) {
  if (typeof node === 'string') return maybe(node);
  if (Array.isArray(node)) return node.map(walk);
  if (!isObject(node)) return null;
  const leaf = leaves[text(node.type)];
  if (leaf && !Array.isArray(node.content)) return leaf(node, node.attrs ?? {});
  if (node.content === undefined) return typeof node.text === 'string' ? node.text : anything(node.attrs);
  if (!Array.isArray(node.content)) return walk(node.content);
  const inside = node.content.map(walk);
  return node.content.every((/** @type {any} */ one) => inline.includes(one?.type)) ? run(inside) : inside;
}

/** @param {any} value */
const knows = (value) => value?.type === 'doc';

/** @param {any} document @returns {import('../piece.mjs').Source} */
export const read = (document) => inRecord(document, knows, walk);
