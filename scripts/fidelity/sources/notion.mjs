// Notion: a list, an array, a page or one block.
//
// | title | the page's property of type title |
// | body | plain_text of rich_text, caption and cells; a formula; what a child page is called |
// | may stand | signs of callouts, names of files and linked things |
import { isObject, list, maybe, run, text } from '../piece.mjs';

/** @typedef {import('../piece.mjs').Piece} Piece */

/** @param {any} rich @returns {Piece} */
const words = (rich) => run(list(rich).map((one) => text(one?.plain_text ?? one?.text?.content)));

/** @param {any} block @returns {Piece} */
function walk(block) {
  if (!isObject(block)) return null;
  const data = isObject(block[block.type])
    ? block[block.type]
    : (Object.values(block).find((one) => one?.rich_text) ?? block);
  return [
    maybe(text(data.icon?.emoji)),
    words(data.rich_text),
    text(data.expression),
    typeof data.title === 'string' ? data.title : null,
    list(data.cells).map(words),
    maybe(text(data.name), text(data.url), text(data.external?.url), text(data.file?.url)),
    // A page or database in a list.
    maybe(titleOf(block), words(block.title)),
    words(data.caption),
    childrenOf(block, data).map(walk),
  ];
}

/** @param {any} block @param {any} data @returns {any[]} */
const childrenOf = (block, data) =>
  [block.children, data.children, block.results, block.blocks]
    .map((some) => some?.results ?? some)
    .find(Array.isArray) ?? [];

/** @param {any} page @returns {Piece} */
const titleOf = (page) => words(Object.values(page?.properties ?? {}).find((property) => property?.title)?.title);

/** @param {any} document @returns {import('../piece.mjs').Source} */
export function read(document) {
  if (Array.isArray(document)) return { title: titleOf(document[0]), body: document.map(walk) };
  if (document.object === 'page' || document.page || document.properties) {
    const page = document.page ?? document;
    const blocks = childrenOf(document, {});
    return {
      title: titleOf(page),
      head: maybe(words(page.properties?.Description?.rich_text)),
      body: blocks.map(walk),
    };
  }
  return { body: document.object === 'list' ? list(document.results).map(walk) : walk(document) };
}
