import { type CompiledPattern, compiled, endOfMatch } from './compile-lexicon.js';
import type { Lexicon } from './lexicon.js';
import { quotationsIn, type Stretch } from './quotations.js';
import { wordsOf } from './words-of.js';

/** A term in a text: where it stands, why it is pointed out, and what could be said in its place. */
export interface LanguageFinding {
  /** The id of the term in the lexicon. */
  term: string;
  label: string;
  /** Where it begins and how long it is, in UTF-16 units; the line counts from 1. */
  offset: number;
  length: number;
  line: number;
  /** The words as they stand in the text. */
  text: string;
  why: string;
  say: string[];
  source: string;
  /** `contested`: people of the field differ about it. */
  weight: 'avoid' | 'contested';
  /** The words of somebody else, kept as they were said: nothing is asked to change. */
  quoted: boolean;
}

/** How a text is checked. */
export interface LanguageOptions {
  /** The whole text is somebody's own words, such as a child's view. */
  ownWords?: boolean;
}

interface Match {
  pattern: CompiledPattern;
  from: number;
  to: number;
}

function matchesIn(text: string, lexicon: Lexicon): Match[] {
  const { vocabulary, byWord } = compiled(lexicon);
  const words = wordsOf(text, vocabulary);
  const found: Match[] = [];
  for (let at = 0; at < words.count; at += 1) {
    const patterns = byWord[words.numbers[at] as number];
    if (!patterns) continue;
    for (const pattern of patterns) {
      const end = endOfMatch(pattern.places, words, at);
      if (end > at) found.push({ pattern, from: words.from[at] as number, to: words.to[end - 1] as number });
    }
  }
  return found;
}

const within = (inner: Stretch, outer: Stretch) => inner.from >= outer.from && inner.to <= outer.to;

/** The longest match at each place, without what stands inside another or means something else there. */
function standing(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  const taken: Match[] = [];
  // Ranges that take a term back are few and short: only those near a match are looked at.
  let next = 0;
  const backs = matches.filter(({ pattern }) => pattern.takesBack);
  for (const match of matches) {
    if (match.pattern.takesBack) continue;
    while (next < backs.length && (backs[next] as Match).from <= match.from)
      taken.push(backs[next++] as Match);
    while (taken[0] && taken[0].to < match.from) taken.shift();
    const elsewhere = taken.some((back) => back.pattern.term === match.pattern.term && within(match, back));
    if (elsewhere) continue;
    const last = kept.at(-1);
    if (last && within(match, last)) continue;
    if (last && within(last, match)) kept.pop();
    kept.push(match);
  }
  return kept;
}

const lineEnd = /\r\n|\n|\r/g;

/**
 * Points out terms that harm a child or blame, each with its reason and what could be said in its place, in the order
 * of the text. It forbids nothing. A term between quotation marks, or in a text that is somebody's own words, is
 * marked as quoted. Time grows with the length of the text alone.
 */
export function checkLanguage(
  text: string,
  lexicon: Lexicon,
  { ownWords = false }: LanguageOptions = {},
): LanguageFinding[] {
  const matches = standing(matchesIn(text, lexicon));
  if (matches.length === 0) return [];
  const quotations = ownWords ? [{ from: 0, to: text.length }] : quotationsIn(text);
  const ends = [...text.matchAll(lineEnd)].map(({ index }) => index);
  let line = 1;
  let quotation = 0;
  return matches.map((match): LanguageFinding => {
    const { term } = match.pattern;
    while ((ends[line - 1] ?? Number.POSITIVE_INFINITY) < match.from) line += 1;
    while ((quotations[quotation]?.to ?? Number.POSITIVE_INFINITY) < match.to) quotation += 1;
    const quoted = quotations[quotation];
    return {
      term: term.id,
      label: term.label,
      offset: match.from,
      length: match.to - match.from,
      line,
      text: text.slice(match.from, match.to),
      why: term.why,
      say: term.say,
      source: lexicon.sources[term.source] ?? term.source,
      weight: term.weight ?? 'avoid',
      quoted: quoted !== undefined && within(match, quoted),
    };
  });
}
