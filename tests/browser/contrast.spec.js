// Every theme can be read: contrast as computed from the colours that are there.
import { contrast } from './support/contrast.js';
import { expect, lamplit, test } from './support/fixtures.js';
import { stage } from './support/stage.js';

for (const theme of ['light', 'sepia', 'grey', 'dark', 'black', 'contrast']) {
  test(`the text can be read: ${theme}`, async ({ page }) => {
    const { reaches, part, host } = lamplit(page);
    const surface = part('surface');
    await stage(page, { src: '/articles/en-tide-book.json', theme }, 'Fallback');
    await reaches('ready');
    const low = [
      ...(await contrast(page, '[part~="title"], [part~="summary"], [data-section] > :is(p, h2, ul, blockquote)', 7)),
      ...(await contrast(
        page,
        '[part~="meta"] *, [part~="subtitle"], [part~="caption"], [part~="credit"], [part~="card"] *',
        4.5,
      )),
      ...(await contrast(page, '[part~="toolbar"] button, [part~="kicker"], [part~="site"] *', 4.5)),
    ];
    await part('settings-button').click();
    await host.locator('[part~="more"] > summary').click();
    low.push(
      ...(await contrast(page, 'div[part~="settings"] :is(span, legend, summary, button)', 4.5)),
      ...(await contrast(
        page,
        `[part~="choice"]:not([part~="swatch"]), [part~="swatch"][data-kind="${theme}"]`,
        3,
        'borderTopColor',
      )),
    );
    expect(low).toEqual([]);
    const backgroundColor = await surface.evaluate((element) => getComputedStyle(element).backgroundColor);
    const [red = 0] = backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    expect(red < 128).toBe(theme === 'dark' || theme === 'black');
  });
}
