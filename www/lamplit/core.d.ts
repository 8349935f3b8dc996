// What the core (src/wasm.rs) offers the host. `lamplit-core` is the glue that wasm-bindgen writes.

declare module 'lamplit-core' {
  /** What a finished document is. */
  export interface Meta {
    title: string;
    lang: string;
    dir: 'ltr' | 'rtl';
    format: string;
    minutes: number;
    warnings: { code: string; path: string; message: string }[];
  }

  /** A refusal: what the core throws on purpose. Everything else that it throws means that the instance is broken. */
  export interface Refusal {
    code: string;
    message: string;
    path: string;
  }

  /** What the core tells the host. */
  export interface Emissions {
    /** The reader asks to enter or to leave reader mode; the host decides, through the history. */
    reader: null;
    /** Reader mode was entered or left. */
    mode: { mode: 'page' | 'reader' };
    /** The reader asks for the page's own settings. */
    reset: null;
    /** All settings, after one of them changed. */
    settings: import('./lamplit.js').Settings;
    /** A card that names an article was pressed plainly. */
    navigate: { url: string | null; src: string | null; title: string };
    /** The reader asks for what failed once more. */
    retry: null;
  }

  /** Never called while the core is at work. True: the host has dealt with it, so the browser need not. */
  export type Emit = <K extends keyof Emissions>(name: K, detail: Emissions[K]) => boolean;

  export function initSync(options: { module: WebAssembly.Module }): unknown;
  /** A fresh instance of the same module in place of a broken one. */
  export function __wbg_reset_state(): void;

  /**
   * Builds a reader's frame in a root, which it empties first. `sheet` is adopted by the root after the common sheet, and this
   * reader's alone; `settings` is JSON text, with `lock` for the names of those that the reader cannot change.
   */
  export function open(root: ShadowRoot, sheet: CSSStyleSheet, lang: string, settings: string, emit: Emit): number;
  /** A document is about to be fed. What stands stays until its first screen does; what was begun before is dropped. */
  export function begin(id: number, base: string): void;
  /** True as soon as the first screen stands. Throws a {@link Refusal}. */
  export function feed(id: number, bytes: Uint8Array): boolean;
  /** Throws a {@link Refusal}. */
  export function finish(id: number): Meta;
  /** The bytes broke off: keeps what has come and says so. False when nothing of the document stands. */
  export function interrupt(id: number): boolean;
  /** Shows that the load failed. */
  export function fail(id: number): void;
  /** Deals with an event of the root, or with the window's resize. */
  export function handle(id: number, event: Event): void;
  /** Drops the reader and empties the root. */
  export function close(id: number): void;
  export function enter_reader(id: number): void;
  export function exit_reader(id: number): void;
  export function reader_mode(id: number): boolean;
  export function scale_to(id: number, scale: number): number;
  export function settings(id: number): import('./lamplit.js').Settings;
  /** JSON text; what is missing has its default. */
  export function apply_settings(id: number, settings: string): import('./lamplit.js').Settings;
  export function next(id: number): void;
  export function previous(id: number): void;
  /** Shows the `related` of a native document, as JSON text, in place of what stands there. */
  export function set_related(id: number, document: string): void;
  /** The reading place as plain data. */
  export function position(id: number): object | undefined;
  /** JSON text; without it, to the beginning of the article where that is above the view. */
  export function restore(id: number, place?: string): void;
}

declare module 'lamplit-import' {
  export function initSync(options: { module: WebAssembly.Module }): unknown;
  /** A fresh instance of the same module in place of a broken one. */
  export function __wbg_reset_state(): void;
  /** The native document of any document. Throws a Refusal. */
  export function convert(bytes: Uint8Array): { format: string; json: string };
  /**
   * What a list has that is most like an article, as a native document with nothing but `related`. Each document comes with the
   * address where it was. Throws a Refusal.
   */
  export function related(article: Uint8Array, base: string, list: Uint8Array, listBase: string): string;
  /** Any document as HTML text. Throws a Refusal. */
  export function render(bytes: Uint8Array): string;
}

declare module '*.css' {
  const text: string;
  export default text;
}

declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

// All that lamplit/ssr knows of Node. The widget's own code is checked without Node's types.
declare module 'node:fs/promises' {
  export function readFile(path: URL): Promise<Uint8Array>;
}
