import type { Say } from './in-language.js';

/** Tells whether a text was written by somebody, and is none of the site's. */
export type IsWritten = (text: string) => boolean;

/** Puts what code says into another language: the text as that language has it, or as it was. */
export type SayValue = (text: string, isWritten: IsWritten) => string;

/** A text of the catalogue that holds values, found by the longest of its own words. */
interface Pattern {
  english: string;
  /** Which value stands at each place, in the order of the English text. */
  order: number[];
  longest: string;
  own: number;
  match: RegExp;
}

/** A text in the language, and how many of its letters nothing was found for. */
interface Told {
  said: string;
  left: number;
}

const place = /\{(\d+)\}/g;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

function patternOf(english: string): Pattern[] {
  const own = english.split(/\{\d+\}/);
  const longest = (own.toSorted((one, other) => other.length - one.length)[0] ?? '')
    .trim()
    .replace(/\.$/, '');
  if (own.length < 2 || lettersIn(longest) < 2) return [];
  const order = [...english.matchAll(place)].map(([, index]) => Number(index));
  const source = own.map(escaped).join('(.*?)').replace(/\\\.$/, '');
  const match = new RegExp(`^${source}([.]?)$`, 'su');
  return [{ english, order, longest, own: lettersIn(own.join('')), match }];
}

const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

/** What stands between the texts of which one text is made up: brackets and sentences, dates, lists. */
const between = [
  /(\s*[()“”]+\s*|\s*[;:./–·]\s+|\s+–\s+|[.,:;]$)/u,
  new RegExp(`(\\b${weekday}(?: \\d{1,2} [A-Z][a-z]+ \\d{4})?\\b)`, 'u'),
  /(,\s+(?:and |or )?)/u,
  /( and | or )/u,
];
/** Beside a number stands what is counted: no code of a record, even where it reads like one. */
const besideNumbers = /(\s+(?=\d)|(?<=\d)\s+)/u;
const isCode = (text: string): boolean => /^[a-z-]+$/.test(text);

/** So many patterns are tried on one text, those with the most words of their own first. */
const mostTried = 8;

const same = (text: string): string => text;
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A text as the language has it, also where it stands in the middle of a sentence, or begins or ends one. */
function asItStands(say: Say, text: string): string | null {
  const whole = say(text);
  if (whole !== null) return whole;
  const bare = text.replace(/\.$/, '');
  for (const [change, back] of [
    [same, same],
    [lower, upper],
    [upper, lower],
  ] as const)
    for (const one of [bare, `${bare}.`]) {
      const said = say(change(one));
      if (said !== null) return `${back(said).replace(/\.$/, '')}${text.endsWith('.') ? '.' : ''}`;
    }
  return null;
}

/** One text, as it is put together of what a catalogue has. */
class Telling {
  private readonly known = new Map<string, Told>();

  constructor(
    private readonly patterns: readonly Pattern[],
    private readonly say: Say,
    private readonly isWritten: IsWritten,
  ) {}

  /** The text in the language, by the way that leaves the fewest letters as they were. */
  tell(text: string): Told {
    const words = text.trim();
    const all = lettersIn(words);
    if (all === 0 || this.isWritten(words)) return { said: text, left: 0 };
    const known = this.known.get(words) ?? this.best(words, all);
    this.known.set(words, known);
    return { said: text.replace(words, () => known.said), left: known.left };
  }

  private best(words: string, all: number): Told {
    const whole = asItStands(this.say, words);
    if (whole !== null) return { said: whole, left: 0 };
    let best: Told = { said: words, left: all };
    for (const told of this.ways(words)) {
      if (told.left < best.left) best = told;
      if (best.left === 0) break;
    }
    return best;
  }

  private *ways(words: string): Generator<Told> {
    let tried = 0;
    for (const pattern of this.patterns) {
      const found = words.includes(pattern.longest) ? pattern.match.exec(words) : null;
      if (!found) continue;
      yield this.byPattern(pattern, found);
      tried += 1;
      if (tried === mostTried) break;
    }
    for (const one of between) {
      const pieces = words.split(one);
      if (pieces.filter(Boolean).length > 1) yield this.inPieces(pieces);
    }
    const counted = words.split(besideNumbers);
    const isOther = (one: string) => !isCode(one) && this.isWritten(one);
    if (counted.length > 1) yield new Telling(this.patterns, this.say, isOther).inPieces(counted);
  }

  private byPattern({ english, order }: Pattern, found: RegExpExecArray): Told {
    const values = order.map((_, at) => this.tell(found[at + 1] ?? ''));
    const said = (this.say(english) ?? english).replace(
      place,
      (_, index) => values[order.indexOf(Number(index))]?.said ?? '',
    );
    const left = values.reduce((sum, one) => sum + one.left, 0);
    const own = english.endsWith('.') ? said.replace(/\.$/, '') : said;
    return { said: `${own}${found.at(-1) ?? ''}`, left };
  }

  /** Pieces in turn; several that make up one text of the catalogue are said as that one: `Plan and review` in a list. */
  private inPieces(pieces: readonly string[]): Told {
    const told: Told = { said: '', left: 0 };
    for (let at = 0; at < pieces.length; ) {
      const end = this.endOfWhole(pieces, at);
      const one = this.tell(pieces.slice(at, end).join(''));
      told.said += one.said;
      told.left += one.left;
      at = end;
    }
    return told;
  }

  private endOfWhole(pieces: readonly string[], at: number): number {
    for (let end = pieces.length; end > at + 1; end -= 1) {
      const words = pieces.slice(at, end).join('').trim();
      if (asItStands(this.say, words) !== null) return end;
    }
    return at + 1;
  }
}

/**
 * Makes the way in which a language says what code has put together: a text of the catalogue whole, one with values by its
 * pattern, where each value is said in turn, or piece by piece, such as a list or a date; whichever leaves the fewest letters
 * as they were. What `isWritten` tells was written by somebody stays as it is, also as a value or a piece.
 */
export function sayingIn(texts: Iterable<string>, say: Say): SayValue {
  const patterns = [...texts].flatMap(patternOf).sort((one, other) => other.own - one.own);
  return (text, isWritten) => new Telling(patterns, say, isWritten).tell(text).said;
}
