// Which file an address stands for, and of what type it is.
import { statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { pkg, root, www } from './paths.mjs';

const types = new Map(
  Object.entries({
    '.css': 'text/css; charset=utf-8',
    '.gif': 'image/gif',
    '.html': 'text/html; charset=utf-8',
    '.ico': 'image/x-icon',
    '.jpg': 'image/jpeg',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.map': 'application/json; charset=utf-8',
    '.md': 'text/markdown; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.mp3': 'audio/mpeg',
    '.mp4': 'video/mp4',
    '.png': 'image/png',
    '.svg': 'image/svg+xml; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.vtt': 'text/vtt; charset=utf-8',
    '.wasm': 'application/wasm',
    '.webp': 'image/webp',
    '.woff2': 'font/woff2',
    '.xml': 'application/xml; charset=utf-8',
  }),
);

/** @param {string} path */
export const typeOf = (path) => types.get(extname(path).toLowerCase()) ?? 'application/octet-stream';

/**
 * The folders that are served, the longest address first.
 * @param {{ tests: boolean }} options
 */
function mounts({ tests }) {
  return [
    // The package as npm would have installed it; only what it ships, see below.
    { at: '/node_modules/lamplit/', folder: root, only: /^(pkg\/|package\.json$|README\.md$|CHANGELOG\.md$|LICENSE-)/ },
    ...(tests ? [{ at: '/tests/', folder: join(root, 'tests') }] : []),
    { at: '/pkg/', folder: pkg },
    { at: '/', folder: www },
  ];
}

/** @param {string} path */
function kindOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) return 'file';
  return stat?.isDirectory() ? 'folder' : 'nothing';
}

/**
 * @param {string} pathname the address's path, still percent-encoded
 * @param {{ tests: boolean }} options
 * @returns {{ file: string } | { redirect: string } | null}
 */
export function locate(pathname, options) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const mount = mounts(options).find(({ at }) => decoded.startsWith(at));
  if (!mount || decoded.includes('\0') || decoded.includes('\\')) return null;
  const inside = decoded.slice(mount.at.length);
  const path = normalize(join(mount.folder, inside));
  if (path !== mount.folder && !path.startsWith(mount.folder + sep) && path !== mount.folder + sep) return null;
  if (mount.only && !mount.only.test(path.slice(mount.folder.length + 1))) return null;
  const kind = kindOf(path);
  if (kind === 'file') return { file: path };
  if (kind !== 'folder') return null;
  if (!decoded.endsWith('/')) return { redirect: `${pathname}/` };
  const index = join(path, 'index.html');
  return kindOf(index) === 'file' ? { file: index } : null;
}
