/** How many letters differ between two words: left out, put in, taken for another, or two swapped (Damerau, Levenshtein). */
function slips(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let place = 1; place <= other.length; place += 1) {
      const same = one[row - 1] === other[place - 1];
      const swapped =
        row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      const ways = [
        (last[place] as number) + 1,
        (line[place - 1] as number) + 1,
        (last[place - 1] as number) + (same ? 0 : 1),
        ...(swapped ? [(before[place - 2] as number) + 1] : []),
      ];
      line.push(Math.min(...ways));
    }
    [before, last] = [last, line];
  }
  return last[other.length] as number;
}

const wordsOf = (name: string): string[] => name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const likeness = (one: string, other: string): number =>
  1 - slips(one, other) / Math.max(one.length, other.length);

/**
 * How much a name is like the one that is looked for, from 0 to 1: each word that is looked for beside the word that is
 * most like it, in any order; a word of the name that nobody asked for weighs a little. Names come in their normal form.
 */
export function nameLikeness(wanted: string, name: string): number {
  const [asked, own] = [wordsOf(wanted), wordsOf(name)];
  if (asked.length === 0 || own.length === 0) return 0;
  const fits = asked.map((word) => Math.max(...own.map((one) => likeness(word, one))));
  const unasked = Math.max(0, own.length - asked.length);
  return fits.reduce((sum, fit) => sum + fit, 0) / (asked.length + unasked * 0.1);
}
