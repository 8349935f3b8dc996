// Where the cores lie: beside this module. Bundlers know these expressions and carry the files along.
// For the classic script, which has no `import.meta`, the build puts its own address there.

/** The core of a page. */
export const wasmUrl = () => new URL('lamplit_bg.wasm', import.meta.url);

/** The core that reads every other format. */
export const importUrl = () => new URL('lamplit_import_bg.wasm', import.meta.url);
