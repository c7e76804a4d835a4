import { type Grade, grades } from '../profile/grade.js';
import { checkLanguage } from './check-language.js';
import type { Lexicon, LexiconTerm } from './lexicon.js';

/** The four answers to a seeming contradiction, each by its key. */
export const contradictionAnswers = {
  a: 'another-risk',
  p: 'past',
  q: 'quoted',
  c: 'change-field',
} as const;

/** An answer: the text speaks of another risk, of the past, in a quotation, or the field is to be changed. */
export type ContradictionAnswer = (typeof contradictionAnswers)[keyof typeof contradictionAnswers];

/** A place where a text names another grade than the field beside it: a question, never a fault. */
export interface SeemingContradiction {
  /** Where the words stand, in UTF-16 units; the line counts from 1. */
  offset: number;
  length: number;
  line: number;
  text: string;
  /** The grade that the words name, and that of the field. */
  says: Grade;
  field: Grade;
  /** What the words around it make likely; null where nothing does. */
  likely: Exclude<ContradictionAnswer, 'change-field'> | null;
}

const words: Record<Grade, string> = {
  none: 'no|zero',
  low: 'low|lower',
  medium: 'medium|moderate',
  high: 'high|higher|highest',
};
const stays =
  'is|are|remains|remain|stays|still|as|being|assessed|graded|rated|at|to|be|now|continues|becomes';

function said(grade: Grade): LexiconTerm {
  const level = words[grade];
  return {
    id: grade,
    label: grade,
    patterns: [
      `${level} risk|risks`,
      `${level} level|levels|degree? of risk`,
      `risk|risks|grade ${stays} ${stays}? ${stays}? ${level}`,
      `risk|risks|grade of sexual|criminal|child? exploitation|harm|cse|cce ${stays} ${stays}? ${level}`,
    ],
    unless: [
      `not|isn't|never at|as? a? ${level} risk|risks`,
      `no longer at|as? a? ${level} risk|risks`,
      `risk|risks|grade ${stays} not|longer ${level}`,
    ],
    why: '',
    say: [],
    source: '',
  };
}

const spoken: Lexicon = {
  id: 'grades',
  version: 1,
  title: 'How grades are spoken of',
  from: '2026-01-01',
  sources: {},
  groups: {},
  terms: grades.map(said),
};

const past =
  /\b(?:was|were|been|had|previous(?:ly)?|former(?:ly)?|then|earlier|last (?:week|month|year)|in (?:19|20)\d\d|historical(?:ly)?|until)\b[^.!?;\n]*$/i;
const otherRisk =
  /^ (?:of|from|to) (?!(?:being |further |child |sexual |criminal )*(?:exploit|sexual|cse|cce|harm|abuse|groom|traffick|her\b|him\b|them\b|the child))/i;
const reach = 120;

/**
 * Asks about every place at which a text names another grade than the field beside it ("high risk" where the field
 * says low), in the order of the text. "Not high risk" names none. Whoever wrote answers in one key; the answer to
 * this list is never a reason to hold up a rise.
 */
export function seemingContradictions(text: string, field: Grade): SeemingContradiction[] {
  return checkLanguage(text, spoken)
    .filter(({ term }) => term !== field)
    .map(({ term, offset, length, line, text: found, quoted }): SeemingContradiction => {
      const before = text.slice(Math.max(0, offset - reach), offset);
      const after = text.slice(offset + length, offset + length + reach);
      const likely = quoted
        ? 'quoted'
        : otherRisk.test(after)
          ? 'another-risk'
          : past.test(before)
            ? 'past'
            : null;
      return { offset, length, line, text: found, says: term as Grade, field, likely };
    });
}

/** One question about a text: it names a grade that the field beside it does not; every place where it does is one question. */
export interface GradeQuestion {
  /** Which text it is about. */
  about: string;
  says: Grade;
  /** The words found, each once; none where only that they stand there is known. */
  words: string[];
  /** What the words around them make likely, where they agree. */
  likely: SeemingContradiction['likely'];
}

/** The questions that texts raise beside a field, text by text, each named grade once. */
export function gradeQuestions(
  texts: { readonly [about: string]: string | undefined },
  field: Grade,
): GradeQuestion[] {
  return Object.entries(texts).flatMap(([about, text = '']) => {
    const found = seemingContradictions(text, field);
    return grades.flatMap((says): GradeQuestion[] => {
      const places = found.filter((one) => one.says === says);
      if (places.length === 0) return [];
      const words = [...new Set(places.map((one) => one.text))];
      const likely = places.every((one) => one.likely === places[0]?.likely) ? places[0]?.likely : null;
      return [{ about, says, words, likely: likely ?? null }];
    });
  });
}

/** Whether a question may be answered later: a grade that rises above the one that rules is never held up by it. */
export function isNeverHeldUp(field: Grade, ruling: Grade | null): boolean {
  return grades.indexOf(field) > grades.indexOf(ruling ?? 'none');
}
