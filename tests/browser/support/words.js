// The words of a native document as a reader meets them, block by block: what a page of it has to say, and nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.js';

/** @param {string} name in www/articles */
export const articleOf = (name) => JSON.parse(readFileSync(join(root, 'www/articles', `${name}.json`), 'utf8'));

/** @param {any} text */
export function plain(text) {
  if (typeof text === 'string') return text;
  /** @type {string} */
  const words = (text ?? []).map((/** @type {any} */ piece) => {
    if (typeof piece === 'string') return piece;
    if (piece.content) return plain(piece.content);
    const ruby = piece.marks?.find((/** @type {any} */ mark) => mark.type === 'ruby')?.reading;
    return `${piece.text ?? ''}${ruby ?? ''}`;
  });
  return [...words].join('');
}

/** @param {any} block @returns {string[]} */
export function wordsOf(block) {
  if (typeof block === 'string') return [block];
  const inner = (block.blocks ?? []).flatMap(wordsOf);
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [plain(block.content)];
    case 'list':
      return block.items.flatMap((/** @type {any} */ item) => item.blocks.flatMap(wordsOf));
    case 'quote':
      return [...inner, block.cite ?? ''];
    case 'image':
      return [block.caption ?? '', block.credit ?? ''];
    case 'gallery':
      return [...block.images.flatMap((/** @type {any} */ one) => [one.caption, one.credit]), block.caption ?? ''];
    case 'table':
      return [block.caption ?? '', ...block.rows.flat().map((/** @type {any} */ cell) => plain(cell.content))];
    case 'details':
      return [plain(block.summary), ...inner];
    case 'group':
      return [block.title ?? '', ...inner];
    case 'code':
      return [block.text];
    case 'link-card': {
      const day =
        block.published && new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(block.published));
      return [block.kicker ?? '', block.title, block.excerpt ?? '', block.site ?? '', day ?? ''];
    }
    case 'divider':
      return [];
    default:
      throw new Error(`no words known for ${block.type}`);
  }
}

/** Without white space: where lines break is the browser's. @param {string} text */
export const tight = (text) => text.replace(/\s+/g, '');

/** @param {any[]} blocks */
export const tightWords = (blocks) => tight(blocks.flatMap(wordsOf).join(''));

/** @template T @param {T} blocks @returns {T} */
export const withoutReadings = (blocks) =>
  JSON.parse(JSON.stringify(blocks, (key, value) => (key === 'reading' ? '' : value)));
