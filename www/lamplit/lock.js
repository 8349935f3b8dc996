/** How many readers hold the page. */
let holders = 0;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** A fresh instance of the core begins with no reader open, whatever the broken one has left locked. */
export function release() {
  holders = 1;
  lock(false);
}

/**
 * Keeps the page from scrolling behind an open reader, or gives it back. The rule lives in a sheet of its own, so the page's own
 * styles and attributes are left alone, and the gutter stays, so nothing on it moves.
 * @param {boolean} on
 */
export function lock(on) {
  holders = Math.max(0, holders + (on ? 1 : -1));
  const root = document.documentElement;
  const sheets = document.adoptedStyleSheets;
  if (holders > 0 && !sheet) {
    const gutter = window.innerWidth > root.clientWidth ? 'stable' : 'auto';
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root{overflow:hidden!important;scrollbar-gutter:${gutter}}`);
    document.adoptedStyleSheets = [...sheets, sheet];
  } else if (holders === 0 && sheet) {
    document.adoptedStyleSheets = sheets.filter((other) => other !== sheet);
    sheet = undefined;
  }
}
