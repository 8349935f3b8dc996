// Editor.js: HTML inside the data of each block.
//
// | body | see `blocks`; any other by the members that say something |
// | may stand | buttons, sites of linked pages |
import { anything, html, inRecord, isObject, list, maybe, text } from '../piece.mjs';

/** @typedef {import('../piece.mjs').Piece} Piece */

/** An item of a list: a string, or an object with items of its own. @param {any} one @returns {Piece} */
function item(one) {
  return isObject(one) ? [html(one.content ?? one.text), list(one.items).map(item)] : html(one);
}

/** @type {Record<string, (data: any) => Piece>} */
const blocks = {
  delimiter: () => null,
  list: (data) => list(data.items).map(item),
  nestedlist: (data) => list(data.items).map(item),
  checklist: (data) => list(data.items).map(item),
  quote: (data) => [html(data.text), html(data.caption)],
  code: (data) => text(data.code),
  codebox: (data) => sniffCode(data.code),
  raw: (data) => html(data.html),
  table: (data) => list(data.content).map((row) => list(row).map(html)),
  image: (data) => html(data.caption),
  simpleimage: (data) => html(data.caption),
  embed: (data) => html(data.caption),
  linktool: (data) => [text(data.meta?.title), text(data.meta?.description), maybe(text(data.meta?.site_name))],
  warning: (data) => [html(data.title), html(data.message)],
  personality: (data) => [html(data.name), html(data.description)],
  attaches: (data) => text(data.title) || text(data.file?.name),
  button: (data) => maybe(text(data.text)),
};

/** Code that an editor may have coloured with elements. @param {any} code @returns {Piece} */
const sniffCode = (code) => (/<(span|div|br)\b/.test(text(code)) ? html(code) : text(code));

/** @param {any} block @returns {Piece} */
function walk(block) {
  if (!isObject(block?.data)) return null;
  const known = blocks[text(block.type).toLowerCase()];
  return known ? known(block.data) : anything(block.data);
}

/** @param {any} value */
const knows = (value) => Array.isArray(value?.blocks);

/** @param {any} document @returns {import('../piece.mjs').Source} */
export const read = (document) => inRecord(document, knows, (tree) => list(tree?.blocks).map(walk));
