// The character at the top of the view, found by its rectangle alone and not through the widget's own idea of it.

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Marks the first character of the article's text that is in the view, be it in part, and says where it is.
 * @param {Page} page
 * @param {{ whole?: boolean }} [options] whether it has to be in the view as a whole
 * @returns {Promise<{ top: number, height: number, text: string }>}
 */
export const markTop = (page, { whole = false } = {}) =>
  page.evaluate((wanted) => {
    const reader = /** @type {Element} */ (document.querySelector('lamplit-reader'));
    const root = /** @type {ShadowRoot} */ (reader.shadowRoot);
    const dialog = root.querySelector('dialog[open]');
    const line = dialog ? dialog.getBoundingClientRect().top : 0;
    const article = /** @type {Element} */ (root.querySelector('[part~="article"]'));
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      range.selectNodeContents(node);
      const all = range.getBoundingClientRect();
      if (all.height === 0 || all.bottom <= line + 0.5) continue;
      const text = node.nodeValue ?? '';
      for (let at = 0; at < text.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { top, bottom, height, width } = range.getBoundingClientRect();
        if (height === 0 || width === 0 || (wanted ? top < line : bottom <= line + 0.5)) continue;
        Object.assign(globalThis, { marked: { node, at } });
        return { top, height, text: text.slice(at, at + 12) };
      }
    }
    throw new Error('no text of the article is in the view');
  }, whole);

/** Where the marked character is now. @param {Page} page @returns {Promise<number>} */
export const markedTop = (page) =>
  page.evaluate(() => {
    const { node, at } = /** @type {any} */ (globalThis).marked;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect().top;
  });

/** Scrolls what scrolls the article to a share of all that there is to scroll. @param {Page} page @param {number} share */
export const scrollToShare = (page, share) =>
  page.evaluate(
    (part) =>
      new Promise((resolve) => {
        const dialog = document.querySelector('lamplit-reader')?.shadowRoot?.querySelector('dialog[open]');
        const box = /** @type {Element} */ (dialog ?? document.scrollingElement);
        box.scrollTo({ top: (box.scrollHeight - box.clientHeight) * part, behavior: 'instant' });
        // The scroll event comes with the next frame.
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
    share,
  );

/** The height of what covers the top of the view in reader mode. @param {Page} page @returns {Promise<number>} */
export const coveredTop = (page) =>
  page.evaluate(() => {
    const dialog = document.querySelector('lamplit-reader')?.shadowRoot?.querySelector('dialog[open]');
    const tools = dialog?.querySelector('[part~="tools"]');
    return tools ? Math.max(0, tools.getBoundingClientRect().bottom) : 0;
  });
