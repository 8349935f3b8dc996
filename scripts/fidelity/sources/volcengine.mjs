// Volcengine / Toutiao: the first of Articles.
//
// | title | Title |
// | body | Content |
// | may stand | Abstract |
import { html, list, maybe, sniff, text } from '../piece.mjs';

/** @param {any} document @returns {import('../piece.mjs').Source} */
export function read(document) {
  const article = list(document.Articles ?? document.Result?.Articles)[0] ?? {};
  return { title: text(article.Title), head: maybe(sniff(article.Abstract)), body: html(article.Content) };
}
