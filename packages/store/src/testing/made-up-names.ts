import type { Chance } from './chance.js';

const begins = [
  'Bre',
  'Tor',
  'Mel',
  'Kas',
  'Wi',
  'Ja',
  'Lo',
  'Se',
  'Dru',
  'Fen',
  'Ha',
  'Ola',
  'Ni',
  'Pel',
  'Ru',
];
const middles = ['li', 'va', 'ro', 'ne', 'ma', 'da', 'ti', 'sho', 'ke', 'bri', 'lu', 'sa', 'we', 'go', 'fi'];
const endsOfFirst = ['n', 'ra', 'lle', 'sh', 'a', 'th', 'no', 'ya', 'm', 'ck'];
const endsOfLast = ['sh', 'dale', 'wick', 'mont', 'ski', 'ford', 'ova', 'kin', 'lund', 'worth', 'by', 'ane'];

/** Some names are many people’s: the lower the place in the list, the likelier. */
const oftenFirst = (list: readonly string[], next: Chance): string =>
  list[Math.floor((next(1000) * next(1000) * list.length) / 1_000_000)] as string;

/** A first and a last name that sound like names and are nobody’s; first names are shared by many, last names by some. */
export function madeUpName(next: Chance): string {
  const one = (list: readonly string[]) => list[next(list.length)] as string;
  const first = oftenFirst(begins, next) + oftenFirst(middles, next) + oftenFirst(endsOfFirst, next);
  const last = one(begins) + one(middles) + (next(3) === 0 ? one(middles) : '') + one(endsOfLast);
  return `${first} ${last}`;
}

const vowels = 'aeiou';

/** One slip of a pen or an ear: two letters swapped, one left out, one doubled, a vowel taken for another. */
function slip(word: string, next: Chance): string {
  const at = 1 + next(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (next(4)) {
    case 0:
      return `${before}${after.charAt(0)}${letter}${after.slice(1)}`;
    case 1:
      return before + after;
    case 2:
      return before + letter + letter + after;
    default: {
      const vowel = [...word].findIndex((one, place) => place > 0 && vowels.includes(one));
      const place = vowel > 0 ? vowel : at;
      return word.slice(0, place) + vowels.charAt(next(vowels.length)) + word.slice(place + 1);
    }
  }
}

/** A name as somebody heard it: a slip in each of its words. */
export const misspelt = (name: string, next: Chance): string =>
  name
    .split(' ')
    .map((word) => slip(word, next))
    .join(' ');
