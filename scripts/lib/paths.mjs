// The places that the scripts work with. One list, so that a move is one edit.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export const www = join(root, 'www');
export const host = join(www, 'lamplit');
export const pkg = join(root, 'pkg');
export const target = join(root, 'target');
export const bindgen = join(target, 'bindgen');
export const logs = join(target, 'logs');
export const nodeModules = join(root, 'node_modules');

/** Where cargo keeps the sources of crates. */
export const cargoHome = process.env.CARGO_HOME || join(homedir(), '.cargo');

/** Tools built from source are kept per user and per version: every clone and branch shares them. */
export const toolCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lamplit', 'tools');

/**
 * The script behind an npm package's command, to be run by node itself: no shell, no npx, no PATH.
 * @param {string} path inside node_modules
 */
export const npmScript = (path) => join(nodeModules, ...path.split('/'));
