// Watches folders and says, once a burst of changes is over, which files it was about.
import { existsSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';

/** Editors save in several steps, and formatters run after them. */
const quietMs = 120;

/** @param {string} path */
const isNoise = (path) => /(^|\/)(\.|4913$)|~$|\.(swp|tmp|partial)$/.test(path);

/**
 * @param {{ folders: string[], files: string[] }} paths folders with all below them, and single files
 * @param {(changed: Set<string>) => Promise<void>} onChange never called again before it has ended
 */
export function watchPaths({ folders, files }, onChange) {
  /** @type {Set<string>} */
  let changed = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let busy = false;

  async function flush() {
    if (busy || changed.size === 0) return;
    busy = true;
    const batch = changed;
    changed = new Set();
    await onChange(batch);
    busy = false;
    // What was changed in the meantime.
    schedule();
  }

  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(flush, quietMs);
  }

  /** @param {string} path */
  const note = (path) => {
    changed.add(path);
    schedule();
  };

  for (const folder of folders.filter(existsSync)) {
    watch(folder, { recursive: true }, (_event, name) => {
      if (name && !isNoise(name)) note(join(folder, name));
    });
  }
  // By way of their folder: an editor that saves by renaming would otherwise leave the watch on the old file.
  for (const folder of new Set(files.map(dirname))) {
    watch(folder, (_event, name) => {
      if (name && files.includes(join(folder, name))) note(join(folder, name));
    });
  }
}
