// `npm run advisories`: known security problems of the dependencies. It asks databases on the network,
// so its answer changes from day to day; for that reason it is no part of `npm run check`.
import { entry } from './lib/entry.mjs';
import { heading } from './lib/report.mjs';
import { run } from './lib/run.mjs';
import { cargoDeny, ensureTool } from './lib/tools.mjs';
import { ensureBuildTools } from './setup.mjs';

entry(import.meta.url, async () => {
  await ensureBuildTools();
  const deny = await ensureTool(cargoDeny());
  heading('Advisories: crates');
  await run(deny, ['check', 'advisories']);
  heading('Advisories: npm');
  await run('npm', ['audit']);
});
