// What an article says, from its native document.
import { list, maybe, run, text } from './piece.mjs';

/** @typedef {import('./piece.mjs').Piece} Piece */

/** @param {any} content @returns {Piece} */
const words = (content) => (typeof content === 'string' ? content : run(list(content).map(inline)));

/** @param {any} one @returns {Piece} */
function inline(one) {
  if (typeof one === 'string') return one;
  if (one.type === 'break') return '\n';
  if (one.type === 'link') return words(one.content);
  if (one.type === 'image') return run([text(one.caption), text(one.credit)]);
  return text(one.text);
}

/** @param {any} picture @returns {Piece} */
export const captions = (picture) => [text(picture?.caption), text(picture?.credit)];

/** @param {any} inner @returns {Piece} */
const all = (inner) => list(inner).map(block);

/** @type {Record<string, (block: any) => Piece>} */
const blocks = {
  paragraph: (one) => words(one.content),
  heading: (one) => words(one.content),
  list: (one) => list(one.items).map((item) => all(item.blocks)),
  quote: (one) => [all(one.blocks), text(one.cite)],
  code: (one) => text(one.text),
  image: captions,
  gallery: (one) => [list(one.images).map(captions), text(one.caption)],
  // What a film is called may come from an attribute or from metadata: it must be said somewhere.
  video: (one) => [maybe(text(one.title)), captions(one)],
  audio: (one) => [maybe(text(one.title)), captions(one)],
  embed: (one) => [maybe(text(one.title)), text(one.caption)],
  table: (one) => [text(one.caption), list(one.rows).map((row) => list(row).map((cell) => words(cell.content)))],
  divider: () => null,
  details: (one) => [words(one.summary), all(one.blocks)],
  'link-card': (one) => [maybe(text(one.kicker)), text(one.title), text(one.excerpt)],
  group: (one) => [text(one.title), all(one.blocks)],
  footnotes: (one) => list(one.notes).map((note) => all(note.blocks)),
  unknown: (one) => text(one.text),
};

/** @param {any} one @returns {Piece} */
function block(one) {
  if (typeof one === 'string') return one;
  return blocks[one.type]?.(one) ?? text(one.text);
}

/**
 * @param {any} article
 * @returns {{ title: string, head: string[], body: Piece }}
 */
export function said(article) {
  const { kicker, subtitle, summary, hero } = article;
  return {
    title: text(article.title),
    head: [kicker, subtitle, summary, hero?.caption, hero?.credit].map(text).filter((line) => line !== ''),
    body: all(article.blocks),
  };
}
