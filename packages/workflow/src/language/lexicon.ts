import first from './lexicon-1.json' with { type: 'json' };

/**
 * One thing that is said of children and does harm. A pattern is a row of places between spaces; a place holds words
 * with `|` between them, a group's name in `<>`, and ends with `?` where it may be empty; the first is never empty.
 */
export interface LexiconTerm {
  id: string;
  /** The term as people say it. */
  label: string;
  patterns: string[];
  /** Patterns within which the words mean something else. */
  unless?: string[];
  /** Why it harms a child or blames. */
  why: string;
  /** What can be said in its place. */
  say: string[];
  /** Which of the lexicon's sources speaks of it. */
  source: string;
  /** Contested: people of the field differ, so it is a reminder and no more. */
  weight?: 'contested';
  /** The first and the last day (YYYY-MM-DD) on which it is pointed out, where these are not the lexicon's own. */
  from?: string;
  until?: string;
}

/** A versioned list of terms; a version that was used is never changed, a later one takes its place from its day on. */
export interface Lexicon {
  id: string;
  version: number;
  title: string;
  /** The first day (YYYY-MM-DD) on which it is used. */
  from: string;
  sources: { [id: string]: string };
  groups: { [name: string]: string };
  terms: LexiconTerm[];
}

/** The lexicons that come with the product, the oldest first; the sentences are its own. */
export const lexicons: readonly Lexicon[] = [first as unknown as Lexicon];

/** The lexicon in use on a day (YYYY-MM-DD), with the terms that are in use then; the first one for earlier days. */
export function lexiconOn(day: string, among = lexicons): Lexicon {
  const lexicon = among.findLast((one) => one.from <= day) ?? (among[0] as Lexicon);
  const inUse = (term: LexiconTerm) => (term.from ?? day) <= day && day <= (term.until ?? day);
  return lexicon.terms.every(inUse) ? lexicon : { ...lexicon, terms: lexicon.terms.filter(inUse) };
}

/** A term of any shipped version by its id, the newest; null where none has it. */
export function findTerm(id: string): LexiconTerm | null {
  return lexicons.flatMap((one) => one.terms).findLast((term) => term.id === id) ?? null;
}
