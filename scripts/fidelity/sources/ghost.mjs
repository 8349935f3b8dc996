// Ghost Content API: the first of posts or pages.
//
// | title | title |
// | body | html, else lexical, else mobiledoc (both are JSON in a string) |
// | may stand | custom_excerpt, excerpt, feature_image_caption |
import { html, list, maybe, sniff, text } from '../piece.mjs';
import { read as lexical } from './lexical.mjs';
import { read as mobiledoc } from './mobiledoc.mjs';

/** @param {any} post @returns {import('../piece.mjs').Piece} */
function bodyOf(post) {
  if (text(post.html)) return html(post.html);
  if (text(post.lexical)) return lexical(JSON.parse(post.lexical)).body;
  return text(post.mobiledoc) ? mobiledoc(JSON.parse(post.mobiledoc)) : null;
}

/** @param {any} document @returns {import('../piece.mjs').Source} */
export function read(document) {
  const post = list(document.posts ?? document.pages)[0] ?? document;
  return {
    title: text(post.title),
    head: maybe(text(post.custom_excerpt), text(post.excerpt), sniff(post.feature_image_caption)),
    body: bodyOf(post),
  };
}
