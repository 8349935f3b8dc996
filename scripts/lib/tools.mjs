// Command-line tools that are built from crates.io, once per version, into the user's cache.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logs, root, toolCache } from './paths.mjs';
import { done, Explained, say, warn } from './report.mjs';
import { capture, runLogged } from './run.mjs';

/** @typedef {{ crate: string, command: string, version: string, locked: boolean, takes: string }} Tool */

/** The command-line half has to be of the very version of the library half: their format is private to them. */
function lockedBindgenVersion() {
  const lock = join(root, 'Cargo.lock');
  const text = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
  const version = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(text)?.[1];
  if (!version)
    throw new Explained('Cargo.lock names no wasm-bindgen', 'It belongs in the repository; `cargo fetch` writes it.');
  return version;
}

/** @returns {Tool} */
export const wasmBindgen = () => ({
  crate: 'wasm-bindgen-cli',
  command: 'wasm-bindgen',
  version: lockedBindgenVersion(),
  locked: false,
  takes: 'about two minutes, once',
});

/** @returns {Tool} */
export const cargoDeny = () => ({
  crate: 'cargo-deny',
  command: 'cargo-deny',
  version: '0.20.2',
  locked: true,
  takes: 'some minutes, once',
});

/** @param {Tool} tool */
const cacheOf = (tool) => join(toolCache, `${tool.crate}-${tool.version}`);

/**
 * The tool's path: from PATH if that is of the right version, else from the cache; null where there is none.
 * @param {Tool} tool
 */
export function findTool(tool) {
  const candidates = [tool.command, join(cacheOf(tool), 'bin', tool.command)];
  const matches = (/** @type {string} */ path) => capture(path, ['--version'])?.split(/\s+/)[1] === tool.version;
  return candidates.find(matches) ?? null;
}

/** @param {Tool} tool */
async function install(tool) {
  const args = ['install', tool.crate, '--version', tool.version, '--root', cacheOf(tool)];
  const log = join(logs, `${tool.crate}.log`);
  if (tool.locked) {
    try {
      await runLogged('cargo', [...args, '--locked'], log);
      return;
    } catch {
      // The crate's own lock file may name a version that was withdrawn since; a fresh resolution often works.
      warn(`${tool.crate} could not be built as locked by its authors; trying with current dependencies`);
    }
  }
  await runLogged('cargo', args, log);
}

/** @type {Map<string, Promise<string>>} one build per tool, however many steps ask for it */
const underWay = new Map();

/**
 * The tool's path, after building the tool where it is missing.
 * @param {Tool} tool
 * @returns {Promise<string>}
 */
export function ensureTool(tool) {
  const key = cacheOf(tool);
  const started = underWay.get(key) ?? build(tool);
  underWay.set(key, started);
  return started;
}

/** @param {Tool} tool */
async function build(tool) {
  const present = findTool(tool);
  if (present) return present;
  say(`building ${tool.crate} ${tool.version} (${tool.takes}); its output goes to target/logs/${tool.crate}.log`);
  await install(tool);
  const built = findTool(tool);
  if (!built)
    throw new Explained(`${tool.crate} ${tool.version} was built but does not answer`, `Look into ${cacheOf(tool)}`);
  done(`${tool.crate} ${tool.version} built`);
  return built;
}
