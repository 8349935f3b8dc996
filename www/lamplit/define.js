// Makes `<lamplit-reader>` known to the page.

import { LamplitReader } from './element.js';
import { start } from './instance.js';

const NAME = 'lamplit-reader';

/** Does nothing where there is no page (a server), or where another copy of the widget was first. */
export function define() {
  if (!globalThis.customElements || customElements.get(NAME)) return;
  // On its way before the first widget asks for its article, so that the two come together.
  start().catch(() => {});
  customElements.define(NAME, LamplitReader);
}
