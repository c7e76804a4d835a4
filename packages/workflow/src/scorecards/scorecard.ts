import { type StatusLine, statusLineNames } from '../children/about.js';
import { momentWords } from '../clocks/day-words.js';
import { findMeasureCode } from '../disruption-measures/measure-codes.js';
import { outcomePart } from '../incidents/outcome-codes.js';
import { labelOf } from '../labels.js';
import { absenceLabels } from '../missing-report/report.js';
import type { Grade } from '../profile/grade.js';
import type { Profile } from '../profile/profile.js';
import { stateLabels } from '../state-labels.js';
import { measuresIn } from './area-rules.js';
import { type Population, populationWords, riskOf } from './cohort-risk.js';
import { type ComparedKnown, comparedWords } from './compared-known.js';
import type { Counted, Measure, PartNames, ScorecardId } from './measure.js';
import { scorecardRegistry } from './registry.js';
import type { RelativeRisk } from './relative-risk.js';
import { twoPlaces } from './two-places.js';

/** One count as the database gives it. */
export interface ScorecardCount {
  measure: string;
  part: string | null;
  n: number;
}

/** A figure of one period: its number, what it is of, and its value as text to two places; null where it is kept back or there is nothing to divide by. */
export interface FigureValue {
  n: number | null;
  of: number | null;
  value: string | null;
}

/** A figure of the period and of the one that it is compared with. */
export interface ComparedValue {
  period: FigureValue;
  comparison: FigureValue | null;
  /** How the value changed, to two places: in per cent of it, or in percentage points where it is a percentage. */
  variation: string | null;
}

/** A line of a figure: one of its parts. */
export interface FigureLine extends ComparedValue {
  part: string;
  label: string;
  /** Of the period, against a table of the population; absent where there is none for this part. */
  risk?: RelativeRisk;
}

/** One figure of a scorecard, with all that says what it means. */
export interface Figure extends ComparedValue {
  id: string;
  name: string;
  definition: string;
  unit: Measure['unit'];
  numerator: string;
  denominator: string | null;
  owner: string;
  lines: FigureLine[];
  /** Whether it leads to the records that it is counted from. */
  leads: boolean;
}

/** The days of a scorecard, up to when it is known, and the days that it is compared with. */
export interface ScorecardDays {
  from: string;
  to: string;
  compareFrom: string | null;
  compareTo: string | null;
  /** The instant up to which everything is known. */
  knownAt: string;
  /** How many entries the ledger had then; null where it is as known now. */
  entries: number | null;
  /** Up to when the days beside are known; null where there are none. */
  compareKnown?: ComparedKnown | null;
}

/** A scorecard over a period. */
export interface Scorecard extends ScorecardDays {
  id: ScorecardId;
  name: string;
  strand: string;
  /** What is counted. */
  source: string;
  figures: Figure[];
  definitions: string[];
  /** Whether small numbers are kept back, as in all that leaves the partnership. */
  suppressed: boolean;
}

type Counts = readonly ScorecardCount[];

const fieldLabels: { [field: string]: string } = {
  'child/birth-date': 'Child: birth date',
  'child/sex': 'Child: sex',
  'child/ethnicity': 'Child: ethnicity',
  'child/source': 'Child case: who referred',
  'child/kind': 'Child case: kind of exploitation',
  'child/grade': 'Child case: confirmed grade',
  'child/plan': 'Child case: agreed plan',
  'child/child-view': 'Child case: the child’s view, or attempts to hear it',
  'person/ethnicity-self': 'Person of concern: self-defined ethnicity',
  'person/ethnicity-officer': 'Person of concern: officer-defined ethnicity',
  'person/nationality': 'Person of concern: nationality',
  'place/kind': 'Place: kind',
  'place/postcode': 'Place: postcode',
  'place/point': 'Place: coordinates',
};
const triageLabels: { [outcome: string]: string } = { awaiting: 'Waiting for triage' };

const outcomeLabels: { [part: string]: string } = {
  'no-outcome': 'No outcome recorded',
  'not-in-list': 'Not in the list of the area',
};

/** What the codes of the returns are called: the lists are no part of the rules. */
export interface CodeWords {
  ethnicity: (code: string) => string;
  legalStatus: (code: string) => string;
}

/** Codes are in capitals; what else stands in their place is words of the books. */
const coded = (part: string, words: ((code: string) => string) | undefined) =>
  /^[A-Z]/.test(part) ? (words?.(part) ?? part) : labelOf(part);

const labels: { [names in PartNames]: (part: string, profile: Profile, codes?: CodeWords) => string } = {
  sitting: (part) => (part === 'held' ? 'Held' : (stateLabels[part] ?? labelOf(part))),
  ethnicity: (part, _profile, codes) => coded(part, codes?.ethnicity),
  'legal-status': (part, _profile, codes) => coded(part, codes?.legalStatus),
  'status-line': (part) => statusLineNames[part as StatusLine] ?? labelOf(part),
  code: (part) => stateLabels[part] ?? labelOf(part),
  triage: (part) => triageLabels[part] ?? labelOf(part),
  grade: (part, { grades }) => grades[part as Grade]?.name ?? labelOf(part),
  clock: (part, { clocks }) =>
    (clocks as { [rule: string]: { label: string } })[part]?.label ?? labelOf(part),
  order: (part) => findMeasureCode(part)?.title ?? labelOf(part),
  field: (part) => fieldLabels[part] ?? labelOf(part),
  absence: (part) => absenceLabels[part] ?? labelOf(part),
  incident: (part) => (part === 'crime' ? 'Crimes' : 'Non-crimes'),
  outcome: (part, { incidents }) => {
    const found = incidents.outcomes.find((one) => outcomePart(one) === part);
    return found ? `${found.code} ${found.label}` : (outcomeLabels[part] ?? part);
  },
  'as-written': (part) => (part === 'not-known' ? 'Not known' : part),
};

/** What a part of a measure is called in the area. */
export const partLabel = ({ by }: Measure, part: string, profile: Profile, codes?: CodeWords): string =>
  by ? labels[by](part, profile, codes) : labelOf(part);

/** How many a count has, in all or in one part. */
export function counted(
  counts: Counts,
  { count, parts }: Pick<Counted, 'count' | 'parts'>,
  part?: string,
): number {
  return counts
    .filter((one) => one.measure === count)
    .filter((one) => !parts || parts.includes(one.part ?? ''))
    .filter((one) => part === undefined || one.part === part)
    .reduce((sum, { n }) => sum + n, 0);
}

/** The parts of a measure that occur in either period: those of its order first, then the others. */
function partsOf({ numerator, denominator, ofWhole, order = [] }: Measure, all: Counts): string[] {
  const names = [numerator.count, ...(ofWhole ? [] : [denominator?.count])];
  const found = new Set(
    all.flatMap(({ measure, part }) => (part !== null && names.includes(measure) ? [part] : [])),
  );
  const others = [...found]
    .filter((part) => !order.includes(part))
    .sort((one, other) => (one < other ? -1 : 1));
  return [...order.filter((part) => found.has(part)), ...others];
}

/** The value of a number, or of a number of another, in the unit of its measure. */
export function figureValue(unit: Measure['unit'], n: number, of: number | null): FigureValue {
  if (unit === 'number') return { n, of: null, value: String(n) };
  const whole = BigInt(of ?? 0);
  return { n, of, value: twoPlaces(BigInt(n) * (unit === 'percent' ? 100n : 1n), whole) };
}

/** How a value changed from one period to the other; null where either says nothing. */
export function changeOf(unit: Measure['unit'], now: FigureValue, before: FigureValue | null): string | null {
  if (!before || now.n === null || before.n === null || now.value === null || before.value === null)
    return null;
  const [n, of] = [BigInt(now.n), BigInt(now.of ?? 1)];
  const [m, mOf] = [BigInt(before.n), BigInt(before.of ?? 1)];
  const moved = n * mOf - m * of;
  if (unit === 'percent') return twoPlaces(100n * moved, of * mOf);
  return twoPlaces(100n * moved, m * of);
}

/** The scorecard of a period from counts, beside those of another; nothing is worked out of single records here. */
export function scorecardOf(
  id: ScorecardId,
  days: ScorecardDays,
  {
    counts,
    compared,
    profile,
    population,
    codes,
  }: {
    counts: Counts;
    compared: Counts | null;
    profile: Profile;
    population?: Population | undefined;
    codes?: CodeWords;
  },
): Scorecard {
  const { name, strand, source } = scorecardRegistry[id];
  const measures = measuresIn(profile, scorecardRegistry[id].measures);
  const all = [...counts, ...(compared ?? [])];
  return {
    ...{ id, name, strand, source, ...days },
    figures: measures.map((measure): Figure => {
      const { unit, numerator, denominator, by, ofWhole } = measure;
      const of = (some: Counts, part?: string) =>
        figureValue(
          unit,
          counted(some, numerator, part),
          denominator ? counted(some, denominator, ofWhole ? undefined : part) : null,
        );
      const both = (part?: string): ComparedValue => {
        const period = of(counts, part);
        const comparison = compared && of(compared, part);
        return { period, comparison, variation: changeOf(unit, period, comparison) };
      };
      return {
        id: measure.id,
        name: measure.name,
        definition: measure.definition,
        unit,
        numerator: numerator.words,
        denominator: denominator?.words ?? null,
        owner: measure.owner,
        ...both(),
        lines: by
          ? partsOf(measure, all).map((part) => ({
              ...{ part, label: partLabel(measure, part, profile, codes), ...both(part) },
              ...riskBeside(measure, part, { counts, population }),
            }))
          : [],
        leads: true,
      };
    }),
    definitions: [
      ...definitionsOf(days),
      ...(measures.some(({ against }) => against) ? [populationWords(population, profile.timeZone)] : []),
    ],
    suppressed: false,
  };
}

/** The relative risk of a part, where its measure is compared with the population and the table has it. */
function riskBeside(
  { against, numerator, denominator }: Measure,
  part: string,
  { counts, population }: { counts: Counts; population: Population | undefined },
): Pick<FigureLine, 'risk'> {
  if (!against || !population || !denominator) return {};
  const cohort = { in: (one: string) => counted(counts, numerator, one), all: counted(counts, denominator) };
  const risk = riskOf({ against, part }, population, cohort);
  return risk ? { risk } : {};
}

/** Scorecards are read in the United Kingdom, whose time is one. */
export const clockOfReaders = 'Europe/London';

/** What is said where small numbers are kept back. */
export const keptBackWords = 'Numbers from 1 to 4 are kept back, and others that would tell them.';

/** What holds of every figure, whenever it was known. */
export const definitionsOfFigures: readonly string[] = [
  'What is closed to all but those named is not counted.',
  'Percentages and averages have two places, rounded half away from nought, beside the numbers that they are worked out from. A change is in per cent of the earlier value, or in percentage points where the value is a percentage.',
];

/** What holds of every figure of a scorecard, and up to when it is known. */
export function definitionsOf({
  knownAt,
  entries,
  compareKnown,
}: Pick<ScorecardDays, 'knownAt' | 'entries' | 'compareKnown'>): string[] {
  const known =
    entries === null
      ? `As it was known on ${momentWords(knownAt, clockOfReaders)}.`
      : `As it was known on ${momentWords(knownAt, clockOfReaders)}, when the ledger had ${entries} sealed entries; nothing that was recorded, corrected or withdrawn later changes it. What has been closed to all but those named since then, or disposed of, is in no figure: none may tell that it is there.`;
  return [known, ...comparedWords(compareKnown, clockOfReaders), ...definitionsOfFigures];
}
