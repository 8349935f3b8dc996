// Lexical, with the cards that Ghost has in it.
//
// | body | text of text nodes; a line break ends a line |
// | cards | see `cards`; any other by the members that say something |
// | may stand | buttons, signs of a callout, parts for mail alone |

import { markdown } from '../markdown.mjs';
import { anything, html, inRecord, isObject, list, maybe, run, text } from '../piece.mjs';

/** @typedef {import('../piece.mjs').Piece} Piece */

/** @type {Record<string, (node: any) => Piece>} */
const cards = {
  linebreak: () => '\n',
  tab: () => null,
  horizontalrule: () => null,
  paywall: () => null,
  image: (node) => html(node.caption),
  gallery: (node) => [list(node.images).map((image) => html(image?.caption)), html(node.caption)],
  html: (node) => html(node.html),
  markdown: (node) => markdown(text(node.markdown)),
  codeblock: (node) => [text(node.code), html(node.caption)],
  callout: (node) => [maybe(text(node.calloutEmoji)), html(node.calloutText)],
  toggle: (node) => [html(node.heading), html(node.content)],
  bookmark: (node) => [
    text(node.metadata?.title),
    text(node.metadata?.description),
    names(node.metadata),
    html(node.caption),
  ],
  embed: (node) => [html(node.html), maybe(text(node.metadata?.title)), html(node.caption)],
  video: (node) => html(node.caption),
  audio: (node) => [text(node.title), html(node.caption)],
  file: (node) => [text(node.fileTitle), text(node.fileCaption), maybe(text(node.fileName))],
  button: (node) => maybe(text(node.buttonText)),
  header: (node) => [
    html(node.header ?? node.heading),
    html(node.subheader ?? node.subheading),
    maybe(text(node.buttonText)),
  ],
  product: (node) => [html(node.productTitle), html(node.productDescription), maybe(text(node.productButton))],
  email: () => null,
  'email-cta': () => null,
  signup: (node) => maybe(html(node.header), html(node.subheader), html(node.disclaimer), text(node.buttonText)),
  'call-to-action': (node) => [html(node.textValue), maybe(text(node.buttonText), html(node.sponsorLabel))],
};

/** @param {any} metadata @returns {Piece} */
const names = (metadata) => maybe(text(metadata?.publisher), text(metadata?.author));

/** Whether a node stands in a line of text. @param {any} node */
const isInline = (node) =>
  typeof node?.text === 'string' || ['link', 'autolink', 'linebreak', 'mark', 'tab'].includes(node?.type);

/** @param {any} node @returns {Piece} */
function walk(node) {
  if (!isObject(node)) return null;
  if (Array.isArray(node.children)) {
    const inside = node.children.map(walk);
    return node.children.every(isInline) ? run(inside) : inside;
  }
  if (typeof node.text === 'string') return node.text;
  const card = cards[String(node.type).replace(/^extended-/, '')];
  return card ? card(node) : anything(node);
}

/** @param {any} value */
const knows = (value) => isObject(value?.root);

/** @param {any} document @returns {import('../piece.mjs').Source} */
export const read = (document) => inRecord(document, knows, (tree) => walk(tree?.root));
