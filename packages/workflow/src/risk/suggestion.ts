import { type Grade, higherGrade } from '../profile/grade.js';
import type { AssessmentInput } from './answers.js';
import type { Band, IndicatorCount, Instrument, SuggestionRule } from './instrument.js';
import type { PresentIndicator } from './present.js';

/** The band that a score reached, with the score: the value as the publisher of the instrument would write it. */
export interface ReachedBand {
  code: string;
  label: string;
  score: number;
}

/** What a rule of the instrument found: its count or score, the grade it leads to, and what it counted. */
export interface RuleOutcome {
  code: string;
  label: string;
  value: string | number;
  grade: Grade | null;
  /** Codes of the indicators and domains that it counted. */
  counted: string[];
  band?: ReachedBand;
}

type Found = Omit<RuleOutcome, 'code' | 'label'>;

interface Answered {
  instrument: Instrument;
  input: AssessmentInput;
  present: readonly PresentIndicator[];
}

type Rule<K extends SuggestionRule['kind']> = Extract<SuggestionRule, { kind: K }>;

const matches =
  ({ type, tier, window }: Partial<IndicatorCount>) =>
  ({ indicator, windows }: PresentIndicator): boolean =>
    (type === undefined || indicator.type === type) &&
    (tier === undefined || indicator.tier === tier) &&
    (window === undefined || windows.includes(window));

const codesOf = (present: readonly PresentIndicator[]): string[] => present.map((one) => one.indicator.code);

/** Codes of the domains that stand at a level or above it, in the order of the instrument. */
function domainsFrom({ instrument, input }: Answered, code: string): string[] {
  const value = instrument.levels.find((level) => level.code === code)?.value ?? Number.POSITIVE_INFINITY;
  const reached = new Set(
    input.levels.filter(({ level }) => level !== null && level >= value).map((given) => given.domain),
  );
  return instrument.domains.map((domain) => domain.code).filter((domain) => reached.has(domain));
}

function domainsAtLevel(rule: Rule<'domains-at-level'>, answered: Answered): Found {
  const counted = domainsFrom(answered, rule.level);
  return { value: counted.length, grade: counted.length >= rule.atLeast ? rule.grade : null, counted };
}

/** The steps of a scale that are present; the highest grade among them, and what stands there. */
function highest(steps: { label: string; grade: Grade; counted: string[] }[]): Found {
  const held = steps.filter(({ counted }) => counted.length > 0);
  const grade = held.reduce<Grade | null>(
    (high, one) => (high ? higherGrade(one.grade, high) : one.grade),
    null,
  );
  const top = held.filter((one) => one.grade === grade);
  return {
    value: top.map(({ label }) => label).join('; ') || 'none present',
    grade,
    counted: [...new Set(top.flatMap(({ counted }) => counted))],
  };
}

function highestLevel(rule: Rule<'highest-level'>, answered: Answered): Found {
  return highest(
    rule.levels.map(({ level, grade }) => ({
      label: answered.instrument.levels.find((one) => one.code === level)?.label ?? level,
      grade,
      counted: domainsFrom(answered, level),
    })),
  );
}

function highestTier(rule: Rule<'highest-tier'>, { present }: Answered): Found {
  return highest(
    rule.tiers.map(({ grade, ...test }) => ({
      label: test.tier,
      grade,
      counted: codesOf(present.filter(matches(test))),
    })),
  );
}

function indicators(rule: Rule<'indicators'>, { present }: Answered): Found {
  const holds = rule.all.every((count) => present.filter(matches(count)).length >= count.atLeast);
  const counted = codesOf(present.filter((one) => rule.all.some((count) => matches(count)(one))));
  return { value: counted.length, grade: holds ? rule.grade : null, counted };
}

function sumOf(of: Rule<'score'>['of'], { input, present }: Answered): { score: number; counted: string[] } {
  if (of === 'indicators') return { score: present.length, counted: codesOf(present) };
  if (of === 'levels') {
    const above = input.levels.filter(({ level }) => (level ?? 0) > 0);
    const score = above.reduce((sum, { level }) => sum + (level ?? 0), 0);
    return { score, counted: above.map(({ domain }) => domain).sort() };
  }
  const score = present.reduce((sum, one) => sum + one.weight, 0);
  return { score, counted: codesOf(present.filter((one) => one.weight > 0)) };
}

/** The band in which a score lies. */
export function bandOf(bands: readonly Band[], score: number): Band | undefined {
  return bands.findLast((band) => score >= band.from);
}

function scored(rule: Rule<'score'>, answered: Answered): Found {
  const { score, counted } = sumOf(rule.of, answered);
  const band = bandOf(rule.bands, score);
  return {
    value: `${score}: ${band?.label ?? 'no band'}`,
    grade: band?.grade ?? null,
    counted,
    ...(band ? { band: { code: band.code, label: band.label, score } } : {}),
  };
}

function found(rule: SuggestionRule, answered: Answered): Found {
  switch (rule.kind) {
    case 'domains-at-level':
      return domainsAtLevel(rule, answered);
    case 'highest-level':
      return highestLevel(rule, answered);
    case 'highest-tier':
      return highestTier(rule, answered);
    case 'indicators':
      return indicators(rule, answered);
    case 'score':
      return scored(rule, answered);
  }
}

/** Whether a rule of the instrument itself sees to it that one sign of current harm is never graded none. */
function gradesHarm(rule: SuggestionRule): boolean {
  if (rule.kind !== 'indicators' || rule.grade === 'none') return false;
  const [count, ...more] = rule.all;
  return (
    more.length === 0 &&
    count?.atLeast === 1 &&
    count.type !== 'risk' &&
    count.tier === undefined &&
    (count.window === undefined || count.window === 'current')
  );
}

/**
 * Gives what each rule of the instrument found, in its order. No result lies below low while a sign of harm is
 * current, so an instrument that does not say so itself has one rule more (IICSA: exploitation is never classed as
 * mere risk).
 */
export function ruleOutcomes(
  instrument: Instrument,
  input: AssessmentInput,
  present: readonly PresentIndicator[],
): RuleOutcome[] {
  const answered = { instrument, input, present };
  const outcomes = instrument.suggestion.map((rule) => ({
    code: rule.code,
    label: rule.label,
    ...found(rule, answered),
  }));
  if (instrument.suggestion.some(gradesHarm)) return outcomes;
  const counted = codesOf(present.filter((one) => one.indicator.type === 'harm' && one.isCurrent));
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
export function leadsTo(outcomes: readonly RuleOutcome[], code?: string): Grade | null {
  return outcomes
    .filter((outcome) => code === undefined || outcome.counted.includes(code))
    .reduce<Grade | null>(
      (highest, { grade }) => (grade ? higherGrade(grade, highest ?? 'none') : highest),
      null,
    );
}
