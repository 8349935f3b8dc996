// One reader in the core, with what it takes to bring it back: after a breakdown of the core, and when its element returns to
// the page. What stands is fed again from the bytes that were kept, at the same place and in the same mode.

import { expect, toNative } from './conversion.js';
import { aborted, Failure } from './failure.js';
import { call, start, tenants } from './instance.js';
import { pacer } from './pause.js';
import { sheets } from './styles.js';

/** @typedef {import('./source.js').Source} Source */

/**
 * What a reader asks its element.
 * @typedef {object} Host
 * @property {() => { lang: string, settings: object }} options
 * @property {import('lamplit-core').Emit} emit
 * @property {(failure: Failure) => void} fell what stood cannot be shown any more
 * @property {(source: Source) => void} stood an article stands whole, for the first time or again
 */

/** What people do inside the root. Most of these events do not bubble, so all are heard on their way in. */
const EVENTS = ['click', 'input', 'keydown', 'focusin', 'scroll', 'beforematch', 'cancel', 'close'];

/** So many falls over the same bytes are no accident. */
const TOO_OFTEN = 2;

export class Reader {
  /** Where the reader is, as last seen. @type {object | null} */
  place = null;
  #element;
  #host;
  /** The root, once it is the reader's. @type {ShadowRoot | null} */
  #root = null;
  /** @type {number | null} */
  #id = null;
  /** From opening to closing. */
  #life = new AbortController();
  /** What the page shows. @type {Source | null} */
  #standing = null;
  /** What {@link show} is about. @type {Source | null} */
  #loading = null;
  /** What is being fed at the moment. @type {Source | null} */
  #feeding = null;
  /** Settles when what stood before a breakdown stands again. */
  #revival = Promise.resolve();
  /** Breakdowns over nothing in particular. */
  #falls = 0;
  /** Whether reader mode is open, or to be opened as soon as there is something to read. */
  #isReaderMode = false;
  /** The mode that the page was told of. */
  #toldMode = false;

  /** @param {HTMLElement} element @param {Host} host */
  constructor(element, host) {
    this.#element = element;
    this.#host = host;
  }

  /** What the page shows. */
  get standing() {
    return this.#standing;
  }

  /** Whether a server has declared the root with an article in it, and no other has come yet. */
  get #isDeclared() {
    return !this.#root && this.#element.shadowRoot !== null;
  }

  get isReaderMode() {
    return this.#isReaderMode;
  }

  set isReaderMode(wanted) {
    this.#isReaderMode = wanted;
    if (this.#standing) this.#setMode();
  }

  /**
   * Asks the core something about this reader; `undefined` when it is not open or breaks.
   * @template T
   * @param {(core: import('./instance.js').Core, id: number) => T} question
   */
  ask(question) {
    const id = this.#id;
    return id === null ? undefined : call((core) => question(core, id), this);
  }

  /**
   * Feeds a document to its end, through breakdowns if need be. What stands stays until the first screen of the new one does.
   * @param {Source} source @param {AbortSignal} signal
   * @param {object | null} [place] where to go in it: null is its beginning, nothing leaves that to the page
   * @returns {Promise<import('lamplit-core').Meta>}
   */
  async show(source, signal, place) {
    this.#loading = source;
    this.#falls = 0;
    try {
      for (;;) {
        await Promise.all([start(), source.opened()]);
        // The declared article is replaced in one go.
        if (this.#isDeclared) await source.at(0);
        await this.#revival;
        if (signal.aborted) throw aborted();
        if (source.faults >= TOO_OFTEN || this.#falls >= TOO_OFTEN) {
          if (this.#standing === source) this.#forget();
          throw fallen();
        }
        this.#open();
        const meta = await this.#feed(source, signal, place);
        if (meta) return { ...meta, format: source.format ?? meta.format };
      }
    } finally {
      if (this.#loading === source) this.#loading = null;
    }
  }

  /** Leaves the page for a while: everything is let go but what it takes to come back. */
  suspend() {
    const id = this.#id;
    this.#end();
    tenants.delete(this);
    if (id !== null) call((core) => core.close(id));
  }

  /** Forgets everything and shows the element's own content. */
  clear() {
    this.suspend();
    this.#bare();
    this.#forget();
  }

  /** For the core only. @param {boolean} guilty */
  lost(guilty) {
    this.#end();
    if (!guilty) return;
    const source = this.#feeding ?? this.#standing;
    if (source) source.faults++;
    else this.#falls++;
  }

  /** Comes back, after a breakdown or a time away. */
  revive() {
    const source = this.#standing;
    this.#bare();
    // What is being loaded goes on by itself.
    if (!source || source === this.#loading) return;
    if (source.faults >= TOO_OFTEN) {
      this.#forget();
      this.fail();
      this.#host.fell(fallen());
    } else {
      this.#revival = this.#again(source);
    }
  }

  /** For the core only: there will be no other instance. @param {Failure} failure */
  evict(failure) {
    const source = this.#standing;
    this.#bare();
    this.#forget();
    if (source && source !== this.#loading) this.#host.fell(failure);
  }

  /** @param {Source} source */
  async #again(source) {
    const { place } = this;
    const life = this.#life.signal;
    try {
      await start();
      if (life.aborted) return;
      this.#open();
      await this.#feed(source, life, place ?? undefined);
    } catch {
      // It has come as far as the first time.
      if (!life.aborted && place) this.#goTo(place);
    }
  }

  /**
   * @param {Source} source @param {AbortSignal} signal @param {object | null} [place]
   * @returns {Promise<import('lamplit-core').Meta | undefined>} nothing when the core broke on the way
   */
  async #feed(source, signal, place) {
    if (this.#id === null) return undefined;
    const life = this.#life.signal;
    const pace = pacer();
    let isFirst = true;
    const stands = () => {
      if (!isFirst) return;
      isFirst = false;
      if (this.#standing !== source) this.place = null;
      this.#standing = source;
      this.#setMode();
      if (place === null) this.#goTo(place);
    };
    this.#feeding = source;
    try {
      this.ask((core, id) => core.begin(id, source.base));
      for (let index = 0; !life.aborted; index++) {
        const piece = await source.at(index);
        if (life.aborted) break;
        if (signal.aborted) throw aborted();
        if (!piece) {
          const meta = this.ask((core, id) => core.finish(id));
          if (!meta) break;
          stands();
          this.#host.stood(source);
          if (place) this.#goTo(place);
          return meta;
        }
        if (index === 0 && !source.format) expect(piece);
        if (this.ask((core, id) => core.feed(id, piece))) stands();
        await pace();
        if (signal.aborted) throw aborted();
      }
      return undefined;
    } catch (error) {
      if (isFirst && !signal.aborted && !source.format && Failure.of(error).code === 'unknown-format') {
        source.replace(await toNative(await source.all()));
        return undefined;
      }
      // What has come stays, with a word about it. Whoever takes over has begun already.
      if (!signal.aborted && this.ask((core, id) => core.interrupt(id))) stands();
      throw error;
    } finally {
      if (this.#feeding === source) this.#feeding = null;
    }
  }

  /** @param {object | null} place */
  #goTo(place) {
    this.ask((core, id) => core.restore(id, place ? JSON.stringify(place) : undefined));
  }

  #setMode() {
    const wanted = this.#isReaderMode;
    const is = this.ask((core, id) => {
      if (core.reader_mode(id) !== wanted) core[wanted ? 'enter_reader' : 'exit_reader'](id);
      return core.reader_mode(id);
    });
    if (is !== undefined) this.#tellMode(is);
  }

  /** After a breakdown the mode is what it was, and there is nothing to tell. @param {boolean} isReaderMode */
  #tellMode(isReaderMode) {
    this.#isReaderMode = isReaderMode;
    if (isReaderMode === this.#toldMode) return;
    this.#toldMode = isReaderMode;
    this.#host.emit('mode', { mode: isReaderMode ? 'reader' : 'page' });
  }

  #open() {
    if (this.#id !== null) return;
    const adopted = sheets();
    const element = this.#element;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    this.#root = root;
    const { signal } = this.#life;
    root.adoptedStyleSheets = adopted;
    tenants.add(this);
    const { lang, settings } = this.#host.options();
    /** @type {import('lamplit-core').Emit} */
    const emit = (name, detail) => !signal.aborted && this.#emit(name, detail);
    this.#id = call((core) => core.open(root, adopted[1], lang, JSON.stringify(settings), emit), this) ?? null;
    if (this.#id !== null) this.#listen(root, signal);
  }

  /** @type {import('lamplit-core').Emit} */
  #emit(name, detail) {
    if (name !== 'mode') return this.#host.emit(name, detail);
    this.#tellMode(/** @type {{ mode: string }} */ (detail).mode === 'reader');
    return false;
  }

  /**
   * The core adds no listeners: so a broken one leaves none behind, and what breaks in them is dealt with here.
   * @param {ShadowRoot} root @param {AbortSignal} signal
   */
  #listen(root, signal) {
    /** @param {Event} event */
    const handle = (event) => this.ask((core, id) => core.handle(id, event));
    /** @param {Event} event */
    const onEvent = (event) => {
      // What the page has put into a slot is the page's.
      if (/** @type {Node} */ (event.target).getRootNode() === root) handle(event);
    };
    for (const type of EVENTS) root.addEventListener(type, onEvent, { capture: true, signal });
    addEventListener('resize', handle, { signal });
    // A press outside closes what is open.
    const onClick = (/** @type {Event} */ event) => {
      const [target] = event.composedPath();
      if (!(target instanceof Node && target.getRootNode() === root)) handle(event);
    };
    addEventListener('click', onClick, { capture: true, passive: true, signal });

    // When the place is wanted, the core may be broken or the page scrolled away already.
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const look = () => {
      this.place = this.ask((core, id) => core.position(id)) ?? this.place;
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(look, 150);
    };
    const options = { capture: true, passive: true, signal };
    addEventListener('scroll', onScroll, options);
    // What scrolls inside a shadow root is not heard outside.
    root.addEventListener('scroll', onScroll, options);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Shows that nothing could be loaded, as soon as there is a core that can. */
  async fail() {
    const life = this.#life.signal;
    try {
      await start();
      if (life.aborted || this.#standing || this.#loading || this.#isDeclared) return;
      this.#open();
      this.ask((core, id) => core.fail(id));
    } catch {
      // The element's own content has to do.
    }
  }

  #forget() {
    this.#standing = null;
    this.place = null;
    this.#tellMode(false);
  }

  #end() {
    this.#id = null;
    this.#life.abort();
    this.#life = new AbortController();
  }

  /** An empty root would hide the element's own content. */
  #bare() {
    this.#root?.replaceChildren(document.createElement('slot'));
  }
}

const fallen = () => new Failure('core', 'The reader broke down over this article. Reload the page to try again.');
