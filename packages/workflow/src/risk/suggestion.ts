import { type Grade, higherGrade } from '../profile/grade.js';
import { type AssessmentInput, windowsOf } from './answers.js';
import type { Band, Indicator, IndicatorCount, Instrument, SuggestionRule, WindowId } from './instrument.js';

/** An indicator answered yes, with the windows in which it counts and what it adds to a score. */
export interface PresentIndicator {
  indicator: Indicator;
  windows: WindowId[];
  weight: number;
  isCurrent: boolean;
}

/** What a rule of the instrument found: its count or score, the grade it leads to, and what it counted. */
export interface RuleOutcome {
  code: string;
  label: string;
  value: string | number;
  grade: Grade | null;
  /** Codes of the indicators and domains that it counted. */
  counted: string[];
}

/** Lists the indicators answered yes, in the order of the instrument. */
export function presentIndicators(instrument: Instrument, input: AssessmentInput): PresentIndicator[] {
  const answers = new Map(input.answers.map((answer) => [answer.code, answer]));
  return instrument.domains.flatMap((domain) =>
    domain.indicators.flatMap((indicator) => {
      const answer = answers.get(indicator.code);
      if (answer?.answer !== 'yes') return [];
      const windows = windowsOf(instrument, answer);
      const weight = windows.reduce((sum, window) => sum + (indicator.weights?.[window] ?? 0), 0);
      return [{ indicator, windows, weight, isCurrent: answer.window !== 'earlier' }];
    }),
  );
}

const matches =
  ({ type, tier, window }: IndicatorCount) =>
  ({ indicator, windows }: PresentIndicator): boolean =>
    (type === undefined || indicator.type === type) &&
    (tier === undefined || indicator.tier === tier) &&
    (window === undefined || windows.includes(window));

function bandOf(bands: Band[], score: number): Band | undefined {
  return bands.findLast((band) => score >= band.from);
}

function outcomeOf(
  rule: SuggestionRule,
  instrument: Instrument,
  input: AssessmentInput,
  present: PresentIndicator[],
): RuleOutcome {
  const { code, label } = rule;
  switch (rule.kind) {
    case 'domains-at-level': {
      const value =
        instrument.levels.find((level) => level.code === rule.level)?.value ?? Number.POSITIVE_INFINITY;
      const reached = new Set(
        input.levels.filter((given) => given.level >= value).map((given) => given.domain),
      );
      const counted = instrument.domains.map((domain) => domain.code).filter((domain) => reached.has(domain));
      return {
        code,
        label,
        value: counted.length,
        grade: counted.length >= rule.atLeast ? rule.grade : null,
        counted,
      };
    }
    case 'indicators': {
      const holds = rule.all.every((count) => present.filter(matches(count)).length >= count.atLeast);
      const counted = present
        .filter((one) => rule.all.some((count) => matches(count)(one)))
        .map((one) => one.indicator.code);
      return { code, label, value: counted.length, grade: holds ? rule.grade : null, counted };
    }
    case 'score': {
      const score = present.reduce((sum, one) => sum + one.weight, 0);
      const band = bandOf(rule.bands, score);
      const counted = present.filter((one) => one.weight > 0).map((one) => one.indicator.code);
      return {
        code,
        label,
        value: `${score}: ${band?.label ?? 'no band'}`,
        grade: band?.grade ?? null,
        counted,
      };
    }
  }
}

/**
 * Gives what each rule of the instrument found, in its order. A band never maps below low while a sign of harm is
 * current, so a scored instrument has one rule more (IICSA: exploitation is never classed as mere risk).
 */
export function ruleOutcomes(
  instrument: Instrument,
  input: AssessmentInput,
  present: PresentIndicator[],
): RuleOutcome[] {
  const outcomes = instrument.suggestion.map((rule) => outcomeOf(rule, instrument, input, present));
  if (!instrument.suggestion.some((rule) => rule.kind === 'score')) return outcomes;
  const counted = present
    .filter((one) => one.indicator.type === 'harm' && one.isCurrent)
    .map((one) => one.indicator.code);
  return [
    ...outcomes,
    {
      code: 'harm-never-none',
      label: 'A sign of current harm is never graded none',
      value: counted.length,
      grade: counted.length > 0 ? 'low' : null,
      counted,
    },
  ];
}

/** Gives the highest grade of the rules that hold, or of those that counted one code; null where none does. */
export function leadsTo(outcomes: RuleOutcome[], code?: string): Grade | null {
  return outcomes
    .filter((outcome) => code === undefined || outcome.counted.includes(code))
    .reduce<Grade | null>(
      (highest, { grade }) => (grade ? higherGrade(grade, highest ?? 'none') : highest),
      null,
    );
}
