// `npm run check`: formatting, lints, types, licences and the scan for HTML sinks.
import { entry } from './lib/entry.mjs';
import { npmScript } from './lib/paths.mjs';
import { say } from './lib/report.mjs';
import { cargo, run } from './lib/run.mjs';
import { wasmTarget } from './lib/rust.mjs';
import { step, summary } from './lib/steps.mjs';
import { cargoDeny, ensureTool } from './lib/tools.mjs';
import { checkLockFiles } from './lockfiles.mjs';
import { ensureBuildTools } from './setup.mjs';
import { checkSinks } from './sinks.mjs';

/** @param {string} script @param {string[]} args */
const npmTool = (script, ...args) => run(process.execPath, [npmScript(script), ...args]);

const clippyArgs = ['--', '-D', 'warnings'];

/** One after the other: cargo's steps would only wait for each other's lock. */
export async function check() {
  await step('Lock files', async () => {
    await cargo(['fetch', '--locked', '--quiet']);
    checkLockFiles();
  });
  await step('Rust formatting', () => cargo(['fmt', '--check']));
  await step('Rust lints, native', () => cargo(['clippy', '--quiet', '--all-targets', ...clippyArgs]));
  await step('Rust lints, browser', () =>
    cargo([
      'clippy',
      '--quiet',
      '--lib',
      '--target',
      wasmTarget,
      '--no-default-features',
      '--features',
      'page,import',
      ...clippyArgs,
    ]),
  );
  await step('JavaScript formatting and lints', () =>
    npmTool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  );
  // Apart, because only the scripts may know of Node.
  await step('Types, widget', () => npmTool('typescript/bin/tsc', '-p', 'tsconfig.json'));
  await step('Types, scripts and browser tests', () => npmTool('typescript/bin/tsc', '-p', 'scripts/tsconfig.json'));
  await step('Licences, bans and sources of crates', async () => {
    // Offline: nothing here depends on what a server says today.
    await run(await ensureTool(cargoDeny()), [
      '--offline',
      '--log-level',
      'warn',
      'check',
      'bans',
      'licenses',
      'sources',
    ]);
    say('known vulnerabilities need a database from the network: npm run advisories');
  });
  await step('HTML sinks', async () => say(`none in ${checkSinks()} files`));
}

entry(import.meta.url, async () => {
  await ensureBuildTools();
  await check();
  summary();
});
