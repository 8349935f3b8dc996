// WordPress REST: an object, or the first of an array.
//
// | title | title.rendered |
// | body | content.rendered; of an attachment: caption, description |
// | may stand | excerpt.rendered, the caption of the featured picture |
import { html, list, maybe, text } from '../piece.mjs';

/** @param {any} value */
const rendered = (value) => text(value?.rendered ?? value);

/** @param {any} document @returns {import('../piece.mjs').Source} */
export function read(document) {
  const post = [document].flat()[0] ?? {};
  const featured = list(post._embedded?.['wp:featuredmedia'])[0];
  const content = rendered(post.content);
  return {
    title: html(rendered(post.title)),
    head: maybe(html(rendered(post.excerpt)), html(rendered(featured?.caption))),
    body: content ? html(content) : [html(rendered(post.caption)), maybe(html(rendered(post.description)))],
  };
}
