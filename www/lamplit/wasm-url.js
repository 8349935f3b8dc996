// Where the core lies: beside this module. Bundlers know the expression and carry the file along.
// The classic script has wasm-url.classic.js in its place.

export const wasmUrl = () => new URL('lamplit_bg.wasm', import.meta.url);
