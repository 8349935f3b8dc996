// A source's text against its article's.
import { said } from './article.mjs';
import { align } from './diff.mjs';
import { lines, plain, solid } from './lines.mjs';

/** @typedef {import('./lines.mjs').Line} Line */
/** @typedef {import('./piece.mjs').Source} Source */

/**
 * @typedef {object} Comparison
 * @property {number} characters of the source that must stand in the article
 * @property {number} lost characters of these that do not
 * @property {number} written characters of the article
 * @property {number} added characters of these that the source does not say
 * @property {string | null} first the first difference, for a person
 */

/** How many characters of the source may be lost, and of the article added, as a share. */
const TOLERANCE = 0.005;

/** @param {Comparison} comparison */
export const kept = ({ characters, lost }) => (characters === 0 ? 1 : 1 - lost / characters);

/** @param {Comparison} comparison */
export const faithful = (comparison) =>
  kept(comparison) >= 1 - TOLERANCE && comparison.added <= comparison.written * TOLERANCE;

/** A text as one row of characters, each with whether it may be left out. @param {Line[]} all */
function stream(all) {
  const spans = all.flat();
  const text = spans.map((span) => span.text).join('');
  const optional = new Uint8Array(text.length);
  let place = 0;
  for (const { text: part, maybe } of spans) {
    if (maybe) optional.fill(1, place, place + part.length);
    place += part.length;
  }
  return { text, optional };
}

/** @param {Line} line @returns {Line} */
const softened = (line) => line.map((span) => ({ ...span, maybe: true }));

/** Lets each line go that says what the title says: it may be dropped where it stands again. @param {Line[]} all @param {string} title */
const repeats = (all, title) =>
  all.map((line) => (title !== '' && plain(line).toLowerCase() === title.toLowerCase() ? softened(line) : line));

/** The characters around a place. @param {string} text @param {number} place */
const surroundings = (text, place) =>
  `…${text.slice(Math.max(0, place - 12), place)}▸${text.slice(place, place + 40)}…`;

/**
 * Compares a source with its article.
 * @param {Source} source @param {any} article the native document
 * @param {Map<string, string>} read what a browser made of the HTML in the source
 * @param {string} everything all strings of the document, without white space: what is said at all
 * @returns {Comparison}
 */
export function compare(source, article, read, everything) {
  const { title, head, body } = said(article);
  const heads = [solid(title), ...head.map(solid)];
  const above = heads.join('').toLowerCase();
  const around = [...lines(source.title, read), ...lines(source.head, read)];
  const titleText = lines(source.title, read).map(plain).join('');
  const isAbove = (/** @type {Line} */ line) => above.includes(plain(line).toLowerCase());
  const sourceBody = lines(source.body, read);
  const inBody = new Set(sourceBody.map((line) => plain(line).toLowerCase()));
  // Lines around the headline may stand anywhere above the body. Those that stand nowhere there are sought in it: where the source
  // says them again, else at its beginning.
  const isNeeded = (/** @type {Line} */ line) => line.some((span) => !span.maybe);
  const below = around.filter((line) => isNeeded(line) && !isAbove(line) && !inBody.has(plain(line).toLowerCase()));
  const repeated = isAbove([{ text: titleText, maybe: false }]) ? repeats(sourceBody, titleText) : sourceBody;
  const ours = repeats(lines(body, new Map()), solid(title)).map((line) => unsaid(line, everything));
  const a = stream(lifted([...below, ...repeated], heads, plain(ours.flat())));
  const b = stream(ours);
  const { lost, added, first } = difference(a, b, around.map(plain).join(''));
  const known = `${titleText}\n${plain(around.flat())}\n${plain(sourceBody.flat())}\n${everything}`;
  const invented = heads.filter((line) => !known.includes(line));
  const counted = [...around.filter((line) => !inBody.has(plain(line).toLowerCase())), ...sourceBody].flat();
  return {
    characters: counted.filter((span) => !span.maybe).reduce((sum, span) => sum + span.text.length, 0),
    lost,
    written: above.length + b.text.length,
    added: added + invented.join('').length,
    first: first ?? (invented[0] ? `added: ${invented[0].slice(0, 40)}` : null),
  };
}

/**
 * @param {{ text: string, optional: Uint8Array }} a the source @param {{ text: string, optional: Uint8Array }} b the article
 * @param {string} anywhere lines that may stand in any place
 */
function difference(a, b, anywhere) {
  const places = align(a.text, b.text);
  const taken = new Uint8Array(b.text.length);
  /** @type {string[]} */
  const seen = [];
  let lost = 0;
  for (let place = 0; place < a.text.length; place += 1) {
    const other = places[place] ?? -1;
    if (other >= 0) taken[other] = 1;
    else if (!a.optional[place]) {
      if (lost === 0) seen.push(`lost: ${surroundings(a.text, place)}`);
      lost += 1;
    }
  }
  let added = 0;
  for (let place = 0; place < b.text.length; ) {
    const from = place;
    while (place < b.text.length && !taken[place] && !b.optional[place]) place += 1;
    const extra = b.text.slice(from, place);
    if (extra !== '' && !anywhere.includes(extra)) {
      if (added === 0) seen.push(`added: ${surroundings(b.text, from)}`);
      added += extra.length;
    }
    if (place === from) place += 1;
  }
  return { lost, added, first: seen.length > 0 ? seen.join('  ') : null };
}

/** A line that may be added, unless the source says it nowhere. @param {Line} line @param {string} everything @returns {Line} */
const unsaid = (line, everything) =>
  line.map((span) => ({ ...span, maybe: span.maybe && everything.includes(span.text) }));

/**
 * Lets a text go that the importer has lifted out of the body to stand above it: a first heading, a lead picture's caption.
 * @param {Line[]} all @param {string[]} heads @param {string} written the article's body @returns {Line[]}
 */
function lifted(all, heads, written) {
  const missing = heads.filter((line) => line !== '' && !written.includes(line));
  return all.map((line) => {
    let spans = line;
    for (const head of [...missing]) {
      const text = plain(spans);
      const from = text.indexOf(head);
      const isPart = head.length > 3 || text === head;
      if (from < 0 || !isPart) continue;
      missing.splice(missing.indexOf(head), 1);
      spans = cut(spans, from, from + head.length);
    }
    return spans;
  });
}

/** A line without the characters from one place to another. @param {Line} line @param {number} from @param {number} to @returns {Line} */
function cut(line, from, to) {
  let place = 0;
  return line.flatMap(({ text, maybe }) => {
    const [start, end] = [Math.max(0, from - place), Math.max(0, to - place)];
    place += text.length;
    return [
      { text: text.slice(0, start), maybe },
      { text: text.slice(end), maybe },
    ].filter((span) => span.text !== '');
  });
}
