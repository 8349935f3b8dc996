// The words of a Markdown text, as far as publishers write it: no signs of headings, lists, quotes and emphasis, no addresses.
import { maybe } from './piece.mjs';

const rule = /^\s*([-*_])(\s*\1){2,}\s*$/;
const underline = /^\s*(=+|-+)\s*$/;

/** What begins a line and is no text. */
const openings = /^(\s*(>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[[ xX]\](?=\s)|#{1,6}(?=\s|$)))+\s*/;

/** @param {string} line */
function words(line) {
  return line
    .replace(openings, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\(([^()]|\([^)]*\))*\)/g, '$1')
    .replace(/\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/<((https?|mailto):[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(?<!\\)(`+)(.+?)\1/g, '$2')
    .replace(/(?<!\\)(\*{1,3})(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\\\w])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)/g, '$2')
    .replace(/~~(.+?)~~/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1');
}

/** @param {string} text @returns {import('./piece.mjs').Piece} */
export function markdown(text) {
  let fenced = false;
  return text.split('\n').map((line) => {
    if (/^\s*(```|~~~)/.test(line)) {
      fenced = !fenced;
      return null;
    }
    if (fenced) return line;
    if (rule.test(line) || underline.test(line)) return null;
    return /^\s*\[[^\]]+\]:\s/.test(line) ? maybe(line) : words(line);
  });
}
