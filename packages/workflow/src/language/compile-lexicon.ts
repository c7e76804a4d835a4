import type { Lexicon, LexiconTerm } from './lexicon.js';
import { plainWord, type Word } from './words-of.js';

interface Place {
  words: Set<string>;
  optional: boolean;
}

/** A pattern made ready: its term, its places, and whether it takes the term back. */
export interface CompiledPattern {
  term: LexiconTerm;
  places: Place[];
  takesBack: boolean;
}

/** A lexicon made ready: its patterns by each word that they can begin with. */
export type CompiledLexicon = ReadonlyMap<string, readonly CompiledPattern[]>;

const group = /^<([a-z]+)>$/;

/** Throws where a pattern has no word in a place, names no group of the lexicon, or begins with a place that may be empty. */
function placesOf(pattern: string, groups: Lexicon['groups']): Place[] {
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
    return { words: new Set(alternatives.map(plainWord)), optional };
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
  const byWord = new Map<string, CompiledPattern[]>();
  const add = (term: LexiconTerm, pattern: string, takesBack: boolean) => {
    const places = placesOf(pattern, lexicon.groups);
    for (const word of places[0]?.words ?? [])
      byWord.set(word, [...(byWord.get(word) ?? []), { term, places, takesBack }]);
  };
  for (const term of lexicon.terms) {
    for (const pattern of term.patterns) add(term, pattern, false);
    for (const pattern of term.unless ?? []) add(term, pattern, true);
  }
  ready.set(lexicon, byWord);
  return byWord;
}

/** The place after the longest row of words from `at` on that the places fit; -1 where none does. */
export function endOfMatch(places: readonly Place[], words: readonly Word[], at: number, place = 0): number {
  const wanted = places[place];
  if (!wanted) return at;
  const word = words[at];
  const fits = word !== undefined && wanted.words.has(word.word) && (place === 0 || word.joined);
  const taken = fits ? endOfMatch(places, words, at + 1, place + 1) : -1;
  const left = wanted.optional ? endOfMatch(places, words, at, place + 1) : -1;
  return Math.max(taken, left);
}
