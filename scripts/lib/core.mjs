// The Rust half of the build: cargo → wasm-bindgen → wasm-opt → pkg/*_bg.wasm.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bindgen, cargoHome, npmScript, pkg, target } from './paths.mjs';
import { cargo, run } from './run.mjs';
import { wasmTarget } from './rust.mjs';
import { ensureTool, wasmBindgen } from './tools.mjs';

const stampFile = join(target, 'bindgen.json');

/**
 * Two cores of one crate: what a page loads first, and what reads every other format when it is asked for.
 * @type {readonly Core[]}
 */
const cores = [
  { feature: 'page', name: 'lamplit' },
  { feature: 'import', name: 'lamplit_import' },
];

/** @typedef {{ feature: string, name: string }} Core */

/** @param {Core} core */
const boundOf = ({ feature, name }) => join(bindgen, feature, `${name}_bg.wasm`);
/** @param {Core} core */
const shippedOf = ({ name }) => join(pkg, `${name}_bg.wasm`);

const cargoArgs = ['build', '--lib', '--target', wasmTarget, '--no-default-features'];

const bindgenArgs = [
  '--target',
  'web',
  '--no-typescript',
  // The host always says where the core lies. Without the generated default there is only one
  // `new URL('lamplit_bg.wasm', import.meta.url)` in the bundle for other bundlers to follow.
  '--omit-default-module-path',
  // After a trap the instance is thrown away; this is what makes a fresh one from the compiled module.
  '--experimental-reset-state-function',
];

/** What rustc's WebAssembly uses beyond the first version; every engine since 2021 knows them. */
const features = [
  'bulk-memory',
  'bulk-memory-opt',
  'call-indirect-overlong',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
];
const optimise = ['-Oz', '--strip-debug', '--strip-producers', ...features.map((name) => `--enable-${name}`)];

/** @typedef {{ bound: string, shipped: string, optimised: boolean }} Stamp */

/** @returns {Record<string, Partial<Stamp>>} by feature */
function readStamps() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
}

/** @param {Core} core @param {Partial<Stamp>} stamp */
function writeStamp({ feature }, stamp) {
  writeFileSync(stampFile, JSON.stringify({ ...readStamps(), [feature]: stamp }));
}

/** Whether pkg/ holds optimised cores, and not those that a preview made in a hurry. */
export const isOptimised = () =>
  cores.every((core) => existsSync(shippedOf(core)) && readStamps()[core.feature]?.optimised === true);

/**
 * Builds the cores. Each pass is skipped when its input is what it was the last time.
 * @param {{ optimised: boolean }} options
 */
export async function buildCore({ optimised }) {
  const tool = await ensureTool(wasmBindgen());
  for (const core of cores) await buildOne(core, tool, optimised);
}

/** @param {Core} core @param {string} tool @param {boolean} optimised */
async function buildOne(core, tool, optimised) {
  const { feature, name } = core;
  const [bound, shipped] = [boundOf(core), shippedOf(core)];
  const folder = join(bindgen, feature);
  const profile = optimised ? 'release' : 'preview';
  const compiled = join(target, wasmTarget, profile, 'lamplit.wasm');
  // Where the crates lie on this machine is nobody's business, and no two builds are alike with it.
  const flags = [process.env.RUSTFLAGS, `--remap-path-prefix=${cargoHome}=cargo`].filter(Boolean).join(' ');
  await cargo([...cargoArgs, '--profile', profile, '--features', feature], { RUSTFLAGS: flags });

  const stamp = readStamps()[feature] ?? {};
  const input = createHash('sha256').update(readFileSync(compiled)).update(`${tool} ${bindgenArgs}`).digest('hex');
  if (stamp.bound !== input || !existsSync(bound)) {
    rmSync(folder, { recursive: true, force: true });
    await run(tool, [...bindgenArgs, '--out-dir', folder, '--out-name', name, compiled]);
    writeStamp(core, { bound: input });
  }

  const output = `${input} ${optimised ? optimise : 'as it is'}`;
  if (stamp.shipped === output && existsSync(shipped)) return;
  mkdirSync(pkg, { recursive: true });
  // Through a neighbour and a rename: a page that is being served never sees half a file.
  const partial = `${shipped}.partial`;
  if (optimised) await run(process.execPath, [npmScript('binaryen/bin/wasm-opt'), bound, ...optimise, '-o', partial]);
  else copyFileSync(bound, partial);
  renameSync(partial, shipped);
  writeStamp(core, { bound: input, shipped: output, optimised });
}
