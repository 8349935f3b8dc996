// The Rust half of the build: cargo → wasm-bindgen → wasm-opt → pkg/lamplit_bg.wasm.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bindgen, npmScript, pkg, target } from './paths.mjs';
import { cargo, run } from './run.mjs';
import { wasmTarget } from './rust.mjs';
import { ensureTool, wasmBindgen } from './tools.mjs';

const compiled = join(target, wasmTarget, 'release', 'lamplit.wasm');
const bound = join(bindgen, 'lamplit_bg.wasm');
const shipped = join(pkg, 'lamplit_bg.wasm');
const stampFile = join(target, 'bindgen.json');

const cargoArgs = ['build', '--release', '--lib', '--target', wasmTarget, '--no-default-features'];

const bindgenArgs = [
  '--target',
  'web',
  '--no-typescript',
  '--out-dir',
  bindgen,
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

/** @returns {Partial<Stamp>} */
function readStamp() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
}

/** Whether pkg/ holds an optimised core, and not one that a preview made in a hurry. */
export const isOptimised = () => existsSync(shipped) && readStamp().optimised === true;

/**
 * Builds the core. Each pass is skipped when its input is what it was the last time.
 * @param {{ optimised: boolean }} options
 */
export async function buildCore({ optimised }) {
  const tool = await ensureTool(wasmBindgen());
  await cargo(cargoArgs);

  const stamp = readStamp();
  const input = createHash('sha256').update(readFileSync(compiled)).update(`${tool} ${bindgenArgs}`).digest('hex');
  if (stamp.bound !== input || !existsSync(bound)) {
    rmSync(bindgen, { recursive: true, force: true });
    await run(tool, [...bindgenArgs, compiled]);
    writeFileSync(stampFile, JSON.stringify({ bound: input }));
  }

  const output = `${input} ${optimised ? optimise : 'as it is'}`;
  if (stamp.shipped === output && existsSync(shipped)) return;
  mkdirSync(pkg, { recursive: true });
  // Through a neighbour and a rename: a page that is being served never sees half a file.
  const partial = `${shipped}.partial`;
  if (optimised) await run(process.execPath, [npmScript('binaryen/bin/wasm-opt'), bound, ...optimise, '-o', partial]);
  else copyFileSync(bound, partial);
  renameSync(partial, shipped);
  writeFileSync(stampFile, JSON.stringify({ bound: input, shipped: output, optimised }));
}
