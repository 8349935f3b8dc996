// Types of `lamplit/ssr`: articles without a page.
import type { Article } from './lamplit.js';

/** A document in any format that Lamplit knows: JSON text, an object, or bytes. */
export type Document = string | object | Uint8Array;

/** The article as HTML text, the same tree that the browser builds. Rejects with a `LamplitError`. */
export function render(document: Document): Promise<string>;

/** The native document of an article in any format. Rejects with a `LamplitError`. */
export function convert(document: Document): Promise<Article>;
