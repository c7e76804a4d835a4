import type { Lexicon, LexiconTerm } from './lexicon.js';
import { plainWord, type Words } from './words-of.js';

interface Place {
  /** Numbers of words in the vocabulary of the lexicon. */
  words: Set<number>;
  optional: boolean;
}

/** A pattern made ready: its term, its places, and whether it takes the term back. */
export interface CompiledPattern {
  term: LexiconTerm;
  places: Place[];
  takesBack: boolean;
}

/** A lexicon made ready: its words by number, from 1, and its patterns by the number of each word that they can begin with. */
export interface CompiledLexicon {
  vocabulary: ReadonlyMap<string, number>;
  byWord: readonly (readonly CompiledPattern[] | undefined)[];
}

const group = /^<([a-z]+)>$/;

/** Throws where a pattern has no word in a place, names no group of the lexicon, or begins with a place that may be empty. */
function placesOf(pattern: string, groups: Lexicon['groups'], numberOf: (word: string) => number): Place[] {
  const places = pattern.split(' ').map((written): Place => {
    const optional = written.endsWith('?');
    const alternatives = (optional ? written.slice(0, -1) : written).split('|').flatMap((one) => {
      const name = group.exec(one)?.[1];
      if (name === undefined) return [one];
      const words = groups[name];
      if (words === undefined) throw new Error(`The pattern "${pattern}" names no group: ${name}`);
      return words.split('|');
    });
    if (alternatives.some((one) => !/^[\p{L}\p{N}']+$/u.test(one)))
      throw new Error(`The pattern "${pattern}" has a place without a word`);
    return { words: new Set(alternatives.map((one) => numberOf(plainWord(one)))), optional };
  });
  if (!places[0] || places[0].optional)
    throw new Error(`The pattern "${pattern}" begins with a place that may be empty`);
  return places;
}

const ready = new WeakMap<Lexicon, CompiledLexicon>();

/** Makes a lexicon ready, once; throws at a pattern at fault. */
export function compiled(lexicon: Lexicon): CompiledLexicon {
  const known = ready.get(lexicon);
  if (known) return known;
  const vocabulary = new Map<string, number>();
  const byWord: (CompiledPattern[] | undefined)[] = [];
  const numberOf = (word: string): number => {
    const number = vocabulary.get(word) ?? vocabulary.size + 1;
    vocabulary.set(word, number);
    return number;
  };
  const add = (term: LexiconTerm, pattern: string, takesBack: boolean) => {
    const places = placesOf(pattern, lexicon.groups, numberOf);
    for (const word of places[0]?.words ?? []) {
      const begin = byWord[word] ?? [];
      begin.push({ term, places, takesBack });
      byWord[word] = begin;
    }
  };
  for (const term of lexicon.terms) {
    for (const pattern of term.patterns) add(term, pattern, false);
    for (const pattern of term.unless ?? []) add(term, pattern, true);
  }
  const made = { vocabulary, byWord };
  ready.set(lexicon, made);
  return made;
}

/** The place after the longest row of words from `at` on that the places fit; -1 where none does. */
export function endOfMatch(places: readonly Place[], words: Words, at: number, place = 0): number {
  const wanted = places[place];
  if (!wanted) return at;
  const fits =
    at < words.count &&
    wanted.words.has(words.numbers[at] as number) &&
    (place === 0 || words.joined[at] === 1);
  const taken = fits ? endOfMatch(places, words, at + 1, place + 1) : -1;
  const left = wanted.optional ? endOfMatch(places, words, at, place + 1) : -1;
  return Math.max(taken, left);
}
