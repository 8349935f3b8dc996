// Runs Playwright and counts its results.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npmScript, target } from './paths.mjs';
import { say } from './report.mjs';
import { tee } from './run.mjs';

const report = join(target, 'browser-tests.json');

export async function countBrowserTests() {
  rmSync(report, { force: true });
  // The list is for the reader, the file for the count.
  const { code } = await tee(process.execPath, [npmScript('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  if (stats.skipped > 0) say(`${stats.skipped} skipped`);
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed };
}
