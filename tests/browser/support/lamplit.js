// The widget as a test sees it: by its documented parts. Playwright's CSS looks into open shadow roots.

/** @param {import('@playwright/test').Page} page @param {string} [selector] which widget of the page */
export function lamplit(page, selector = 'lamplit-reader') {
  const host = page.locator(selector);
  /** @param {string} name */
  const part = (name) => host.locator(`[part~="${name}"]`);
  return {
    host,
    part,
    article: part('article'),
    title: part('title'),
    meta: part('meta'),
    body: part('body'),
    expand: part('expand'),
    toolbar: part('toolbar'),
    reader: part('reader'),
    carousel: part('carousel'),
    cards: part('card'),
    lists: part('lists'),
    settings: part('settings'),
    /** @param {'idle' | 'loading' | 'ready' | 'failed'} state */
    reaches: (state) => page.locator(`${selector}[state="${state}"]`).waitFor({ state: 'attached' }),
  };
}
