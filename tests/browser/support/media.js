// What the reader asks of every page: a dark scheme, less motion, forced colours.

/**
 * @typedef {{ colorScheme?: 'light' | 'dark', reducedMotion?: 'reduce' | 'no-preference', forcedColors?: 'active' | 'none' }} Media
 */

/**
 * Firefox as its makers ship it takes no such wish for a page, only from its own preferences and so before it starts.
 * With forced colours its scheme is that of the forced palette, which is light.
 * @param {Media} media
 */
export const firefoxPreferences = ({ colorScheme, reducedMotion, forcedColors }) => ({
  'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
  'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0,
  'browser.display.document_color_use': forcedColors === 'active' ? 2 : 0,
});
