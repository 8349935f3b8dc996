// JSON Feed: the first item is the article, the others are offered beside it.
//
// | title | items[0].title |
// | body | items[0].content_html, else content_text |
// | may stand | items[0].summary, attachments[].title |
import { html, list, maybe, text } from '../piece.mjs';

/** @param {any} feed @returns {import('../piece.mjs').Source} */
export function read(feed) {
  const item = list(feed.items)[0] ?? {};
  const titles = list(item.attachments).map((one) => one?.title);
  return {
    title: text(item.title) && html(text(item.title)),
    head: maybe(text(item.summary)),
    body: [text(item.content_html) ? html(item.content_html) : text(item.content_text), maybe(titles)],
  };
}
