// The stylesheet of every widget on the page: parsed once, shared by all.
import text from './lamplit.css';

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
    shared.replaceSync(text);
  }
  return [shared, new CSSStyleSheet()];
}
