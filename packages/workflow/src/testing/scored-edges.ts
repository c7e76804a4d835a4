import { addMonths, dateOf, epochDay } from '../clocks/calendar.js';
import type { Floor } from '../profile/profile.js';
import type { AssessmentInput } from '../risk/answers.js';
import type { AssessmentResult } from '../risk/assess.js';
import type { Indicator, Instrument, SuggestionRule, Window } from '../risk/instrument.js';
import { isAnyPresent, presentIndicators } from '../risk/present.js';

/** A scored example: what was answered, and what the instrument and the floors make of it. */
export interface Scored {
  input: AssessmentInput;
  /** The child's birth date, where the example gives it instead of an age. */
  born: string | null;
  result: AssessmentResult;
}

/** A point at which an instrument or a floor changes its answer, and whether an example stands exactly on it. */
export interface ScoredEdge {
  name: string;
  isMetBy: (one: Scored) => boolean;
}

type ScoreRule = Extract<SuggestionRule, { kind: 'score' }>;

/** Both sides of every band: the first score in it, and the last before it. */
function bandEdges({ bands }: ScoreRule): ScoredEdge[] {
  const sorted = bands.toSorted((one, other) => one.from - other.from);
  return sorted.flatMap(({ code, from }, index) => {
    const before = sorted[index - 1];
    const on = (score: number, band: string): ScoredEdge => ({
      name: `score ${score}, ${band}`,
      isMetBy: ({ result }) => result.band?.score === score && result.band.code === band,
    });
    return [on(from, code), ...(before ? [on(from - 1, before.code)] : [])];
  });
}

/** How many domains stand at a level, or above. */
function domainsAt({ levels: scale }: Instrument, { levels }: AssessmentInput, code: string): number {
  const value = scale.find((level) => level.code === code)?.value ?? 0;
  return levels.filter(({ level }) => level !== null && level >= value).length;
}

/** Both sides of the rules that count: as many as they ask for, and one less. */
function countEdges(instrument: Instrument, rule: SuggestionRule): ScoredEdge[] {
  if (rule.kind === 'score') return bandEdges(rule);
  if (rule.kind === 'domains-at-level')
    return [rule.atLeast, rule.atLeast - 1].map((count) => ({
      name: `${rule.code}: ${count} domains at ${rule.level}`,
      isMetBy: ({ input }) => domainsAt(instrument, input, rule.level) === count,
    }));
  if (rule.kind === 'highest-level')
    return rule.levels.map(({ level }) => ({
      name: `${rule.code}: ${level}`,
      isMetBy: ({ input }) =>
        domainsAt(instrument, input, level) > 0 &&
        instrument.levels.every(
          ({ code, value }) =>
            value <= (instrument.levels.find((one) => one.code === level)?.value ?? 0) ||
            domainsAt(instrument, input, code) === 0,
        ),
    }));
  return [];
}

const isLastOfMonth = (date: string): boolean => dateOf(epochDay(date) + 1).endsWith('-01');
const isLeapDay = (date: string): boolean => date.endsWith('-02-29');
const lastDayIn = (on: string, months: number): string => dateOf(addMonths(epochDay(on), -months));

/** The days on which counting months back can go wrong, each with what makes an assessment's day one of them. */
const calendarDays: { name: string; isOne: (on: string, months: number) => boolean }[] = [
  { name: 'an ordinary day', isOne: (on) => !isLastOfMonth(on) },
  {
    name: 'the end of a month',
    isOne: (on, months) => {
      const last = lastDayIn(on, months);
      const shorter = months % 12 === 0 || last.slice(-2) < on.slice(-2);
      return isLastOfMonth(on) && shorter && !isLeapDay(last) && !isLeapDay(on);
    },
  },
  { name: 'a leap day', isOne: (on, months) => isLeapDay(on) || isLeapDay(lastDayIn(on, months)) },
];

/** Signs that time weighs in one way: by their weights, or, where nothing is weighed, the signs of harm. */
function weighedBy({ weights, type }: Indicator, window: Window['id']): string | null {
  if (weights) return weights[window] === undefined ? null : JSON.stringify(weights);
  return type === 'harm' && window === 'current' ? 'a sign of harm' : null;
}

/** Whether an example has such a sign of this one date, and the instrument counts it in the window, or does not. */
function isDated(instrument: Instrument, window: Window, group: string, date: string, counts: boolean) {
  return ({ input }: Scored): boolean => {
    const dated = input.answers.filter(
      ({ evidence, moreEvidence, window: said }) => evidence?.date === date && !moreEvidence && !said,
    );
    return presentIndicators(instrument, input).some(
      ({ indicator, windows }) =>
        weighedBy(indicator, window.id) === group &&
        dated.some(({ code }) => code === indicator.code) &&
        windows.includes(window.id) === counts,
    );
  };
}

/** The last day in and the first day out of every window that has months, for all that it weighs, on each such day. */
function windowEdges(instrument: Instrument): ScoredEdge[] {
  const indicators = instrument.domains.flatMap((domain) => domain.indicators);
  return instrument.windows.flatMap((window) => {
    const { months } = window;
    if (months === undefined) return [];
    const groups = new Set(indicators.flatMap((one) => weighedBy(one, window.id) ?? []));
    return [...groups].flatMap((group) =>
      calendarDays.flatMap(({ name, isOne }) =>
        (['last day in', 'first day out'] as const).map((side): ScoredEdge => {
          const isIn = side === 'last day in';
          return {
            name: `${window.id} window of ${months} months, ${group}, ${name}: ${side}`,
            isMetBy: (one) => {
              const { on } = one.input;
              if (!isOne(on, months)) return false;
              const last = lastDayIn(on, months);
              const date = isIn ? last : dateOf(epochDay(last) - 1);
              return isDated(instrument, window, group, date, isIn)(one);
            },
          };
        }),
      ),
    );
  });
}

/** What weighs in two windows has an example that is in both. */
function bothWindows(instrument: Instrument): ScoredEdge[] {
  const twice = (indicator: Indicator) => Object.keys(indicator.weights ?? {}).length > 1;
  if (!instrument.domains.some((domain) => domain.indicators.some(twice))) return [];
  return [
    {
      name: 'a sign in two windows',
      isMetBy: ({ input }) => presentIndicators(instrument, input).some(({ windows }) => windows.length > 1),
    },
  ];
}

const highest = ({ levels }: AssessmentInput): number =>
  Math.max(0, ...levels.map(({ level }) => level ?? 0));

/** What stands just on the other side of a floor: the child, the level or the sign for which it does not hold. */
function besideFloor(instrument: Instrument, { test }: Floor, { input, born, result }: Scored): boolean {
  if (test.kind === 'current-harm') return result.harmPresent.length > 0 && !result.harmCurrent;
  if (!isAnyPresent(instrument, input, presentIndicators(instrument, input))) return false;
  if (test.kind === 'age-under') return born !== null && addYears(born, test.years) === input.on;
  if (test.kind === 'learning-disability') return input.about.learningDisability === 'not-known';
  const below = instrument.levels.map(({ value }) => value).filter((value) => value < test.value);
  return highest(input) === Math.max(...below);
}

const addYears = (date: string, years: number): string => dateOf(addMonths(epochDay(date), years * 12));

/** Whether a floor holds here, to the day where it goes by age. */
function isOnFloor({ id, test }: Floor, { input, born, result }: Scored): boolean {
  if (!result.floors.some((floor) => floor.id === id && floor.applied)) return false;
  if (test.kind === 'age-under')
    return born !== null && addYears(born, test.years) === dateOf(epochDay(input.on) + 1);
  if (test.kind !== 'domain-level') return true;
  return highest(input) === test.value;
}

/** Every floor: where it holds, just beside it, and where nothing is present on which it could rest. */
function floorEdges(instrument: Instrument, floors: readonly Floor[]): ScoredEdge[] {
  const { purpose, levels } = instrument;
  if (purpose === 'screening') return [];
  return floors.flatMap((floor): ScoredEdge[] => {
    const { id, test } = floor;
    if (test.kind === 'domain-level' && !levels.some(({ value }) => value === test.value)) return [];
    const held = (one: Scored) => one.result.floors.some((outcome) => outcome.id === id && outcome.applied);
    const about = test.kind === 'age-under' || test.kind === 'learning-disability';
    return [
      { name: `floor ${id}: holds`, isMetBy: (one) => isOnFloor(floor, one) },
      {
        name: `floor ${id}: just beside it`,
        isMetBy: (one) => !held(one) && besideFloor(instrument, floor, one),
      },
      ...(about
        ? [{ name: `floor ${id}: nothing present`, isMetBy: (one: Scored) => isBare(floor, one) }]
        : []),
    ];
  });
}

/** The child is one for whom the floor would hold, and nothing is present on which it could rest. */
function isBare({ id, test }: Floor, { input, result }: Scored): boolean {
  const { ageYears, learningDisability } = input.about;
  const would =
    test.kind === 'age-under' ? ageYears !== null && ageYears < test.years : learningDisability === true;
  return would && result.floors.every((floor) => floor.id !== id || !floor.applied);
}

/**
 * Lists every point at which an instrument or a floor changes its answer: both sides of each band and of each rule that
 * counts, the last day in and the first day out of each window, each floor. A screening has no floors.
 */
export function scoredEdges(instrument: Instrument, floors: readonly Floor[]): ScoredEdge[] {
  return [
    ...instrument.suggestion.flatMap((rule) => countEdges(instrument, rule)),
    ...windowEdges(instrument),
    ...bothWindows(instrument),
    ...floorEdges(instrument, floors),
  ];
}
