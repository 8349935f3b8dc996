// `npm start`: set-up, a quick build, the preview on a local address, and a rebuild of what changes.
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { entry } from './lib/entry.mjs';
import { createLive } from './lib/live.mjs';
import { host, root, www } from './lib/paths.mjs';
import { bold, dim, done, Explained, elapsed, explain, heading, say } from './lib/report.mjs';
import { watchPaths } from './lib/watch.mjs';
import { createServer, listen } from './serve.mjs';
import { ensureBuildTools } from './setup.mjs';

const src = join(root, 'src');
const manifests = ['Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml'].map((name) => join(root, name));

/** @param {string} path @param {string} folder */
const isIn = (path, folder) => path === folder || path.startsWith(folder + sep);

/** @param {Set<string>} changed @param {boolean} optimised */
async function rebuild(changed, optimised) {
  const paths = [...changed];
  const core = paths.some((path) => isIn(path, src) || manifests.includes(path));
  // A preview page needs no build, only the reload.
  if (core || paths.some((path) => isIn(path, host))) await build({ dev: !optimised, core });
}

/** @param {unknown} error */
const textOf = (error) =>
  error instanceof Explained
    ? [error.message, error.details ?? error.hint].filter(Boolean).join('\n\n')
    : String(error);

entry(import.meta.url, async () => {
  const { values } = parseArgs({
    options: { optimised: { type: 'boolean', default: false }, csp: { type: 'boolean', default: false } },
  });
  const live = createLive();

  /** A failure is shown here and in the open pages; the server goes on with what was built before. */
  async function attempt(/** @type {() => Promise<void>} */ work) {
    const since = performance.now();
    try {
      await work();
      live.tell({ kind: 'reload' });
      say(dim(`ready after ${elapsed(since)}`));
      return true;
    } catch (error) {
      explain(error);
      live.tell({ kind: 'failed', text: textOf(error) });
      say('waiting for the next change');
      return false;
    }
  }

  const since = performance.now();
  heading('Set-up');
  await ensureBuildTools();
  done(`what a build needs is there (${elapsed(since)})`);
  heading('Build');
  const started = await attempt(() => build({ dev: !values.optimised }));

  const server = createServer({ live, csp: values.csp });
  const port = await listen(server, Number(process.env.PORT ?? 8080), { search: true });
  heading(`Preview: ${bold(`http://localhost:${port}/`)}`);
  say('watching src/ and www/; Ctrl+C ends it');

  /** @type {Set<string>} what no successful build has taken in yet */
  const waiting = new Set(started ? [] : [src, host]);
  watchPaths({ folders: [src, www], files: manifests }, async (changed) => {
    for (const path of changed) waiting.add(path);
    if (await attempt(() => rebuild(waiting, values.optimised))) waiting.clear();
  });
});
