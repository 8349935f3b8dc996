// A widget on the bare page, as a test wants it, and what it tells.

/** @typedef {import('@playwright/test').Page} Page */

export const bare = '/tests/browser/pages/bare.html';
export const around = '/tests/browser/pages/around.html';
export const long = '/tests/fixtures/native/long.json';

/**
 * Opens the bare page with one widget in it.
 * @param {Page} page
 * @param {Record<string, string>} attributes
 * @param {string} [light] the text of its fallback; none without it
 */
export async function stage(page, attributes, light = '') {
  await page.goto(bare);
  await mount(page, attributes, light);
}

/** Adds a widget to the page that is open. @param {Page} page @param {Record<string, string>} attributes @param {string} [light] */
export async function mount(page, attributes, light = '') {
  await page.evaluate(
    ([names, text]) => {
      const reader = document.createElement('lamplit-reader');
      for (const [name, value] of Object.entries(names)) reader.setAttribute(name, value);
      if (text) {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        reader.append(paragraph);
      }
      document.querySelector('main')?.append(reader);
    },
    /** @type {const} */ ([attributes, light]),
  );
}

/**
 * Writes down what the widgets of every later page tell, in order.
 * @param {Page} page
 */
export async function listen(page) {
  await page.addInitScript(() => {
    /** @type {{ name: string, detail: any, state: string | null }[]} */
    const told = [];
    Object.assign(globalThis, { told });
    for (const name of ['load', 'error', 'mode', 'settings', 'navigate', 'progress']) {
      document.addEventListener(`lamplit-${name}`, (event) => {
        const { detail, target } = /** @type {CustomEvent} */ (event);
        told.push({ name, detail, state: /** @type {Element} */ (target).getAttribute('state') });
      });
    }
  });
  /** @param {string} name @returns {Promise<any[]>} the details of all events of a name */
  return (name) =>
    page.evaluate(
      (wanted) =>
        /** @type {any} */ (globalThis).told
          .filter((/** @type {any} */ one) => one.name === wanted)
          .map((/** @type {any} */ one) => one.detail),
      name,
    );
}
