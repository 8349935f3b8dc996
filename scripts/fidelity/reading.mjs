// What a reader sees of an HTML text, by a browser's own parser.
import { chromium } from '@playwright/test';
import { launchSettings } from '../lib/browsers.mjs';
import { CLOSE, OPEN } from './marks.mjs';

/**
 * The lines of each text; runs in a page and can use nothing from out here.
 * @param {{ texts: string[], open: string, close: string }} given
 */
function inPage({ texts, open, close }) {
  const never = new Set(
    'script style template head title meta link base svg canvas iframe frame object embed applet video audio map rp rt rtc input select textarea datalist progress meter button dialog noframes'.split(
      ' ',
    ),
  );
  const optional = new Set('noscript lamplit-maybe'.split(' '));
  /** Longer than this, a form or a bar of links has the article in it. */
  const most = 400;
  const blocks = new Set(
    'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul'.split(
      ' ',
    ),
  );
  const ad =
    /^(ads?|adsbygoogle|ad-?(slot|banner|container|wrapper|unit|box|block|break)|advert(isement|ising|orial)?|google-ads?|gpt-ad|dfp-ad|div-gpt-ad.*)$/i;
  const quiet =
    /^(screen-reader-text|sr-only|visually-?hidden|sponsor(ed)?|promo|share|social-share|anchor|header-anchor|headerlink)$/i;
  const backLink = /^(?:[\s\u21a9\u21b5\u2191\u2934\u23ce^]|\ufe0e|\ufe0f)+$/;
  const sign = /^\s*([[(（［〔]?\d{1,3}[\])）］〕.:]?|[*†‡§#¶]+)\s*$/;

  /** @param {Element} element */
  const words = (element) => [...element.classList, element.id];

  /** @param {Element} element */
  function isHidden(element) {
    const style = element.getAttribute('style') ?? '';
    return element.hasAttribute('hidden') || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
  }

  /** Whether an element's text may be left out: links back from a footnote, signs before one. @param {Element} element @param {string} before */
  function isOptional(element, before) {
    const name = element.localName;
    if (optional.has(name)) return true;
    const inside = element.textContent ?? '';
    const isAside = name === 'form' || name === 'nav' || words(element).some((word) => quiet.test(word));
    if (isAside && inside.length <= most) return true;
    const isLocal = name === 'a' && /^#|#fn|#footnote|#cite|#_ftn/.test(element.getAttribute('href') ?? '');
    if (isLocal && backLink.test(inside)) return true;
    const startsLine = /(^|\n)[\s\ue000\ue001]*$/.test(before.slice(-20));
    return (isLocal || name === 'sup') && startsLine && sign.test(inside);
  }

  /** @param {string} text */
  function read(text) {
    const body = new DOMParser().parseFromString(text, 'text/html').body;
    let out = '';
    /** The element whose inside is being read and what comes after it; deep trees would exhaust the stack. @type {(Node | string)[]} */
    const todo = [body];
    while (todo.length > 0) {
      const next = /** @type {Node | string} */ (todo.pop());
      if (typeof next === 'string') {
        out += next;
        continue;
      }
      if (next.nodeType === Node.TEXT_NODE) {
        out += (next.nodeValue ?? '').replace(/[\ue000\ue001]/g, '');
        continue;
      }
      if (!(next instanceof Element)) continue;
      const name = next.localName;
      if (name === 'br' || name === 'hr') out += '\n';
      if (name === 'img' && words(next).some((word) => /^(emoji|wp-smiley)$/.test(word))) {
        out += `${open}${next.getAttribute('alt') ?? ''}${close}`;
      }
      if (never.has(name) || isHidden(next) || words(next).some((word) => ad.test(word))) continue;
      const isBlock = blocks.has(name);
      if (isBlock) out += '\n';
      const wrapped = isOptional(next, out);
      if (wrapped) out += open;
      todo.push((wrapped ? close : '') + (isBlock ? '\n' : ''));
      for (let child = next.lastChild; child; child = child.previousSibling) todo.push(child);
    }
    return out;
  }
  return texts.map(read);
}

/**
 * Opens a browser without a network; `read` hands back the lines of each HTML text.
 * @returns {Promise<{ read: (texts: string[]) => Promise<string[]>, close: () => Promise<void> }>}
 */
export async function reader() {
  const browser = await chromium.launch({ ...launchSettings('chromium').launchOptions, headless: true });
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  return {
    read: (texts) =>
      texts.length === 0 ? Promise.resolve([]) : page.evaluate(inPage, { texts, open: OPEN, close: CLOSE }),
    close: () => browser.close(),
  };
}
