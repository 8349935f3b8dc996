// Tables on the terminal.

/** How many columns a character takes: those of Chinese and Japanese take two. @param {string} text */
const width = (text) =>
  [...text].reduce(
    (sum, c) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(c) ? 2 : 1),
    0,
  );

/**
 * Prints `rows` under their names; a cell of numbers stands at the right.
 * @param {string[]} names @param {(string | number)[][]} rows
 */
export function table(names, rows) {
  const lines = [names, ...rows].map((row) => row.map(String));
  const widths = names.map((_, column) => Math.max(...lines.map((line) => width(line[column] ?? ''))));
  const last = names.length - 1;
  for (const [index, line] of lines.entries()) {
    const cells = line.map((text, column) => {
      const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(text)));
      const isNumber = index > 0 && typeof rows[index - 1]?.[column] === 'number';
      if (isNumber) return space + text;
      return column === last ? text : text + space;
    });
    console.log(`   ${cells.join('  ')}`.trimEnd());
  }
}
