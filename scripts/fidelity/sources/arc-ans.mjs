// Arc XP ANS: a story, or an element of one by itself.
//
// | title | headlines.basic |
// | head | subheadlines.basic |
// | body | content_elements: inline HTML, captions and credits, see `elements` |
// | may stand | description.basic, label.basic.text, editor_note, corrections, the promoted picture's caption and credit, copyright lines |
import { anything, html, isObject, list, maybe, run, sniff, text } from '../piece.mjs';

/** @typedef {import('../piece.mjs').Piece} Piece */

/** Who made a picture: each may be joined to the next by the importer's own sign. @param {any} node @returns {Piece} */
const credits = (node) =>
  maybe(
    [...list(node.credits?.by), ...list(node.credits?.affiliation), ...list(node.credits?.photos_by)].map((one) => [
      text(one?.byline) || text(one?.name),
    ]),
    text(node.credits_caption_display),
    text(node.copyright),
  );

/** @param {any} node @returns {Piece} */
const picture = (node) => [html(node.caption), credits(node), maybe(text(node.subtitle))];

/** @param {any} cell @returns {Piece} */
const cell = (cell) => (isObject(cell) ? sniff(cell.content ?? cell.text) : sniff(cell));

/** @type {Record<string, (node: any) => Piece>} */
const elements = {
  text: (node) => html(node.content),
  header: (node) => html(node.content),
  raw_html: (node) => html(node.content),
  blockquote: (node) => [html(node.content), sniff(node.citation?.content)],
  pullquote: (node) => [html(node.content), sniff(node.citation?.content)],
  quote: (node) => [html(node.content), list(node.content_elements).map(walk), sniff(node.citation?.content)],
  list: (node) => list(node.items).map(walk),
  code: (node) => text(node.content),
  image: picture,
  video: (node) => [
    maybe(text(node.headlines?.basic)),
    sniff(node.caption),
    maybe(sniff(node.description?.basic)),
    credits(node),
  ],
  audio: (node) => [
    maybe(text(node.headlines?.basic)),
    sniff(node.caption),
    maybe(sniff(node.description?.basic)),
    credits(node),
  ],
  gallery: (node) => [
    maybe(text(node.headlines?.basic), sniff(node.description?.basic)),
    list(node.content_elements).map(walk),
    sniff(node.caption),
    credits(node),
  ],
  table: (node) => [list(node.header).map(cell), list(node.rows).map((row) => list(row).map(cell))],
  correction: (node) => sniff(node.text),
  oembed_response: (node) => [html(node.raw_oembed?.html), maybe(text(node.raw_oembed?.title))],
  interstitial_link: (node) => [sniff(node.content), sniff(node.description?.content)],
  link_list: (node) => [sniff(node.title), list(node.items).map(walk)],
  element_group: (node) => [sniff(node.title), list(node.content_elements).map(walk)],
  numeric_rating: (node) => maybe(run([text(node.numeric_rating), maybe('/', text(node.max)), text(node.units)])),
  endorsement: (node) => sniff(node.endorsement),
  reference: () => null,
  divider: () => null,
  custom_embed: (node) => maybe(anything(node.embed?.config)),
  story: (node) => maybe(text(node.headlines?.basic), sniff(node.description?.basic)),
};

/** @param {any} node @returns {Piece} */
function walk(node) {
  if (!isObject(node)) return null;
  const known = elements[text(node.type)];
  return known ? known(node) : anything(node);
}

/** @param {any} document @returns {import('../piece.mjs').Source} */
export function read(document) {
  const isElement = !Array.isArray(document.content_elements);
  const promoted = document.promo_items?.basic;
  return {
    title: html(document.headlines?.basic),
    head: [
      html(document.subheadlines?.basic),
      maybe(sniff(document.description?.basic), text(document.label?.basic?.text), sniff(document.editor_note)),
      maybe(list(document.corrections).map((one) => sniff(one?.text))),
      maybe(sniff(document.copyright), isObject(promoted) ? walk(promoted) : null),
    ],
    body: isElement ? walk(document) : list(document.content_elements).map(walk),
  };
}
