// What goes into the package as it is: the type declarations and the JSON Schema of the article format.
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { host, pkg } from './paths.mjs';

/** Describes the generated glue to the type checker; nothing that a user of the package can import. */
const internal = new Set(['core.d.ts']);

/** @param {string} name */
const isCopied = (name) => (name.endsWith('.d.ts') && !internal.has(name)) || name.endsWith('.schema.json');

export function copyDeclarations() {
  for (const name of readdirSync(pkg).filter(isCopied)) rmSync(join(pkg, name));
  if (!existsSync(host)) return;
  for (const name of readdirSync(host).filter(isCopied)) copyFileSync(join(host, name), join(pkg, name));
}
