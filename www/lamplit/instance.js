// The page's one instance of the core, and what happens when it breaks.
//
// A trap leaves an instance in no state to go on, so it is thrown away, a fresh one is made of the same module, and every
// reader on the page is brought back.
import * as glue from 'lamplit-core';
import { Failure } from './failure.js';
import { release } from './lock.js';
import { compile } from './module.js';
import { wasmUrl } from './wasm-url.js';

/** @typedef {typeof glue} Core */

/**
 * Somebody with something in the core.
 * @typedef {object} Tenant
 * @property {(guilty: boolean) => void} lost the instance is gone; whether it broke in this one's call
 * @property {() => void} revive there is a fresh one
 * @property {(failure: Failure) => void} evict there is none
 */

/** @type {Set<Tenant>} */
export const tenants = new Set();

/** @type {Promise<void> | null} */
let ready = null;
let isLoaded = false;
let isSound = false;

/** Resolves when there is a sound instance. After a failure the next call tries again. */
export function start() {
  ready ??= (isLoaded ? restart() : load()).catch((error) => {
    ready = null;
    throw new Failure('core', `The reader could not be started: ${error.message ?? error}`);
  });
  return ready;
}

async function load() {
  glue.initSync({ module: await compile(wasmUrl()) });
  isLoaded = isSound = true;
}

async function restart() {
  // A call that broke may have others below it on the stack, which would go on with the memory of the fresh instance.
  await null;
  glue.__wbg_reset_state();
  isSound = true;
  for (const tenant of [...tenants]) {
    // Another breakdown on the way begins all over.
    if (isSound) tenant.revive();
  }
}

/**
 * Runs `use` with the core. A refusal is thrown as a {@link Failure}. Anything else that is thrown breaks the instance, which
 * is nothing for the caller: it gets `undefined`, and its tenant was told that all is lost.
 * @template T
 * @param {(core: Core) => T} use
 * @param {Tenant} [tenant] in whose name
 * @returns {T | undefined}
 */
export function call(use, tenant) {
  if (!isSound) return undefined;
  try {
    return use(glue);
  } catch (error) {
    const refusal = Failure.ofRefusal(error);
    if (refusal) throw refusal;
    breakDown(tenant);
    return undefined;
  }
}

/** @param {Tenant} [guilty] */
function breakDown(guilty) {
  // A call inside a call: the inner one has seen to it.
  if (!isSound) return;
  isSound = false;
  ready = null;
  // What it held of the page.
  release();
  for (const tenant of [...tenants]) tenant.lost(tenant === guilty);
  start().catch((error) => {
    for (const tenant of [...tenants]) tenant.evict(error);
  });
}
