// WeChat freepublish: the first of news_item.
//
// | title | title |
// | body | content |
// | may stand | digest |
import { html, list, maybe, text } from '../piece.mjs';

/** @param {any} document @returns {import('../piece.mjs').Source} */
export function read(document) {
  const item = list(document.news_item ?? document.content?.news_item)[0] ?? {};
  return { title: text(item.title), head: maybe(text(item.digest)), body: html(item.content) };
}
