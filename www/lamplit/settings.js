// How the reader likes to read, as plain data. The core has the same table (src/settings.rs): this is what is needed before it.

/** @typedef {import('./lamplit.js').Settings} Settings */

/** The first word is the default; none where the page's own style says. @type {Record<string, readonly (string | null)[]>} */
const WORDS = {
  theme: ['auto', 'light', 'sepia', 'grey', 'dark', 'black', 'contrast'],
  font: ['serif', 'sans', 'song', 'hei', 'kai', 'publisher', 'dyslexia'],
  align: [null, 'start', 'justify'],
};
for (const name of ['images', 'links', 'ruby', 'gap', 'squeeze']) WORDS[name] = ['on', 'off'];

/** From, to, in steps of. @type {Record<string, readonly [number, number, number]>} */
const RANGES = {
  scale: [0.5, 4, 0.05],
  leading: [1.2, 2.4, 0.05],
  paragraph: [0, 2, 0.1],
  indent: [0, 2, 1],
  width: [20, 60, 2],
  letter: [0, 0.3, 0.01],
  word: [0, 1, 0.05],
  weight: [300, 700, 100],
};

/** All names. */
export const NAMES = [...Object.keys(RANGES), ...Object.keys(WORDS)];

/** @type {Readonly<Settings>} */
export const DEFAULTS = /** @type {any} */ (
  Object.fromEntries(NAMES.map((name) => [name, name === 'scale' ? 1 : (WORDS[name]?.[0] ?? null)]))
);

/**
 * One setting; `undefined` for what is unknown or makes no sense.
 * @param {string} name @param {any} value
 */
function one(name, value) {
  const [from, to, step] = RANGES[name] ?? [];
  if (!from && from !== 0) return WORDS[name]?.includes(value) ? value : undefined;
  if (value === null && name !== 'scale') return null;
  // A size of nothing is no size.
  if (typeof value !== 'number' || Number.isNaN(value) || (name === 'scale' && value <= 0)) return undefined;
  // The core's own steps, so that what is told before it has come is true afterwards.
  const stop = Math.round(Math.min(Number(to), Math.max(from, value)) / Number(step)) * Number(step);
  return Math.round(stop * 100) / 100;
}

/**
 * The settings in whatever it is: what is unknown or makes no sense is left out, what is left counts.
 * @param {any} value
 * @returns {Partial<Settings>}
 */
export const settingsIn = (value) =>
  Object.fromEntries(NAMES.map((name) => [name, one(name, value?.[name])]).filter(([, found]) => found !== undefined));

/**
 * The settings that an element's attributes ask for. For the eyes of the elder a text begins larger.
 * @param {Element} element
 * @returns {Partial<Settings>}
 */
export function settingsOf(element) {
  /** @param {string} name */
  const asked = (name) => {
    const text = element.getAttribute(name);
    return text && name in RANGES ? Number(text) : (text ?? undefined);
  };
  const found = settingsIn(Object.fromEntries(NAMES.map((name) => [name, asked(name)])));
  if (wordsOf(element, 'preset').includes('elder')) found.scale = Math.max(1.5, found.scale ?? 1);
  return found;
}

/** The words of an attribute. @param {Element} element @param {string} name */
const wordsOf = (element, name) => (element.getAttribute(name) ?? '').split(/\s+/);

/**
 * The two halves of settings: those that the reader can change, and those that the element locks.
 * @param {Element} element @param {Partial<Settings>} settings
 * @returns {[Partial<Settings>, Partial<Settings>]}
 */
export function apart(element, settings) {
  const locked = wordsOf(element, 'lock');
  const all = Object.entries(settings);
  return [
    Object.fromEntries(all.filter(([name]) => !locked.includes(name))),
    Object.fromEntries(all.filter(([name]) => locked.includes(name))),
  ];
}

/**
 * What `after` says otherwise than `before`.
 * @param {Partial<Settings>} before @param {Partial<Settings>} after
 * @returns {Partial<Settings>}
 */
export function changes(before, after) {
  const names = /** @type {(keyof Settings)[]} */ (Object.keys(settingsIn(after)));
  return Object.fromEntries(names.filter((name) => after[name] !== before[name]).map((name) => [name, after[name]]));
}
