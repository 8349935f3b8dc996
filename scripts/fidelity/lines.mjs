// Pieces to lines, with the help of a browser where they are HTML.
import { CLOSE, OPEN } from './marks.mjs';

/** @typedef {import('./piece.mjs').Piece} Piece */
/** @typedef {{ text: string, maybe: boolean }} Span characters that stand together */
/** @typedef {Span[]} Line */

const tag = /<\/?[a-z][a-z0-9-]*(\s[^<>]*)?\/?>/i;
const reference = /&(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/** The texts that a browser has to read. @param {Piece} piece @param {Set<string>} out */
export function collect(piece, out) {
  if (!piece || typeof piece === 'string') return;
  if (Array.isArray(piece)) for (const one of piece) collect(one, out);
  else if ('maybe' in piece) collect(piece.maybe, out);
  else if ('run' in piece) collect(piece.run, out);
  else {
    const text = String(('html' in piece ? piece.html : piece.sniff) ?? '');
    if ('html' in piece || tag.test(text) || reference.test(text)) out.add(text);
  }
}

/**
 * Everything that the texts say once a browser has read them. Markup that was written as references is read a second time.
 * @param {Set<string>} texts @param {(texts: string[]) => Promise<string[]>} read
 */
export async function resolve(texts, read) {
  const keys = [...texts];
  const values = await read(keys);
  const twice = keys.flatMap((key, index) => (!tag.test(key) && tag.test(values[index] ?? '') ? [index] : []));
  const again = await read(twice.map((index) => values[index] ?? ''));
  for (const [place, index] of twice.entries()) values[index] = again[place] ?? '';
  return new Map(keys.map((key, index) => [key, values[index] ?? '']));
}

/** @param {Piece} piece @param {Map<string, string>} read @returns {string} */
function flat(piece, read) {
  if (!piece) return '';
  if (typeof piece === 'string') return piece;
  if (Array.isArray(piece)) return piece.map((one) => `${flat(one, read)}\n`).join('');
  if ('maybe' in piece) return `${OPEN}${flat(piece.maybe, read)}${CLOSE}`;
  if ('run' in piece) return piece.run.map((one) => flat(one, read)).join('');
  const text = String(('html' in piece ? piece.html : piece.sniff) ?? '');
  return read.get(text) ?? text;
}

/**
 * The characters that count: no white space, none that only says where a line may break.
 * @param {string} text
 */
export const solid = (text) => text.replace(/[\s\u00ad\u180e\u200b\u2060\ufeff]+/gu, '');

/**
 * The lines of a piece without their white space; empty ones are left out.
 * @param {Piece} piece @param {Map<string, string>} read @returns {Line[]}
 */
export function lines(piece, read) {
  let depth = 0;
  return flat(piece, read)
    .split('\n')
    .map((line) => {
      /** @type {Line} */
      const spans = [];
      for (const part of line.split(/([\ue000\ue001])/)) {
        if (part === OPEN) depth += 1;
        else if (part === CLOSE) depth -= 1;
        else if (solid(part)) spans.push({ text: solid(part), maybe: depth > 0 });
      }
      return spans;
    })
    .filter((line) => line.length > 0);
}

/** @param {Line} line */
export const plain = (line) => line.map((span) => span.text).join('');
