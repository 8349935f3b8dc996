// Which article stands and whether reader mode is open, as the browser's history tells it: one entry per widget, kept under
// `lamplit` in the page's own `history.state`. The page's router keeps all that is its own.

/**
 * @typedef {object} Entry
 * @property {string | null} src the article that was opened in place; null for the page's own
 * @property {boolean} reader whether reader mode is open
 * @property {boolean} [own] whether it was the way into reader mode that made this entry, so that Back leads out
 * @property {unknown} [place] where the reader was when they left
 */

const NAME = 'lamplit';

/** @param {unknown} value @returns {value is Record<string, any>} */
const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The entry of one widget, or null when the state says nothing of it.
 * @param {unknown} state @param {string} key
 * @returns {Entry | null}
 */
export function entryIn(state, key) {
  const all = isPlain(state) ? state[NAME] : null;
  const entry = isPlain(all) && Object.hasOwn(all, key) ? all[key] : null;
  if (!isPlain(entry)) return null;
  const src = typeof entry.src === 'string' ? entry.src : null;
  return { src, reader: entry.reader === true, own: entry.own === true, place: entry.place ?? null };
}

/**
 * The state with another entry for one widget; null when the page keeps something there that cannot be added to.
 * @param {unknown} state @param {string} key @param {Entry} entry
 * @param {boolean} [fresh] whether it is for a new entry of the history, which no other widget has made
 * @returns {Record<string, any> | null}
 */
export function withEntry(state, key, entry, fresh = false) {
  if (state !== null && state !== undefined && !(isPlain(state) && isBare(state))) return null;
  /** @type {Record<string, any>} */
  const all = { ...(isPlain(state) && isPlain(state[NAME]) ? state[NAME] : {}) };
  if (fresh) {
    for (const name of Object.keys(all)) all[name] = { ...all[name], own: false };
  }
  return { .../** @type {any} */ (state), [NAME]: { ...all, [key]: entry } };
}

/** Not a Map, a Date or another thing that a copy would lose. @param {object} value */
const isBare = (value) => Object.prototype.toString.call(value) === '[object Object]';

/**
 * The key of a widget: what finds it again after a reload.
 * @param {Element} element
 */
export function keyOf(element) {
  let key = pathOf(element);
  // A widget that came before another takes the place that was the other's.
  while (isTaken(key, element)) key += '+';
  living.set(key, new WeakRef(element));
  return key;
}

/** Who has which key. @type {Map<string, WeakRef<Element>>} */
const living = new Map();

/** @param {string} key @param {Element} element */
function isTaken(key, element) {
  const owner = living.get(key)?.deref();
  return owner !== undefined && owner !== element && owner.isConnected;
}

/** The place of an element in its tree, and of that tree's host in its own. @param {Element} element @returns {string} */
function pathOf(element) {
  const root = element.getRootNode();
  const { host: holder } = /** @type {Partial<ShadowRoot>} */ (root);
  const host = holder ? `${pathOf(holder)}/` : '';
  if (element.id) return `${host}#${element.id}`;
  const same = /** @type {ParentNode} */ (/** @type {unknown} */ (root)).querySelectorAll(element.localName);
  return `${host}${[...same].indexOf(element)}`;
}

/** One widget's entries in the history of its page. */
export class Trail {
  #key;
  /** Whether a step back is on its way: browsers take it later. */
  #isGoing = false;
  /** Looks after that step. @type {ReturnType<typeof setTimeout> | undefined} */
  #watch;
  /** What is to be done when it has been taken. @type {(() => void) | null} */
  #next = null;

  /** @param {string} key */
  constructor(key) {
    this.#key = key;
  }

  /** What the history says now. */
  get entry() {
    return entryIn(state(), this.#key);
  }

  /**
   * Goes on to a new entry. False when the page may not do that.
   * @param {Entry} entry @param {Entry} left what is left behind, with its place
   */
  push(entry, left) {
    return this.replace({ ...left, own: this.entry?.own === true }) && this.#write('pushState', entry, true);
  }

  /** @param {Entry} entry */
  replace(entry) {
    return this.#write('replaceState', entry, false);
  }

  /**
   * Goes back to the entry before; the page's `popstate` tells the rest.
   * @param {() => void} [stuck] called when nothing has come of it
   */
  back(stuck = () => {}) {
    // Two would lead off the page.
    if (this.#isGoing) return;
    this.#isGoing = true;
    const before = state();
    try {
      history.back();
    } catch {
      // A frame that may not: `stuck` sees to it.
    }
    this.#watch = setTimeout(() => {
      if (state() === before) stuck();
      this.arrive();
    }, 500);
  }

  /** A step has been taken. */
  arrive() {
    // Else it would take a later step for this one.
    clearTimeout(this.#watch);
    this.#isGoing = false;
    const next = this.#next;
    this.#next = null;
    next?.();
  }

  /**
   * Does something to the history once no step is on its way; of several things the last.
   * @param {(() => void) | null} next null is to do none of them
   */
  afterwards(next) {
    this.#next = next;
    if (!this.#isGoing) this.arrive();
  }

  /**
   * Whether a `popstate` was a press on a link to a place in the page. That makes an entry with no state at all, which says
   * nothing of the widget: what stands stays.
   */
  static isJump(/** @type {PopStateEvent} */ event) {
    return event.state === null && location.hash !== '';
  }

  /** @param {'pushState' | 'replaceState'} method @param {Entry} entry @param {boolean} fresh */
  #write(method, entry, fresh) {
    const next = withEntry(state(), this.#key, entry, fresh);
    if (!next) return false;
    try {
      history[method](next, '');
      return true;
    } catch {
      // A sandbox, or a browser that finds it too often.
      return false;
    }
  }
}

function state() {
  try {
    return history.state;
  } catch {
    return null;
  }
}
