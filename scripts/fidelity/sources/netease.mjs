// NetEase app API.
//
// | title | title |
// | body | body, with what the pictures are called where they stand (may stand) |
// | may stand | digest |
import { html, list, maybe, text } from '../piece.mjs';

/** @param {string} plain */
const escaped = (plain) => plain.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** @param {any} document @returns {import('../piece.mjs').Source} */
export function read(document) {
  let body = text(document.body);
  for (const one of [...list(document.img), ...list(document.video)]) {
    const words = escaped(text(one?.alt));
    if (text(one?.ref)) body = body.replace(one.ref, () => `<p><lamplit-maybe>${words}</lamplit-maybe></p>`);
  }
  return { title: text(document.title), head: maybe(text(document.digest)), body: html(body) };
}
