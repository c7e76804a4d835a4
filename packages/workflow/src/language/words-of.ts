/**
 * The words of a text, column by column: the number of each in a vocabulary (0 for a word that is not in it), where it
 * stands (UTF-16 units), and whether it goes on from the word before.
 */
export interface Words {
  count: number;
  numbers: Int32Array;
  from: Int32Array;
  to: Int32Array;
  /** 1 where only spaces, a line's end or a hyphen stand between this word and the one before. */
  joined: Uint8Array;
}

const wide = /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]/u;
const between = /^(?:[^\S\n\r]*(?:\r\n|\n|\r)?[^\S\n\r]*|[^\S\n\r]?[-‐‑][^\S\n\r]?)$/;
const invisible = /[\u00AD\u200B-\u200D\u2060]/g;
const apostrophes = new Set([0x27, 0x2019, 0x2bc, 0xff07]);
const longestGap = 40;
const space = 0x20;

/** How a word compares: however its letters are composed, written large or small, or hyphenated at a line's end. */
export function plainWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[’ʼ＇]/g, "'");
}

/** How many units the letter, digit or mark at a place takes: 0 where none stands there. */
function letterAt(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at);
  if (code < 0x80) {
    const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
    return isLetter || (code >= 0x30 && code <= 0x39) ? 1 : 0;
  }
  if (Number.isNaN(code)) return 0;
  const point = text.codePointAt(at) as number;
  if (!wide.test(String.fromCodePoint(point))) return 0;
  return point > 0xffff ? 2 : 1;
}

/** The first place after the word that begins at a place; the place itself where none does. */
function endOfWord(text: string, from: number): number {
  let at = from;
  for (;;) {
    const width = letterAt(text, at);
    if (width > 0) at += width;
    else if (at > from && apostrophes.has(text.charCodeAt(at)) && letterAt(text, at + 1) > 0) at += 1;
    else return at;
  }
}

const plain = /^[a-z0-9']+$/;

/** The words of a text in their order, by their numbers in a vocabulary; in time that grows with its length alone. */
export function wordsOf(text: string, vocabulary: ReadonlyMap<string, number>): Words {
  const most = (text.length >> 1) + 1;
  const [numbers, from, to] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const joined = new Uint8Array(most);
  const lower = text.toLowerCase();
  // Seldom, a small letter is longer than its large one: then each word is made small by itself.
  const whole = lower.length === text.length ? lower : null;
  let count = 0;
  let last = 0;
  for (let at = 0; at < text.length; ) {
    const end = endOfWord(text, at);
    if (end === at) {
      at += 1;
      continue;
    }
    const written = whole ? whole.slice(at, end) : text.slice(at, end);
    numbers[count] =
      vocabulary.get(written) ?? (plain.test(written) ? 0 : (vocabulary.get(plainWord(written)) ?? 0));
    from[count] = at;
    to[count] = end;
    const gap = at - last;
    const goesOn = gap === 1 && text.charCodeAt(last) === space;
    if (count > 0 && (goesOn || (gap <= longestGap && between.test(text.slice(last, at))))) joined[count] = 1;
    count += 1;
    last = end;
    at = end;
  }
  return { count, numbers, from, to, joined };
}
