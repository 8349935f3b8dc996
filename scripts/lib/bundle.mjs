// The JavaScript half of the build: www/lamplit/ and the generated glue → pkg/*.js.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindgen, host, pkg } from './paths.mjs';
import { Explained } from './report.mjs';

/** Stylesheets are imported as their minified text: the element makes constructable sheets of them. */
const cssText = (/** @type {typeof import('esbuild')} */ esbuild) => ({
  name: 'css-text',
  setup(/** @type {import('esbuild').PluginBuild} */ build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code, warnings } = await esbuild.transform(source, { loader: 'css', minify: true, sourcefile: path });
      return { contents: code.trim(), loader: 'text', warnings, watchFiles: [path] };
    });
  },
});

/**
 * The core imports some of the host's own modules, of which wasm-bindgen makes copies next to its glue. The originals
 * are taken instead: they are newer after a change to the host alone, and the element may import them too.
 */
const originals = {
  name: 'originals',
  setup(/** @type {import('esbuild').PluginBuild} */ build) {
    build.onResolve({ filter: /^\.\/snippets\/[^/]+\/www\/lamplit\// }, ({ path }) => ({
      path: join(host, path.replace(/^.*?\/www\/lamplit\//, '')),
    }));
  },
};

/** @param {string} name */
const entry = (name) => join(host, name);

/**
 * Bundles what there is of the host's entries.
 * @param {{ dev?: boolean }} [options] `dev` adds source maps
 */
export async function bundle({ dev = false } = {}) {
  const esbuild = await import('esbuild');
  if (!existsSync(entry('index.js')))
    throw new Explained('www/lamplit/index.js is missing: there is nothing to bundle');

  /** @type {import('esbuild').BuildOptions} */
  const common = {
    alias: {
      'lamplit-core': join(bindgen, 'page', 'lamplit.js'),
      'lamplit-import': join(bindgen, 'import', 'lamplit_import.js'),
    },
    bundle: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    minify: true,
    outdir: pkg,
    plugins: [cssText(esbuild), originals],
    sourcemap: dev ? 'linked' : false,
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  };

  // Each entry is whole: one request, one round trip. A shared chunk would cost every page a second one.
  /** @type {import('esbuild').BuildOptions[]} */
  const builds = Object.entries(present({ lamplit: 'index.js', element: 'element.js' })).map(([name, file]) => ({
    ...common,
    entryPoints: { [name]: file },
    format: 'esm',
  }));
  if (existsSync(entry('classic.js'))) {
    builds.push({
      ...common,
      entryPoints: { 'lamplit.iife': entry('classic.js') },
      format: 'iife',
      define: { 'import.meta.url': 'lamplitScriptUrl' },
      inject: [fileURLToPath(new URL('script-url.js', import.meta.url))],
    });
  }
  if (existsSync(entry('ssr.js'))) {
    builds.push({
      // For Node, Deno, Bun and edge workers: what only some of them have stays an import.
      ...common,
      entryPoints: { ssr: entry('ssr.js') },
      format: 'esm',
      external: ['node:*', '*.wasm'],
      platform: 'neutral',
    });
  }

  mkdirSync(pkg, { recursive: true });
  const results = await Promise.all(builds.map((options) => attempt(esbuild, options)));
  sweep(new Set(results.flat()));
}

/** @param {Record<string, string>} entries */
const present = (entries) =>
  Object.fromEntries(
    Object.entries(entries)
      .filter(([, file]) => existsSync(entry(file)))
      .map(([name, file]) => [name, entry(file)]),
  );

/**
 * @param {typeof import('esbuild')} esbuild @param {import('esbuild').BuildOptions} options
 * @returns {Promise<string[]>} the names of what was written
 */
async function attempt(esbuild, options) {
  try {
    const result = await esbuild.build({ ...options, write: false });
    await print(esbuild, result.warnings, 'warning');
    return result.outputFiles.map(({ path, text }) => write(basename(path), text));
  } catch (error) {
    const failure = /** @type {import('esbuild').BuildFailure} */ (error);
    if (!failure.errors) throw error;
    const text = await esbuild.formatMessages(failure.errors, { kind: 'error' });
    throw new Explained('the host could not be bundled', text.join('\n').trim());
  }
}

/** Through a neighbour and a rename: a page that is being served never sees half a file. @param {string} name @param {string} text */
function write(name, text) {
  const partial = join(pkg, `${name}.partial`);
  writeFileSync(partial, text);
  renameSync(partial, join(pkg, name));
  return name;
}

/**
 * @param {typeof import('esbuild')} esbuild @param {import('esbuild').Message[]} messages
 * @param {'warning' | 'error'} kind
 */
async function print(esbuild, messages, kind) {
  if (messages.length > 0) console.warn((await esbuild.formatMessages(messages, { kind })).join('\n'));
}

/**
 * What an earlier build made and this one did not does not get published with this one.
 * @param {Set<string>} written
 */
function sweep(written) {
  for (const name of readdirSync(pkg)) {
    if (/\.js(\.map)?$/.test(name) && !written.has(name)) rmSync(join(pkg, name));
  }
}
