// Zhihu Daily.
//
// | title | title |
// | body | body |
// | may stand | image_source, the author's name and line inside the body |
import { html, maybe, text } from '../piece.mjs';

const author = /<div class="meta">[\s\S]*?<\/div>/g;

/** @param {any} document @returns {import('../piece.mjs').Source} */
export const read = (document) => ({
  title: text(document.title),
  head: maybe(text(document.image_source)),
  body: html(text(document.body).replace(author, (part) => `<lamplit-maybe>${part}</lamplit-maybe>`)),
});
