// `<lamplit-reader>`: what a page sees of the widget. Importing it defines nothing and asks nothing of the page.
import { aborted, Failure } from './failure.js';
import { keyOf, Trail } from './history.js';
import { Offers } from './offers.js';
import { named } from './page.js';
import { Reader } from './reader.js';
import { apart, changes, DEFAULTS, NAMES, settingsIn, settingsOf } from './settings.js';
import { Source } from './source.js';
import { forget, store, stored, watch } from './storage.js';

/** @typedef {import('./lamplit.js').Settings} Settings */
/** @typedef {import('./lamplit.js').ReaderState} State */
/** @typedef {import('./history.js').Entry} Entry */

/** A server has no elements, but it imports the class. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class LamplitReader extends Base {
  static observedAttributes = ['src', 'from', 'related', 'reader', 'preset', 'lock', ...NAMES];

  #reader = new Reader(this, {
    options: () => ({
      lang: this.closest('[lang]')?.getAttribute('lang') || navigator.language,
      settings: this.#forCore(this.#settings),
    }),
    emit: (name, detail) => this.#hear(name, detail),
    fell: (failure) => this.#fail(failure),
    stood: (source) => void this.#offers.after(source),
  });
  #offers = new Offers(this, this.#reader);
  /** @type {Trail | null} */
  #trail = null;
  /** From the element's arrival on the page to its leaving. @type {AbortController | null} */
  #stay = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #leaving;
  #arrive = () => {};
  /** Settles when the element is on the page: until then nothing is loaded. */
  #arrival = this.#awaitArrival();
  /** The load that is under way. @type {AbortController | null} */
  #turn = null;
  /** The last load. @type {Promise<void>} */
  #loading = Promise.resolve();
  /** @type {State} */
  #state = 'idle';
  /** The page's own article, from which others are opened in place. @type {unknown} */
  #own = null;
  /** What was opened in place and is loading or stands; null for the page's own. @type {string | null} */
  #here = null;
  /** Whether what is wanted has still to be loaded. */
  #isStale = true;
  /** Where the reader was in the articles that were left. @type {Map<string | null, object | null>} */
  #places = new Map();
  /** @type {Settings} */
  #settings = DEFAULTS;
  /** What a script of the page has set of what is locked. @type {Partial<Settings>} */
  #fixed = {};

  connectedCallback() {
    clearTimeout(this.#leaving);
    if (this.#stay) {
      // Moved within the page. Only an open dialog does not survive that.
      if (!this.readerMode) return;
      this.#leave();
    }
    this.#upgrade();
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    this.#settings = this.#wishes();
    watch(() => this.#adjust(), signal);
    this.#trail ??= new Trail(keyOf(this));
    addEventListener('popstate', (event) => this.#onPopState(event), { signal });
    addEventListener('pagehide', () => this.#notePlace(), { signal });
    this.#setState(this.#state);
    this.#reader.revive();
    this.#follow(this.readerMode || this.hasAttribute('reader'));
    this.#arrive();
  }

  disconnectedCallback() {
    // It may only be on its way to another place.
    this.#leaving = setTimeout(() => this.#leave());
  }

  /** Moved in one step: nothing has changed. */
  connectedMoveCallback() {}

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (name === 'src' || name === 'from') {
      if (name === 'from' && this.getAttribute('src')) return;
      const wanted = named(this);
      if (wanted) this.load(wanted);
      else this.#clear();
    } else if (!this.#stay) {
      // Looked up on arrival.
    } else if (name === 'related') {
      const { standing } = this.#reader;
      if (standing && this.#state === 'ready') this.#offers.after(standing);
    } else if (name === 'reader') {
      this.readerMode = value !== null;
    } else {
      this.#settings = this.#wishes();
      this.#apply(this.#settings);
    }
  }

  get state() {
    return this.#state;
  }

  get article() {
    const { standing } = this.#reader;
    try {
      return standing && JSON.parse(new TextDecoder().decode(standing.bytes()));
    } catch {
      // It broke off.
      return null;
    }
  }

  set article(value) {
    if (value === null || value === undefined) this.#clear();
    // A text is JSON here, never an address.
    else this.load(typeof value === 'string' ? new TextEncoder().encode(value) : value);
  }

  get settings() {
    return { ...this.#settings };
  }

  set settings(value) {
    const settings = { ...this.#settings, ...settingsIn(value) };
    this.#note(this.#apply(settings) ?? settings);
  }

  get readerMode() {
    return this.#reader.isReaderMode;
  }

  set readerMode(value) {
    if (value) this.enterReader();
    else this.exitReader();
  }

  /**
   * Shows the article at an address, in an object or in bytes. Rejects when it cannot be had or read. The event
   * `lamplit-error` says the same, so nobody need listen.
   * @param {unknown} input
   * @returns {Promise<void>}
   */
  load(input) {
    this.#own = input;
    this.#isStale = true;
    const entry = this.#trail?.entry;
    if (entry?.src) this.#trail?.replace({ src: null, reader: entry.reader });
    if (this.#stay) return this.#load(null);
    const promise = this.#arrival.then(() => this.#loading);
    promise.catch(() => {});
    return promise;
  }

  /** Opens reader mode, and lets Back lead out of it. */
  enterReader() {
    if (this.readerMode) return;
    const enter = () => {
      if (this.#reader.standing) this.#trail?.push({ src: this.#here, reader: true, own: true }, this.#leaveBehind());
      this.#reader.isReaderMode = true;
    };
    if (this.#trail) this.#trail.afterwards(enter);
    else enter();
  }

  /** Leaves reader mode the way it was entered. */
  exitReader() {
    this.#trail?.afterwards(null);
    if (!this.readerMode) return;
    this.#reader.isReaderMode = false;
    this.#noteMode();
  }

  /** Brings the history in line where the way out of reader mode did not lead through it. */
  #noteMode() {
    const entry = this.#trail?.entry;
    if (!entry?.reader || this.readerMode) return;
    const note = () => this.#trail?.replace({ ...entry, own: false, reader: false });
    if (entry.own) this.#trail?.back(note);
    else note();
  }

  /**
   * @param {number} scale
   * @returns {number} the scale that is set now: the stop nearest to what was asked for
   */
  scaleTo(scale) {
    const { scale: wanted } = settingsIn({ scale: Number(scale) });
    if (wanted) {
      const set = this.#reader.ask((core, id) => core.scale_to(id, wanted)) ?? wanted;
      this.#note({ ...this.#settings, scale: set });
    }
    return this.#settings.scale;
  }

  next() {
    this.#reader.ask((core, id) => core.next(id));
  }

  previous() {
    this.#reader.ask((core, id) => core.previous(id));
  }

  /** Puts all settings back to what the page asks for. */
  reset() {
    forget();
    this.#adjust();
  }

  /** Takes over what was set on the element before it was one of these. */
  #upgrade() {
    for (const name of /** @type {const} */ (['settings', 'article', 'readerMode'])) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete (/** @type {any} */ (this)[name]);
      /** @type {any} */ (this)[name] = value;
    }
  }

  #awaitArrival() {
    return new Promise((resolve) => {
      this.#arrive = () => resolve(undefined);
    });
  }

  #leave() {
    if (this.#turn) {
      this.#turn.abort();
      this.#turn = null;
      this.#isStale = true;
      this.#here = this.#reader.standing?.here ?? null;
      this.#setState(this.#reader.standing ? 'ready' : 'idle');
    }
    this.#stay?.abort();
    this.#stay = null;
    this.#arrival = this.#awaitArrival();
    this.#offers.stop();
    this.#reader.suspend();
  }

  #clear() {
    this.#turn?.abort();
    this.#turn = null;
    this.#own = this.#here = null;
    this.#isStale = true;
    this.#offers.stop();
    this.#reader.clear();
    this.#setState('idle');
  }

  /**
   * Loads what was opened in place, or the page's own article.
   * @param {string | null} here
   * @param {object | null} [place] where to go in it; null is its beginning
   */
  #load(here, place) {
    this.#turn?.abort();
    const turn = new AbortController();
    this.#turn = turn;
    this.#here = here;
    this.#isStale = false;
    this.#setState('loading');
    const source = new Source(here ?? this.#own, turn.signal, (loaded, total) =>
      this.#tell('progress', { loaded, total }),
    );
    source.here = here;
    this.#loading = this.#show(source, turn, place);
    // Who loads through an attribute hears the event.
    this.#loading.catch(() => {});
    return this.#loading;
  }

  /** @param {Source} source @param {AbortController} turn @param {object | null} [place] */
  async #show(source, turn, place) {
    try {
      const meta = await this.#reader.show(source, turn.signal, place);
      if (turn.signal.aborted) throw aborted();
      this.#turn = null;
      this.#setState('ready');
      this.#tell('load', meta);
    } catch (error) {
      // Whoever took its turn says what becomes of the element.
      if (turn.signal.aborted) throw aborted();
      turn.abort();
      this.#turn = null;
      const failure = Failure.of(error);
      const { standing } = this.#reader;
      if (standing) this.#here = standing.here;
      if (!standing) this.#reader.fail();
      else if (standing !== source) this.#reader.ask((core, id) => core.fail(id));
      this.#fail(failure, standing && standing !== source ? 'ready' : 'failed');
      throw failure;
    }
  }

  /** @param {Failure} failure @param {State} [state] */
  #fail(failure, state = 'failed') {
    this.#setState(state);
    this.#tell('error', failure.detail);
  }

  /** @param {State} state */
  #setState(state) {
    this.#state = state;
    this.setAttribute('state', state);
  }

  /**
   * @param {string} name @param {unknown} detail @param {boolean} [cancelable]
   * @returns {boolean} whether nobody has cancelled it
   */
  #tell(name, detail, cancelable) {
    return this.dispatchEvent(
      new CustomEvent(`lamplit-${name}`, { bubbles: true, composed: true, cancelable, detail }),
    );
  }

  /** @type {import('lamplit-core').Emit} */
  #hear(name, detail) {
    if (name === 'navigate') return this.#navigate(/** @type {any} */ (detail));
    if (name === 'reader') this.readerMode = !this.readerMode;
    else if (name === 'settings') this.#note(/** @type {Settings} */ (detail));
    else if (name === 'reset') this.reset();
    else if (name === 'retry') this.#load(this.#here, this.#reader.place ?? undefined);
    else {
      // Browsers close a dialog by themselves at the second Esc.
      this.#noteMode();
      this.#tell('mode', detail);
    }
    return false;
  }

  /** @param {{ url: string | null, src: string | null, title: string }} card */
  #navigate(card) {
    const how = this.getAttribute('navigate');
    // A double press.
    if (card.src && card.src === this.#here && this.#turn) return true;
    if (!this.#tell('navigate', card, true) || how === 'event') return true;
    const { src } = card;
    if (how === 'link' || !src) return false;
    const isNew = this.#trail?.push({ src, reader: this.readerMode }, this.#leaveBehind());
    this.#load(src, null).catch(({ code }) => {
      // The old article stands; so the history should say.
      if (isNew && code !== 'aborted' && this.#trail?.entry?.src === src) this.#trail.back();
    });
    return true;
  }

  /** @param {PopStateEvent} event */
  #onPopState(event) {
    if (Trail.isJump(event)) {
      if (this.#here !== null || this.readerMode) this.#trail?.replace({ src: this.#here, reader: this.readerMode });
      return;
    }
    queueMicrotask(() => this.#trail?.arrive());
    const { standing, place } = this.#reader;
    // The browser may have scrolled already: what was seen last counts.
    if (standing) this.#places.set(standing.here, place);
    this.#follow(this.hasAttribute('reader'));
  }

  /**
   * Does what the history says.
   * @param {boolean} isReaderMode the mode if it says nothing
   */
  #follow(isReaderMode) {
    const entry = this.#trail?.entry;
    const here = entry?.src ?? null;
    this.#reader.isReaderMode = entry ? entry.reader : isReaderMode;
    if (here === this.#here && !this.#isStale) return;
    if (here === null && this.#own === null) {
      if (this.#state !== 'idle') this.#clear();
      return;
    }
    const place = this.#places.get(here) ?? entry?.place;
    // At the first visit the page itself knows where to begin.
    this.#load(here, place ?? (this.#reader.standing ? null : undefined));
  }

  /** What the history is to say of the article that is about to be left. @returns {Entry} */
  #leaveBehind() {
    const place = this.#reader.ask((core, id) => core.position(id)) ?? this.#reader.place;
    this.#places.set(this.#reader.standing?.here ?? null, place);
    return { src: this.#here, reader: this.readerMode, place };
  }

  /** For a reload, or for the way back from another page. */
  #notePlace() {
    const entry = this.#trail?.entry;
    if (entry) this.#trail?.replace({ ...entry, place: this.#reader.place });
  }

  /** What the reader has chosen and may, else what the page asks for, else the defaults. @returns {Settings} */
  #wishes() {
    return { ...DEFAULTS, ...settingsOf(this), ...apart(this, stored())[0], ...this.#fixed };
  }

  /** @param {Settings} settings */
  #forCore(settings) {
    return { ...settings, lock: this.getAttribute('lock') ?? '' };
  }

  /** @param {Settings} settings */
  #apply(settings) {
    return this.#reader.ask((core, id) => core.apply_settings(id, JSON.stringify(this.#forCore(settings))));
  }

  /** Takes note of what the reader has set. @param {Partial<Settings>} settings */
  #note(settings) {
    const changed = changes(this.#settings, settings);
    if (Object.keys(changed).length === 0) return;
    this.#settings = { ...this.#settings, ...changed };
    const [free, held] = apart(this, changed);
    this.#fixed = { ...this.#fixed, ...held };
    // Only what was chosen: the page may change its mind about the rest.
    if (Object.keys(free).length > 0) store(free);
    this.#tell('settings', this.settings);
  }

  /** Something was chosen elsewhere: in another tab, or in another widget of this page. */
  #adjust() {
    const settings = this.#wishes();
    if (Object.keys(changes(this.#settings, settings)).length === 0) return;
    this.#settings = settings;
    this.#apply(settings);
    this.#tell('settings', this.settings);
  }
}
