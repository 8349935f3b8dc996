// Related articles from a list of the publisher's, for an article that comes without any: the attribute `related`.
import { rank } from './conversion.js';
import { Source } from './source.js';

/** @typedef {import('./reader.js').Reader} Reader */

/** When the page has nothing better to do, but soon. @returns {Promise<unknown>} */
const idle = () =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 2000 });
    else setTimeout(resolve, 200);
  });

export class Offers {
  #element;
  #reader;
  /** From one article to the next. @type {AbortController | null} */
  #turn = null;
  /** The list that was fetched last. @type {{ address: string, bytes: Uint8Array, base: string } | null} */
  #list = null;

  /** @param {Element} element @param {Reader} reader */
  constructor(element, reader) {
    this.#element = element;
    this.#reader = reader;
  }

  /** Gives up what is under way. */
  stop() {
    this.#turn?.abort();
    this.#turn = null;
  }

  /**
   * Sees to the article that stands whole. Nothing that goes wrong here is a fault of the article: the page has it, without a
   * carousel.
   * @param {Source} source
   */
  after(source) {
    this.stop();
    const turn = new AbortController();
    this.#turn = turn;
    this.#see(source, turn.signal).catch((error) => {
      if (!turn.signal.aborted) console.warn(`lamplit: no related articles: ${error.message ?? error}`);
    });
  }

  /** @param {Source} source @param {AbortSignal} signal */
  async #see(source, signal) {
    const address = this.#element.getAttribute('related') || null;
    // After a breakdown, or a time away from the page.
    if (source.offer?.address === address) return this.#put(source, source.offer);
    // The article's own choice counts more.
    if (!source.offer && this.#element.shadowRoot?.querySelector('[part~="related"] > *')) return;
    if (!address) {
      if (source.offer) this.#put(source, { address, json: '{}' });
      return;
    }
    await idle();
    if (signal.aborted) return;
    const list = await this.#fetch(address, signal);
    const json = await rank(source, list);
    if (!signal.aborted && this.#reader.standing === source) this.#put(source, { address, json });
  }

  /** @param {Source} source @param {NonNullable<Source['offer']>} offer */
  #put(source, offer) {
    source.offer = offer;
    this.#reader.ask((core, id) => core.set_related(id, offer.json));
  }

  /** @param {string} address @param {AbortSignal} signal */
  async #fetch(address, signal) {
    if (this.#list?.address !== address) {
      const source = new Source(new URL(address, document.baseURI), signal);
      await source.opened();
      this.#list = { address, bytes: await source.all(), base: source.base };
    }
    return this.#list;
  }
}
