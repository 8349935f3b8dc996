// Contrast as WCAG reckons it, of the colours that the engine has computed.

/**
 * The elements with words of their own whose contrast is less than `least`, in words.
 * @param {import('@playwright/test').Page} page
 * @param {string} selector inside the widget's root; something has to match
 * @param {number} least
 * @param {'color' | 'borderTopColor'} [property] the colour that counts: an edge stands before what is around it
 * @returns {Promise<string[]>}
 */
export const contrast = (page, selector, least, property = 'color') =>
  page.evaluate(
    ([wanted, limit, which]) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 1;
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
      /** The colours laid over one another, the lowest first. @param {string[]} colours @returns {number[]} */
      const mixed = (colours) => {
        for (const colour of ['#fff', ...colours]) {
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
        }
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
      };
      /** @param {number[]} channels */
      const luminance = (channels) => {
        const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
          const part = channel / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      /** @param {Element} element */
      const behind = (element) => {
        const colours = [];
        for (let at = /** @type {Element | null} */ (element); at; ) {
          colours.unshift(getComputedStyle(at).backgroundColor);
          const root = at.getRootNode();
          at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
        }
        return colours;
      };
      const root = /** @type {ShadowRoot} */ (document.querySelector('lamplit-reader')?.shadowRoot);
      const found = [...root.querySelectorAll(wanted)].filter(
        (element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()) ||
          element.matches('button') ||
          which !== 'color',
      );
      if (found.length === 0) return [`nothing matches ${wanted}`];
      return found.flatMap((element) => {
        const back = behind(which === 'color' ? element : (element.parentElement ?? element));
        const one = luminance(mixed([...back, getComputedStyle(element)[which]]));
        const other = luminance(mixed(back));
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        const name = `${element.localName}[${element.getAttribute('part') ?? ''}]`;
        return ratio < limit ? [`${name}: ${ratio.toFixed(2)} < ${limit}`] : [];
      });
    },
    /** @type {const} */ ([selector, least, property]),
  );
