// The longest run of characters that two texts have in common, in order.

/** The most that is compared character by character; a pair that is larger and has nothing in common is taken as different. */
const MOST = 1 << 25;

/** Lengths of the stretches that two texts are first anchored by. */
const STRETCHES = [24, 12, 6, 3];

/**
 * Where the characters of `a` stand in `b`: an index, or -1. Long texts are first cut at stretches that each has once (as in
 * patience diff), then compared exactly.
 * @param {string} a @param {string} b @returns {Int32Array}
 */
export function align(a, b) {
  const places = new Int32Array(a.length).fill(-1);
  /** @type {[number, number, number, number][]} */
  const todo = [[0, a.length, 0, b.length]];
  for (let part = todo.pop(); part; part = todo.pop()) {
    let [a0, a1, b0, b1] = part;
    while (a0 < a1 && b0 < b1 && a.charCodeAt(a0) === b.charCodeAt(b0)) places[a0++] = b0++;
    while (a0 < a1 && b0 < b1 && a.charCodeAt(a1 - 1) === b.charCodeAt(b1 - 1)) places[--a1] = --b1;
    if (a0 === a1 || b0 === b1) continue;
    // Even a small pair is anchored first: by characters alone, letters of lost words find false partners far away.
    const anchors = anchored(a.slice(a0, a1), b.slice(b0, b1));
    if (anchors.length === 0) {
      if ((a1 - a0) * (b1 - b0) <= MOST) exactly(a, b, [a0, a1, b0, b1], places);
      continue;
    }
    let [fromA, fromB] = [a0, b0];
    for (const [placeA, placeB] of anchors) {
      todo.push([fromA, a0 + placeA + 1, fromB, b0 + placeB + 1]);
      [fromA, fromB] = [a0 + placeA + 1, b0 + placeB + 1];
    }
    todo.push([fromA, a1, fromB, b1]);
  }
  return places;
}

/** The stretches of `size` that stand once in a text, with their place. @param {string} text @param {number} size */
function uniques(text, size) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (let place = 0; place + size <= text.length; place += 1) {
    const stretch = text.slice(place, place + size);
    found.set(stretch, found.has(stretch) ? -1 : place);
  }
  return found;
}

/** Pairs of places that both texts agree on, growing in both. @param {string} a @param {string} b @returns {[number, number][]} */
function anchored(a, b) {
  for (const size of STRETCHES) {
    if (a.length < size || b.length < size) continue;
    const inB = uniques(b, size);
    /** @type {[number, number][]} */
    const pairs = [];
    for (const [stretch, place] of uniques(a, size)) {
      const other = place < 0 ? -1 : (inB.get(stretch) ?? -1);
      if (other >= 0) pairs.push([place, other]);
    }
    if (pairs.length > 0) return longest(pairs.sort(([one], [two]) => one - two));
  }
  return [];
}

/** The longest row of pairs that grow in both; they grow in the first as given. @param {[number, number][]} pairs */
function longest(pairs) {
  /** The index of the pair that ends the best row of each length. @type {number[]} */
  const ends = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, place]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  /** @type {[number, number][]} */
  const row = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) row.push(pair);
  }
  return row.reverse();
}

/**
 * The longest common subsequence of a part, by the table of the textbooks.
 * @param {string} a @param {string} b @param {[number, number, number, number]} part @param {Int32Array} places
 */
function exactly(a, b, [a0, a1, b0, b1], places) {
  const columns = b1 - b0;
  const steps = new Uint8Array((a1 - a0) * columns);
  let above = new Uint32Array(columns + 1);
  let row = new Uint32Array(columns + 1);
  // From the end, so that the way back runs forward and the first of equal choices is taken.
  for (let i = a1 - 1; i >= a0; i -= 1) {
    row[columns] = 0;
    for (let j = columns - 1; j >= 0; j -= 1) {
      const step = (i - a0) * columns + j;
      const [down, right] = [above[j] ?? 0, row[j + 1] ?? 0];
      if (a.charCodeAt(i) === b.charCodeAt(b0 + j)) {
        row[j] = (above[j + 1] ?? 0) + 1;
        steps[step] = 3;
      } else {
        row[j] = Math.max(down, right);
        steps[step] = down >= right ? 1 : 2;
      }
    }
    [above, row] = [row, above];
  }
  for (let i = a0, j = 0; i < a1 && j < columns; ) {
    const step = steps[(i - a0) * columns + j];
    if (step === 3) places[i++] = b0 + j++;
    else if (step === 1) i += 1;
    else j += 1;
  }
}
