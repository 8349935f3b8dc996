// Readability / Mercury.
//
// | title | title |
// | body | content |
// | may stand | dek, excerpt, subtitle |
import { html, maybe, sniff, text } from '../piece.mjs';

/** @param {any} document @returns {import('../piece.mjs').Source} */
export const read = (document) => ({
  title: text(document.title),
  head: maybe(sniff(document.dek), sniff(document.excerpt), sniff(document.subtitle)),
  body: html(document.content),
});
