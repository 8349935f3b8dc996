// The bytes of one document: read once, kept, and read again from the start as often as the core needs them.
import { Failure } from './failure.js';
import { open, pieces } from './loader.js';

export class Source {
  /** How often the core has fallen over these bytes. */
  faults = 0;
  /** What relative addresses are read against. */
  base = '';
  /** Where it was opened in place; null for the page's own article. @type {string | null} */
  here = null;
  /** The format that it came in, where it had to be converted. @type {string | null} */
  format = null;
  /** Related articles that were found for it, and the list that they are from. @type {{ address: string | null, json: string } | null} */
  offer = null;
  /** @type {Uint8Array[]} */
  #kept = [];
  /** @type {Promise<import('./loader.js').Feed>} */
  #feed;
  /** @type {Promise<void> | null} */
  #pending = null;
  #done = false;
  #loaded = 0;
  #progress;

  /**
   * Begins to load at once.
   * @param {unknown} input @param {AbortSignal} signal
   * @param {(loaded: number, total: number | null) => void} [progress]
   */
  constructor(input, signal, progress) {
    this.#progress = progress;
    this.#feed = open(input, signal).catch((error) => {
      throw Failure.of(error, 'network');
    });
    // Whoever asks is told; until somebody asks it is no uncaught error. What has come is taken at once and not when the core is
    // there to read it: of a stream that breaks off, nothing can be had any more.
    this.all().catch(() => {});
  }

  /** Settles when the server has answered. */
  async opened() {
    this.base = (await this.#feed).base;
  }

  /**
   * A piece of the document, `undefined` after its end.
   * @param {number} index @returns {Promise<Uint8Array | undefined>}
   */
  async at(index) {
    while (index >= this.#kept.length && !this.#done) {
      // Two who wait for the same piece wait together.
      this.#pending ??= this.#pull().finally(() => {
        this.#pending = null;
      });
      await this.#pending;
    }
    return this.#kept[index];
  }

  /** The whole document. */
  async all() {
    while (!this.#done) await this.at(this.#kept.length);
    return this.bytes();
  }

  /** What has come of it, in one piece. */
  bytes() {
    const all = new Uint8Array(this.#loaded);
    let at = 0;
    for (const piece of this.#kept) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }

  /**
   * Takes the native document in place of what came.
   * @param {{ format: string, bytes: Uint8Array }} native with the format that it was in
   */
  replace({ format, bytes }) {
    this.#kept = pieces(bytes);
    this.#loaded = bytes.length;
    this.format = format;
  }

  async #pull() {
    const { read, total } = await this.#feed;
    const next = await this.#next(read);
    this.#done = next.length === 0;
    for (const piece of next) {
      this.#kept.push(piece);
      this.#loaded += piece.length;
    }
    if (!this.#done) this.#progress?.(this.#loaded, total);
  }

  /** @param {() => Promise<Uint8Array[]>} read */
  async #next(read) {
    try {
      return await read();
    } catch (error) {
      // It broke off for good: whoever reads again gets as far and is told the same.
      this.#feed = Promise.reject(error);
      this.#feed.catch(() => {});
      throw error;
    }
  }
}
