// Stands in for `import.meta.url` in the classic script, which has no such thing.
// `currentScript` is only set while the script runs for the first time, so the address is taken then. A page can have an element
// of that name (`<img name="currentScript">`), which would be found in its place.
export const lamplitScriptUrl = /* @__PURE__ */ (() => {
  const { currentScript } = document;
  if (currentScript instanceof HTMLScriptElement) return currentScript.src;
  const script = document.querySelector('script[src*="lamplit.iife"]');
  return script instanceof HTMLScriptElement ? script.src : document.baseURI;
})();
