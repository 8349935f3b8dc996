// A document to its readable text, by the format that it is in.
import { held, isObject } from './piece.mjs';
import { read as activityStreams } from './sources/activity-streams.mjs';
import { read as appleNews } from './sources/apple-news.mjs';
import { read as arcAns } from './sources/arc-ans.mjs';
import { read as contentful } from './sources/contentful.mjs';
import { read as editorJs } from './sources/editor-js.mjs';
import { read as ghost } from './sources/ghost.mjs';
import { read as guardian } from './sources/guardian.mjs';
import { read as jsonFeed } from './sources/json-feed.mjs';
import { read as jsonLd } from './sources/json-ld.mjs';
import { read as lexical } from './sources/lexical.mjs';
import { read as netease } from './sources/netease.mjs';
import { read as notion } from './sources/notion.mjs';
import { read as portableText } from './sources/portable-text.mjs';
import { read as proseMirror } from './sources/prose-mirror.mjs';
import { read as readability } from './sources/readability.mjs';
import { read as slate } from './sources/slate.mjs';
import { read as strapi } from './sources/strapi.mjs';
import { read as volcengine } from './sources/volcengine.mjs';
import { read as wechat } from './sources/wechat.mjs';
import { read as wordpress } from './sources/wordpress.mjs';
import { read as zhihu } from './sources/zhihu.mjs';

/** @typedef {import('./piece.mjs').Piece} Piece */
/** @typedef {import('./piece.mjs').Source} Source */

/** @type {Map<string, (document: any) => Source | Source[]>} */
const readers = new Map(
  Object.entries({
    ActivityStreams: activityStreams,
    'Apple News Format': appleNews,
    'Arc XP ANS': arcAns,
    'Contentful rich text': contentful,
    'Editor.js': editorJs,
    'Ghost Content API': ghost,
    'Guardian Content API': guardian,
    'JSON Feed': jsonFeed,
    'schema.org JSON-LD': jsonLd,
    Lexical: lexical,
    'NetEase app API': netease,
    Notion: notion,
    'Portable Text': portableText,
    'ProseMirror / Tiptap': proseMirror,
    'Readability / Mercury': readability,
    Slate: slate,
    'Strapi blocks': strapi,
    Volcengine: volcengine,
    'WeChat freepublish': wechat,
    'WordPress REST': wordpress,
    'Zhihu Daily': zhihu,
  }),
);

/**
 * The document itself, out of what a test's document or a server's answer has around it.
 * @param {any} document
 */
function unwrapped(document) {
  if (!isObject(document)) return document;
  if ('expectedHtml' in document) return held(document.document);
  if ('input' in document && !('type' in document)) return held(document.input);
  if ('slateOriginal' in document) return document.slateOriginal;
  if ('slate' in document) return document.slate;
  return isObject(document.data) && ('msg' in document || 'code' in document) ? document.data : document;
}

/**
 * What a document says, one or more ways of reading it; null where its format has no reader here.
 * @param {unknown} document @param {string | undefined} format @returns {Source[] | null}
 */
export function sources(document, format) {
  const read = readers.get(format ?? '');
  return read ? [read(unwrapped(document))].flat() : null;
}

/** Whether there is anything to read in a piece; HTML is taken by its look. @param {Piece} piece @returns {boolean} */
function says(piece) {
  if (typeof piece === 'string') return piece.trim() !== '';
  if (Array.isArray(piece)) return piece.some(says);
  if (!piece || 'maybe' in piece) return false;
  if ('run' in piece) return piece.run.some(says);
  const html = 'html' in piece ? piece.html : piece.sniff;
  return (
    String(html ?? '')
      .replace(/<[^>]*>|&nbsp;/g, '')
      .trim() !== ''
  );
}

/** Whether a document has no readable text at all. @param {unknown} document @param {string | undefined} format */
export function empty(document, format) {
  const read = document === undefined ? null : sources(document, format);
  return read?.every((source) => !says(source.title) && !says(source.head) && !says(source.body)) ?? false;
}
