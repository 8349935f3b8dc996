// The stylesheet of every widget on the page: parsed once, shared by all.
import blocks from './styles/blocks.css';
import cards from './styles/cards.css';
import colour from './styles/colour.css';
import measure from './styles/measure.css';
import media from './styles/media.css';
import states from './styles/states.css';
import surface from './styles/surface.css';
import text from './styles/text.css';
import tools from './styles/tools.css';
import type from './styles/type.css';

/** In the order of the page: what comes later counts more. */
const whole = [colour, type, surface, text, blocks, measure, states, tools, cards, media].join('');

/** @type {CSSStyleSheet | undefined} */
let shared;

/**
 * The sheets of one widget: the shared one, and one of its own for what its reader sets.
 * Throws where a browser cannot do without markup or inline styles.
 * @returns {[CSSStyleSheet, CSSStyleSheet]}
 */
export function sheets() {
  if (!('adoptedStyleSheets' in document)) throw new TypeError('no adoptedStyleSheets');
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(whole);
  }
  return [shared, new CSSStyleSheet()];
}
