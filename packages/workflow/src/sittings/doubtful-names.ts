import { asMayStand } from './names-of-others.js';
import type { OtherOnAgenda } from './names-on-agenda.js';

/** An everyday word that is also a name of another record on the agenda, and was left where it stands. */
export interface DoubtfulWord {
  word: string;
  times: number;
  /** With some words around it, the first three of the text. */
  places: string[];
}

/** What somebody has to read himself in a part of the minutes before it is filed. */
export interface DoubtsOfPart {
  doubtful: DoubtfulWord[];
  /** Names of another record that are also those of whom or what the part is about, as far as they stand in it. */
  shared: string[];
}

/** So many characters before and after a word are shown with it. */
const around = 40;
const placesShown = 3;

/** A word with what stands around it, in whole words: "… on Friday. Will was said to be at …". */
function placeOf(text: string, from: number, length: number): string {
  const start = Math.max(0, from - around);
  const end = Math.min(text.length, from + length + around);
  const before = text.slice(start, from);
  const after = text.slice(from + length, end);
  const left = start > 0 ? `… ${before.replace(/^\S*\s/, '')}` : before;
  const right = end < text.length ? `${after.replace(/\s\S*$/, '')} …` : after;
  return `${left}${text.slice(from, from + length)}${right}`.replace(/\s+/g, ' ').trim();
}

const once = (words: readonly string[]) => [
  ...new Map(words.map((word) => [word.toLowerCase(), word])).values(),
];

/** Where a text that is to be filed may still name another record of the agenda: only whoever was there can say. */
export function doubtsOf(text: string, others: readonly OtherOnAgenda[]): DoubtsOfPart {
  const parts = once(others.flatMap(({ names }) => names.parts));
  const doubtful = parts.flatMap((word): DoubtfulWord[] => {
    const pattern = asMayStand(word);
    const found = pattern ? [...text.matchAll(pattern)] : [];
    if (found.length === 0) return [];
    const places = found.slice(0, placesShown).map((one) => placeOf(text, one.index, one[0].length));
    return [{ word, times: found.length, places: [...new Set(places)] }];
  });
  const said = text.toLowerCase();
  const words = new Set(said.split(/[^\p{L}\p{N}’'-]+/u));
  const stands = (name: string) =>
    /\s/.test(name) ? said.includes(name.toLowerCase()) : words.has(name.toLowerCase());
  return { doubtful, shared: once(others.flatMap(({ shared }) => shared)).filter(stands) };
}
