// Set-up for the browser tests: a Chromium, a Firefox, and fonts that can show Chinese and Arabic.
import { existsSync } from 'node:fs';
import { findBrowser } from './browsers.mjs';
import { npmScript } from './paths.mjs';
import { done, Explained, say, warn } from './report.mjs';
import { capture, run } from './run.mjs';

/** @typedef {import('./browsers.mjs').Engine} Engine */

/** @type {Engine[]} */
const engines = ['chromium', 'firefox'];
const packageOf = { chromium: 'chromium', firefox: 'firefox-esr' };
const fontPackages = { zh: 'fonts-noto-cjk', ar: 'fonts-noto-core' };

const canUseApt =
  process.platform === 'linux' && process.getuid?.() === 0 && capture('apt-get', ['--version']) !== null;

let listsAreFresh = false;

/**
 * Installs Debian packages; a package that is unknown or fails is left to what the caller falls back on.
 * @param {string[]} names
 */
async function apt(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    if (!listsAreFresh) await run('apt-get', ['update', '-qq'], { env });
    listsAreFresh = true;
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
    done(`${names.join(', ')} installed`);
  } catch {
    warn(`apt-get could not install ${names.join(', ')}`);
  }
}

/** @param {Engine} engine */
async function hasPlaywrightsOwn(engine) {
  const playwright = await import('@playwright/test');
  return existsSync(playwright[engine].executablePath());
}

/** @param {Engine[]} wanted */
export async function ensureBrowsers(wanted = engines) {
  const missing = wanted.filter((engine) => !findBrowser(engine));
  for (const engine of missing) {
    if (!canUseApt || (await hasPlaywrightsOwn(engine))) continue;
    say(`installing ${packageOf[engine]} for the browser tests`);
    await apt([packageOf[engine]]);
  }
  for (const engine of missing) {
    if (findBrowser(engine) || (await hasPlaywrightsOwn(engine))) continue;
    say(`fetching Playwright's own ${engine}`);
    await run(process.execPath, [npmScript('@playwright/test/cli.js'), 'install', engine], {
      hint: `Install ${engine}, or name one: LAMPLIT_${engine.toUpperCase()}=/path/to/${engine} npm test`,
    });
    done(`Playwright's ${engine} is there`);
  }
}

/** @param {string} language */
const canShow = (language) => (capture('fc-list', [`:lang=${language}`]) ?? '') !== '';

export async function ensureFonts() {
  // macOS and others without fontconfig bring fonts for every script along.
  if (process.platform !== 'linux') return;
  const missing = /** @type {('zh' | 'ar')[]} */ (Object.keys(fontPackages)).filter((language) => !canShow(language));
  if (missing.length === 0) return;
  const names = missing.map((language) => fontPackages[language]);
  if (canUseApt) {
    say(`installing fonts for the browser tests: ${names.join(', ')}`);
    await apt([...names, 'fontconfig']);
  }
  if (!missing.every(canShow)) {
    throw new Explained(
      'The tests measure Chinese and Arabic text, and this machine has no fonts for it',
      `Install Noto or similar, on Debian and Ubuntu: sudo apt-get install ${names.join(' ')} fontconfig`,
    );
  }
}
