// `npm test`: set-up and everything that has to hold, from formatting to two browsers, in one go.
import { build } from './build.mjs';
import { check } from './check.mjs';
import { countBrowserTests } from './lib/browser-tests.mjs';
import { entry } from './lib/entry.mjs';
import { npmScript } from './lib/paths.mjs';
import { done, elapsed, heading, say } from './lib/report.mjs';
import { run, tee } from './lib/run.mjs';
import { cannotRun, step, summary } from './lib/steps.mjs';
import { ensureTestTools } from './setup.mjs';
import { checkSinks } from './sinks.mjs';
import { size } from './size.mjs';

const colour = process.stdout.isTTY ? { CARGO_TERM_COLOR: 'always' } : {};

/**
 * Counts what each of cargo's test programs reports; a build that fails reports nothing and counts as one failure.
 * @param {string[]} which
 */
async function cargoTest(which) {
  const { code, output } = await tee('cargo', ['test', '--quiet', '--no-fail-fast', ...which], { env: colour });
  const count = { passed: 0, failed: 0 };
  for (const [, passed, failed] of output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed;/gm)) {
    count.passed += Number(passed);
    count.failed += Number(failed);
  }
  if (code !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

/** The host's parts that need no browser, under Node's own runner. */
async function nodeTest() {
  const { code, output } = await tee(process.execPath, ['--test', '--test-reporter=spec', 'tests/host/']);
  const figure = (/** @type {string} */ name) => Number(output.match(new RegExp(`^\\W*${name} (\\d+)`, 'm'))?.[1] ?? 0);
  const failed = figure('fail');
  return { passed: figure('pass'), failed: code !== 0 && failed === 0 ? 1 : failed };
}

entry(import.meta.url, async () => {
  const since = performance.now();
  heading('Set-up');
  await ensureTestTools();
  done(`what the tests need is there (${elapsed(since)})`);
  await check();
  await step('Rust tests', () => cargoTest(['--all-targets']));
  await step('Rust examples in the documentation', () => cargoTest(['--doc']));
  await step('Host tests', () => nodeTest());
  const built = await step('Build', () => build());
  if (built) {
    await step('Size', size);
    await step('Package', () => run(process.execPath, [npmScript('publint/src/cli.js'), '--strict']));
    await step('HTML sinks in the bundles', async () => say(`none in ${checkSinks()} files`));
    await step('Browser tests', countBrowserTests);
  } else {
    for (const name of ['Size', 'Package', 'HTML sinks in the bundles', 'Browser tests'])
      cannotRun(name, 'there is no build');
  }
  say(`all of it took ${elapsed(since)}`);
  summary();
});
