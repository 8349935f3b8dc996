// `npm run setup`: what the other commands need, each part only where it is missing.
// Like everything that runs before `npm ci` has, this uses nothing but node itself.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entry } from './lib/entry.mjs';
import { ensureNpmPackages } from './lib/npm.mjs';
import { root } from './lib/paths.mjs';
import { done, Explained, elapsed, heading, say } from './lib/report.mjs';
import { run } from './lib/run.mjs';
import { ensureRust } from './lib/rust.mjs';
import { cargoDeny, ensureTool, wasmBindgen } from './lib/tools.mjs';

function checkNode() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return;
  throw new Explained(`Node ${process.versions.node} is too old: 20 or newer is needed`, 'See https://nodejs.org');
}

async function ensureCargoLock() {
  if (existsSync(join(root, 'Cargo.lock'))) return;
  say('writing Cargo.lock, which is missing');
  await run('cargo', ['generate-lockfile']);
}

/** What a build needs. */
export async function ensureBuildTools() {
  checkNode();
  await ensureRust();
  await ensureNpmPackages();
  await ensureCargoLock();
  await ensureTool(wasmBindgen());
}

/** What `npm test` needs besides. */
export async function ensureTestTools() {
  await ensureRust();
  // Takes longest, and nothing else waits for it: it is built while the rest is fetched.
  const deny = ensureTool(cargoDeny());
  deny.catch(() => {}); // Reported where it is awaited, by the step that needs it.
  await ensureBuildTools();
  const { ensureBrowsers, ensureFonts } = await import('./lib/browser-setup.mjs');
  await ensureBrowsers();
  await ensureFonts();
}

entry(import.meta.url, async () => {
  const since = performance.now();
  heading('Set-up');
  await ensureTestTools();
  await ensureTool(cargoDeny());
  done(`everything is there (${elapsed(since)})`);
});
