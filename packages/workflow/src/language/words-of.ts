/** A word of a text: as it compares, where it stands (UTF-16 units), and whether it goes on from the word before. */
export interface Word {
  /** Lower case, composed, with plain apostrophes and without invisible characters. */
  word: string;
  from: number;
  to: number;
  /** True where only spaces, a line's end or a hyphen stand between this word and the one before. */
  joined: boolean;
}

const letters = String.raw`\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060`;
const words = new RegExp(`[${letters}]+(?:['’ʼ＇][${letters}]+)*`, 'gu');
const between = /^(?:[^\S\n\r]*(?:\r\n|\n|\r)?[^\S\n\r]*|[^\S\n\r]?[-‐‑][^\S\n\r]?)$/;
const invisible = /[\u00AD\u200B-\u200D\u2060]/g;
const longestGap = 40;

/** How a word compares: however its letters are composed, written large or small, or hyphenated at a line's end. */
export function plainWord(word: string): string {
  const lower = word.toLowerCase();
  // Most words are plain letters: nothing else need be looked for.
  if (/^[a-z]+$/.test(lower)) return lower;
  return lower
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[’ʼ＇]/g, "'");
}

/** The words of a text in their order; in time that grows with its length alone. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(words)) {
    const from = match.index;
    const gap = from - last;
    found.push({
      word: plainWord(match[0]),
      from,
      to: from + match[0].length,
      joined:
        found.length > 0 &&
        gap <= longestGap &&
        (text[last] === ' ' && gap === 1 ? true : between.test(text.slice(last, from))),
    });
    last = from + match[0].length;
  }
  return found;
}
