// The published JSON Schema of native documents.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { host } from './paths.mjs';

/** Hands back a function that says what is wrong with a document, or null. */
export function schema() {
  const text = readFileSync(join(host, 'article.schema.json'), 'utf8');
  const validate = new Ajv2020({ strict: true, strictTypes: true, allErrors: true, verbose: true }).compile(
    JSON.parse(text),
  );
  return (/** @type {unknown} */ document) => {
    if (validate(document)) return null;
    return told(validate.errors ?? []);
  };
}

/** Whether an error is of the choice that the value's own `type` names, or of none. @param {import('ajv').ErrorObject} error */
function isMeant({ keyword, parentSchema, data }) {
  const type = parentSchema?.properties?.type?.const;
  const own = typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;
  return keyword !== 'anyOf' && keyword !== 'const' && (type === undefined || type === own);
}

/**
 * The error that says most: where a value may be one of several, each choice has errors.
 * @param {import('ajv').ErrorObject[]} errors
 */
function told(errors) {
  const meant = errors.filter(isMeant);
  const depth = (/** @type {import('ajv').ErrorObject} */ error) => error.instancePath.split('/').length;
  const [first] = (meant.length > 0 ? meant : errors).sort(
    (one, two) => depth(two) - depth(one) || text(two) - text(one),
  );
  return `${first?.instancePath || '/'} ${first?.message} ${JSON.stringify(first?.params)}`;
}

/** A value that could be a bare string was one, as often as not; the other choice says more. @param {import('ajv').ErrorObject} error */
const text = (error) => (error.keyword === 'type' ? 0 : 1);
