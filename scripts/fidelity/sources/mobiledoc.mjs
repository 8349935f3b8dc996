// Mobiledoc, which Ghost kept its posts in: sections of markers, and cards.

import { markdown } from '../markdown.mjs';
import { anything, html, list, run, text } from '../piece.mjs';

/** @typedef {import('../piece.mjs').Piece} Piece */

/** @param {any} card @returns {Piece} */
function cardText(card) {
  const [name, payload = {}] = list(card);
  if (name === 'markdown' || name === 'card-markdown') return markdown(text(payload.markdown));
  if (name === 'html') return html(payload.html);
  if (name === 'image' || name === 'gallery') return html(payload.caption);
  if (name === 'code') return [text(payload.code), html(payload.caption)];
  return anything(payload);
}

/** @param {any} document @returns {Piece} */
export function read(document) {
  /** @param {any} markers @returns {Piece} */
  const words = (markers) =>
    run(list(markers).map(([kind, , , value]) => (kind === 0 ? text(value) : text(list(document.atoms)[value]?.[1]))));
  return list(document.sections).map(([kind, first, second]) => {
    if (kind === 1) return words(second);
    if (kind === 3) return list(second).map(words);
    return kind === 10 ? cardText(list(document.cards)[first]) : null;
  });
}
