// A core that breaks when a test says so, as a core does that runs into a trap.

/**
 * Puts a wrapper around every instance of the core: a call of a chosen export throws what the engine throws for a trap. An
 * instance that broke is never to be called again; every call that comes all the same is counted.
 * @param {import('@playwright/test').Page} page
 */
export async function armTraps(page) {
  await page.addInitScript(() => {
    const counts = () => /** @type {Record<string, number>} */ ({});
    const traps = { left: counts(), calls: counts(), sprung: 0, instances: 0, posthumous: 0 };
    Object.assign(globalThis, { traps });
    const { Instance } = WebAssembly;
    /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} [imports] */
    const wrapped = (module, imports) => {
      const instance = new Instance(module, imports);
      // The second core, which reads other formats, is not what is tested here.
      if (!('handle' in instance.exports)) return instance;
      traps.instances++;
      let isBroken = false;
      /** @type {Record<string, unknown>} */
      const exports = {};
      for (const [name, value] of Object.entries(instance.exports)) {
        // Only what the widget calls: the glue's own helpers may run to the end.
        exports[name] =
          typeof value !== 'function' || name.startsWith('__')
            ? value
            : (/** @type {unknown[]} */ ...args) => {
                if (isBroken) traps.posthumous++;
                traps.calls[name] = (traps.calls[name] ?? 0) + 1;
                const left = traps.left[name] ?? 0;
                if (left > 0) {
                  traps.left[name] = left - 1;
                  isBroken = true;
                  traps.sprung++;
                  throw new WebAssembly.RuntimeError('unreachable');
                }
                return value(...args);
              };
      }
      return { exports };
    };
    Object.assign(WebAssembly, {
      Instance: new Proxy(Instance, {
        construct: (_target, [module, imports]) => /** @type {any} */ (wrapped(module, imports)),
      }),
    });
  });
}

/**
 * Each of the next calls of an export breaks the instance that it is made of.
 * @param {import('@playwright/test').Page} page @param {string} name @param {number} [times]
 */
export const trap = (page, name, times = 1) =>
  page.evaluate(
    ([key, count]) => {
      /** @type {any} */ (globalThis).traps.left[key] = count;
    },
    /** @type {const} */ ([name, times]),
  );

/**
 * What has come of it: instances that broke and that were made, calls of broken ones, calls by name.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ sprung: number, instances: number, posthumous: number, calls: Record<string, number> }>}
 */
export const traps = (page) => page.evaluate(() => /** @type {any} */ (globalThis).traps);
