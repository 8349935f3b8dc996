// Where the core lies for a classic script, which has no `import.meta`: beside the script.

/**
 * `currentScript` is only set while the script runs for the first time, so the address is taken then. A page can have an
 * element of that name (`<img name="currentScript">`), which would be found in its place.
 */
function ownScript() {
  const { currentScript } = document;
  if (currentScript instanceof HTMLScriptElement) return currentScript.src;
  return document.querySelector('script[src*="lamplit.iife"]')?.getAttribute('src') || '';
}

const address = new URL(ownScript(), document.baseURI);

export const wasmUrl = () => new URL('lamplit_bg.wasm', address);
