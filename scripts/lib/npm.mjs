// Set-up, the npm half: the development tools named by package-lock.json.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nodeModules, root } from './paths.mjs';
import { done, say } from './report.mjs';
import { run } from './run.mjs';

/** npm writes this file last, so it tells both that an install was finished and when. */
const marker = join(nodeModules, '.package-lock.json');

function isInstalled() {
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

export async function ensureNpmPackages() {
  if (isInstalled()) return;
  say('installing the npm development tools (npm ci)');
  // No install script is needed by anything in the lock file, so none is allowed to run.
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    hint: 'Is the npm registry reachable? `npm ci` alone shows more.',
  });
  done('npm development tools installed');
}
