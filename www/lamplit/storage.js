// What the reader has chosen, kept for the next visit. Every access can throw (blocked cookies, sandboxed frames, a full
// disk); then it is kept for as long as the page lives.
import { settingsIn } from './settings.js';

/** @typedef {import('./settings.js').Settings} Settings */

const KEY = 'lamplit:settings';

/** What could not be written down. @type {Partial<Settings> | null} */
let memory = null;

/** The readers of this page. @type {Set<() => void>} */
const watchers = new Set();

/** Only what the reader has chosen: what the page asks for and the defaults fill the rest. */
export function stored() {
  if (memory) return memory;
  try {
    return settingsIn(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return {};
  }
}

/** @param {Partial<Settings>} chosen what is missing stays as it was */
export const store = (chosen) => write({ ...stored(), ...chosen });

export const forget = () => write({});

/** @param {Partial<Settings>} settings */
function write(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
    memory = null;
  } catch {
    memory = settings;
  }
  for (const watcher of [...watchers]) watcher();
}

/** @param {StorageEvent} event */
function onStorage({ key }) {
  // `null`: everything was cleared.
  if (key !== null && key !== KEY) return;
  for (const watcher of [...watchers]) watcher();
}

/**
 * Calls `watcher` whenever something was chosen, here or in another tab, until `signal` says stop.
 * @param {() => void} watcher @param {AbortSignal} signal
 */
export function watch(watcher, signal) {
  watchers.add(watcher);
  addEventListener('storage', onStorage);
  signal.addEventListener('abort', () => {
    watchers.delete(watcher);
    if (watchers.size === 0) removeEventListener('storage', onStorage);
  });
}
