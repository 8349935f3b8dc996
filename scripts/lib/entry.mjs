// Lets a script be both a command and a module of the others.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { explain } from './report.mjs';

/**
 * Runs `main` when the module is the one that node was started with: a failure is explained and becomes the exit code.
 * @param {string} url the module's `import.meta.url`
 * @param {() => Promise<unknown>} main
 */
export async function entry(url, main) {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== fileURLToPath(url)) return;
  try {
    await main();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
