// How many of the first five offers are on the article's own subject, against plain word overlap, on the labelled set of
// tests/fixtures/likeness: the figures that the native test asserts, printed.
import { root } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';

await run('cargo', ['test', '--quiet', '--release', '--test', 'likeness', '--', '--nocapture'], { cwd: root });
