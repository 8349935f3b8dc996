// `import { render } from 'lamplit/ssr'` in workerd, which compiles no bytes and so has the core as an import.

import { renderer } from './html.js';
import module from './lamplit_bg.wasm';

export const render = renderer(async () => module);
