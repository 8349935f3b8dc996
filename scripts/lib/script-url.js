// Stands in for `import.meta.url` in the classic script, which has no such thing.
// `currentScript` is only set while the script runs for the first time, so the address is taken then.
export const lamplitScriptUrl = /* @__PURE__ */ (() =>
  /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || document.baseURI)();
