// `npm run build`: everything in pkg/. With --dev the slow optimisation of the wasm is left out.
import { parseArgs } from 'node:util';
import { entry } from './lib/entry.mjs';
import { done, elapsed, heading } from './lib/report.mjs';
import { ensureBuildTools } from './setup.mjs';

/** @param {{ dev?: boolean, core?: boolean }} [options] `core: false` when nothing of the Rust half has changed */
export async function build({ dev = false, core = true } = {}) {
  // Loaded late: the tools that these need are there only after set-up.
  const { buildCore } = await import('./lib/core.mjs');
  const { bundle } = await import('./lib/bundle.mjs');
  const { copyDeclarations } = await import('./lib/copies.mjs');
  let since = performance.now();
  if (core) {
    await buildCore({ optimised: !dev });
    done(`cores → pkg/*_bg.wasm (${elapsed(since)})`);
  }
  since = performance.now();
  await bundle({ dev });
  copyDeclarations();
  done(`host → pkg/*.js (${elapsed(since)})`);
}

entry(import.meta.url, async () => {
  const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
  await ensureBuildTools();
  heading('Build');
  await build(values);
});
