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

/**
 * The questions that are asked before a grade is recorded: those where the text names a higher grade than the field
 * and that were not answered by their place; none where the grade rises, from none before the first.
 */
export function questionsBefore(
  text: string,
  { field, ruling, answered = [] }: { field: Grade; ruling: Grade | null; answered?: readonly number[] },
): SeemingContradiction[] {
  const rank = (grade: Grade) => grades.indexOf(grade);
  if (rank(field) > rank(ruling ?? 'none')) return [];
  return seemingContradictions(text, field).filter(
    ({ says, offset }) => rank(says) > rank(field) && !answered.includes(offset),
  );
}
