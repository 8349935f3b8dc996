// Which Chromium and Firefox the tests drive: one that is named, the system's, or Playwright's own.
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { capture } from './run.mjs';

/** @typedef {'chromium' | 'firefox'} Engine */

const candidates = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

/** Playwright drives a system's Firefox on Linux; elsewhere its own is the safe choice. */
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** @param {string} command */
function onPath(command) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find((path) => existsSync(path));
}

/**
 * A snap's confinement keeps it from the profile that a test gives it, and the stub that asks for a snap answers nothing.
 * @param {string} path
 */
const isUsable = (path) => !realpathSync(path).includes('/snap') && /\d+\.\d+/.test(capture(path, ['--version']) ?? '');

/**
 * The path of the browser to use, or undefined where it has to be Playwright's own.
 * @param {Engine} engine
 */
export function findBrowser(engine) {
  const named = process.env[`LAMPLIT_${engine.toUpperCase()}`];
  if (named) return named;
  if (process.platform === 'darwin') return engine === 'chromium' && existsSync(macChrome) ? macChrome : undefined;
  return candidates[engine]
    .map(onPath)
    .filter((path) => path !== undefined)
    .find(isUsable);
}

/** Chromium calls home when it starts, and needs no graphics processor for what is tested. */
const chromiumArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Playwright's launch settings for an engine on this machine.
 * @param {Engine} engine
 * @returns {{ channel?: string, launchOptions: import('@playwright/test').LaunchOptions }}
 */
export function launchSettings(engine) {
  const executablePath = findBrowser(engine);
  if (engine === 'firefox') {
    // A Firefox as its makers ship it is driven over WebDriver BiDi, which this channel stands for.
    return executablePath ? { channel: 'moz-firefox', launchOptions: { executablePath } } : { launchOptions: {} };
  }
  // Chromium's sandbox refuses to run as root, which is what containers run as.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...chromiumArgs] : chromiumArgs;
  return { launchOptions: executablePath ? { executablePath, args } : { args } };
}
