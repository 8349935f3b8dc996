// How the reader likes to read, as plain data.

/** @typedef {import('./lamplit.js').Settings} Settings */

/** @type {Readonly<Settings>} */
export const DEFAULTS = { scale: 1, theme: 'auto', font: 'serif' };

/** @type {Record<string, readonly unknown[]>} */
const WORDS = { theme: ['auto', 'light', 'sepia', 'dark'], font: ['serif', 'sans'] };

/**
 * The settings in whatever it is: what is unknown or makes no sense is left out, what is left counts.
 * @param {any} value
 * @returns {Partial<Settings>}
 */
export function settingsIn(value) {
  /** @type {Record<string, unknown>} */
  const found = {};
  const scale = value?.scale;
  // The core's own steps, so that what is told before it has come is true afterwards.
  if (typeof scale === 'number' && scale > 0) found.scale = Math.round(Math.min(4, Math.max(0.5, scale)) * 20) / 20;
  for (const name of Object.keys(WORDS)) {
    if (WORDS[name]?.includes(value?.[name])) found[name] = value[name];
  }
  return found;
}

/**
 * The settings that an element's attributes ask for.
 * @param {Element} element
 */
export const settingsOf = (element) =>
  settingsIn({ scale: Number(element.getAttribute('scale')), theme: element.getAttribute('theme') });

/**
 * What `after` says otherwise than `before`.
 * @param {Partial<Settings>} before @param {Partial<Settings>} after
 * @returns {Partial<Settings>}
 */
export function changes(before, after) {
  const names = /** @type {(keyof Settings)[]} */ (Object.keys(settingsIn(after)));
  return Object.fromEntries(names.filter((name) => after[name] !== before[name]).map((name) => [name, after[name]]));
}
