// A folder of documents, and what is expected of each: which format it is in, and whether it is sound.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { root } from './paths.mjs';
import { say } from './report.mjs';

/**
 * @typedef {object} Sample
 * @property {string} path of the file
 * @property {string} name the path inside the folder
 * @property {string | undefined} format as `lamplit check` names it, where that is known
 * @property {boolean} broken whether it must be refused
 */

/** The document in a file, or undefined where it is no JSON. @param {Sample} sample @returns {unknown} */
export function documentOf(sample) {
  try {
    return JSON.parse(readFileSync(sample.path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The formats by the name of a folder, as `lamplit check` prints them. */
const folders = new Map(
  Object.entries({
    'activity-streams': 'ActivityStreams',
    'apple-news': 'Apple News Format',
    'arc-ans': 'Arc XP ANS',
    'contentful-rich-text': 'Contentful rich text',
    editorjs: 'Editor.js',
    'ghost-content-api': 'Ghost Content API',
    'guardian-capi': 'Guardian Content API',
    'guardian-dcr': 'Guardian Content API',
    'json-feed': 'JSON Feed',
    'json-ld': 'schema.org JSON-LD',
    lamplit: 'lamplit/1',
    'lexical-ghost': 'Lexical',
    lexical: 'Lexical',
    notion: 'Notion',
    'portable-text': 'Portable Text',
    'prosemirror-tiptap': 'ProseMirror / Tiptap',
    readability: 'Readability / Mercury',
    slate: 'Slate',
    'strapi-blocks': 'Strapi blocks',
    volcengine: 'Volcengine',
    'wechat-freepublish': 'WeChat freepublish',
    'wordpress-rest': 'WordPress REST',
  }),
);

/** The formats of a folder that holds several, by how a file's name begins. */
const prefixes = [
  { begins: 'netease-', format: 'NetEase app API' },
  { begins: 'zhihu-', format: 'Zhihu Daily' },
  { begins: 'wechat-', format: 'WeChat freepublish' },
  { begins: 'volcengine-', format: 'Volcengine' },
];

/** @param {string} name a path inside the folder */
function formatOf(name) {
  const parts = name.split(sep);
  const folder = parts.at(-2) ?? '';
  return folders.get(folder) ?? prefixes.find(({ begins }) => basename(name).startsWith(begins))?.format;
}

/** The documents that the folder's INDEX.md calls broken. @param {string} folder @returns {Set<string>} */
function brokenOf(folder) {
  const index = join(folder, 'INDEX.md');
  if (!existsSync(index)) return new Set();
  const lines = readFileSync(index, 'utf8').split('\n');
  const broken = lines.filter((line) => line.includes('schema-invalid on purpose'));
  return new Set(broken.flatMap((line) => /^- (\S+\.json)\b/.exec(line)?.[1] ?? []));
}

/** What an index.json of our own says. @param {string} folder @returns {Map<string, { format?: string, code?: string }>} */
function indexOf(folder) {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) return new Map();
  /** @type {{ documents: { file: string, format?: string, code?: string }[] }} */
  const { documents } = JSON.parse(readFileSync(index, 'utf8'));
  return new Map(documents.map((document) => [document.file, document]));
}

/** @param {string} folder @returns {Sample[]} */
function samplesOf(folder) {
  const broken = brokenOf(folder);
  const index = indexOf(folder);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .sort()
    .map((name) => {
      const entry = index.get(name.split(sep).join('/'));
      return {
        path: join(folder, name),
        name,
        format: entry?.format ?? formatOf(name),
        broken: entry?.code !== undefined || broken.has(name.split(sep).join('/')),
      };
    });
}

/**
 * The documents that the command line asks for, or none where their folder is not there, which is said.
 * @param {string[]} words the words after the script's name that are no options
 */
export function corpus(words) {
  const folder = resolve(words[0] ?? join(root, '../shared/corpus'));
  if (!existsSync(folder)) {
    say(
      `There is no folder ${relative(process.cwd(), folder)}: name one that holds documents, such as tests/fixtures/formats.`,
    );
    return [];
  }
  return samplesOf(folder);
}
