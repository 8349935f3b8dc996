// What the scripts say on the terminal: headings, progress, durations and plain failures.
const colour = process.stdout.isTTY && !process.env.NO_COLOR;

/** @param {number} code @returns {(text: string) => string} */
const paint = (code) => (text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);

/** @param {string} text */
export const heading = (text) => console.log(`\n${bold(`== ${text}`)}`);
/** @param {string} text */
export const say = (text) => console.log(`   ${text}`);
/** @param {string} text */
export const done = (text) => console.log(` ${green('✓')} ${text}`);
/** @param {string} text */
export const warn = (text) => console.log(` ${yellow('!')} ${text}`);
/** @param {string} text */
export const bad = (text) => console.error(` ${red('✗')} ${text}`);

/** A failure that is explained to the reader; it is printed without a stack. */
export class Explained extends Error {
  /**
   * @param {string} message
   * @param {string} [hint] what to do about it
   * @param {string} [details] what has been on the terminal already, for those who do not see that
   */
  constructor(message, hint, details) {
    super(message);
    this.hint = hint;
    this.details = details;
  }
}

/** @param {unknown} error */
export function explain(error) {
  if (!(error instanceof Explained)) {
    console.error(error);
    return;
  }
  bad(error.message);
  if (error.hint) console.error(`   ${error.hint.split('\n').join('\n   ')}`);
}

/** @param {number} since a reading of `performance.now()` */
export function elapsed(since) {
  const seconds = (performance.now() - since) / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
