// An article that stands in the page as HTML: the document that is made of it.
import { aborted, Failure } from './failure.js';

/**
 * What the attributes of a reader name: an address, or an element of the page.
 * @param {Element} reader
 */
export function named(reader) {
  const from = reader.getAttribute('from');
  return reader.getAttribute('src') || (from ? new PageArticle(reader, from) : null);
}

/** An element of the page, to be read as an article once the page has it. */
export class PageArticle {
  #reader;
  #selector;

  /** @param {Element} reader who is to show it @param {string} selector */
  constructor(reader, selector) {
    this.#reader = reader;
    this.#selector = selector;
  }

  /**
   * The document, in the format `lamplit-page/1`.
   * @param {AbortSignal} signal
   */
  async read(signal) {
    let element = this.#find();
    if (document.readyState === 'loading' && !(element && isComplete(element))) {
      await parsed(signal);
      element = this.#find();
    }
    if (!element) throw missing(`Nothing in the page matches from="${this.#selector}".`);
    return new TextEncoder().encode(JSON.stringify(documentOf(element, this.#reader)));
  }

  #find() {
    const root = /** @type {ParentNode} */ (/** @type {unknown} */ (this.#reader.getRootNode()));
    try {
      return root.querySelector(this.#selector) ?? document.querySelector(this.#selector);
    } catch {
      throw missing(`from="${this.#selector}" is no selector.`);
    }
  }
}

/** @param {string} message */
const missing = (message) => new Failure('missing-element', `${message} Name an element that holds the article.`);

/** Whether the parser is done with an element: something stands after it. @param {Element} element */
function isComplete(element) {
  for (let at = /** @type {Node | null} */ (element); at; at = at.parentNode) if (at.nextSibling) return true;
  return false;
}

/** Settles when the whole page is there. @param {AbortSignal} signal @returns {Promise<void>} */
const parsed = (signal) =>
  new Promise((resolve, reject) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => reject(aborted()), { once: true });
  });

/** @param {Element} element @param {Element} reader */
function documentOf(element, reader) {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel~="canonical"][href]'));
  const dir = element.closest('[dir="ltr" i], [dir="rtl" i]')?.getAttribute('dir')?.toLowerCase();
  return {
    version: 'lamplit-page/1',
    url: canonical?.href || location.href,
    lang: element.closest('[lang]')?.getAttribute('lang') || undefined,
    dir,
    title: document.title,
    metadata: [...document.querySelectorAll('script[type="application/ld+json" i]')].map((one) => one.textContent),
    meta: meta(),
    html: htmlOf(element, reader),
  };
}

/** Names under which a page may say several things. */
const SEVERAL = /(author|creator|tag|keywords)$/;

/** What the page's `meta` elements say, by name; of several with one name the first, or a list where several make sense. */
function meta() {
  /** @type {Map<string, string | string[]>} */
  const found = new Map();
  for (const one of document.querySelectorAll('meta[content]:is([name], [property], [itemprop])')) {
    const { content = '' } = /** @type {HTMLMetaElement} */ (one);
    const given = one.getAttribute('property') || one.getAttribute('name') || one.getAttribute('itemprop') || '';
    // `Description` and `DC.title`, but not `datePublished`.
    const name = /^[A-Z]/.test(given) ? given.toLowerCase() : given;
    const before = found.get(name);
    if (before === undefined) found.set(name, content);
    else if (SEVERAL.test(name)) found.set(name, [before, content].flat());
  }
  return Object.fromEntries(found);
}

/** The content of an element as HTML text. A widget in it, which may be the one that asks, is none of the article. */
function htmlOf(/** @type {Element} */ element, /** @type {Element} */ reader) {
  let source = element;
  if (element.querySelector(reader.localName)) {
    // In a document without a window: no picture of a copy is loaded, no element in it wakes up.
    source = document.implementation.createHTMLDocument('').importNode(element, true);
    for (const one of source.querySelectorAll(reader.localName)) one.remove();
  }
  if (source.getHTML) return source.getHTML();
  // Before 2024. What it writes is XML, which is as good where markup is only read for its text.
  const serializer = new XMLSerializer();
  return [...source.childNodes].map((node) => serializer.serializeToString(node)).join('');
}
