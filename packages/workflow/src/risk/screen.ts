import type { Grade } from '../profile/grade.js';
import type { AssessmentInput } from './answers.js';
import { assess } from './assess.js';
import type { ExplanationNode } from './explanation.js';
import type { Instrument } from './instrument.js';

/** What a screening suggests to do next. */
export const screeningSteps = ['look-again', 'talk-over', 'assess', 'assess-today'] as const;

/** One of the things that a screening may suggest. */
export type ScreeningStep = (typeof screeningSteps)[number];

/** One line of how a screening came about: an answer, a count, or a rule that it met. */
export interface ScreenedLine {
  label: string;
  value: string | number;
}

/** What a screening says: whether somebody should assess, in the words of its instrument. It never says what grade. */
export interface ScreeningResult {
  instrument: { id: string; version: number };
  next: ScreeningStep;
  /** The instrument's own words for it. */
  advice: string;
  /** What led there, in the order of the instrument. */
  because: ScreenedLine[];
  present: string[];
  harmPresent: string[];
  notKnown: string[];
}

/** The steps of the common spine as a screening uses them: how soon somebody should assess, and no grade of any child. */
const nextAt: Record<Grade, ScreeningStep> = {
  none: 'look-again',
  low: 'talk-over',
  medium: 'assess',
  high: 'assess-today',
};

const ruleOf = (explanation: ExplanationNode): ExplanationNode[] =>
  explanation.children?.find(({ code }) => code === 'rules')?.children ?? [];

/** The instrument's words for where the strongest rule leads: its band, or the rule itself. */
function adviceOf(rules: readonly ExplanationNode[], leads: Grade): string {
  const strongest = rules.find((rule) => rule.leads === leads);
  const band = strongest?.steps?.find(({ value }) => String(value).startsWith('reached'));
  return (band?.label ?? strongest?.label ?? 'Look again when anything changes').replace(
    /: \d+ (?:to \d+|and over)$/,
    '',
  );
}

/**
 * Says what a screening suggests for answers that `validateAnswers` finds no fault in. No floor lifts it, and it gives
 * no grade: a screening is never an assessment. The same answers on the same day give the same for ever.
 */
export function screen(instrument: Instrument, input: AssessmentInput): ScreeningResult {
  const { beforeFloors, explanation, indicatorsPresent, harmPresent, notKnown } = assess(
    instrument,
    [],
    input,
  );
  const rules = ruleOf(explanation);
  const answered = (explanation.children ?? [])
    .flatMap(({ children = [] }) => children)
    .filter(({ code }) => indicatorsPresent.includes(code));
  return {
    instrument: { id: instrument.id, version: instrument.version },
    next: nextAt[beforeFloors],
    advice: adviceOf(rules, beforeFloors),
    because: [...answered, ...rules].map(({ label, value }) => ({ label, value })),
    present: indicatorsPresent,
    harmPresent,
    notKnown: notKnown.filter((code) => code !== 'about/age-years'),
  };
}
