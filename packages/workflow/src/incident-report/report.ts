import { dayWords } from '../clocks/day-words.js';
import { type OutcomeCode, outcomeCodeOf, outcomeGroups } from '../incidents/outcome-codes.js';
import type { IncidentKind } from '../incidents/standing.js';
import type { Profile } from '../profile/profile.js';
import { type Share, share } from './share.js';

/** One count as the books give it: of a kind, a month, or of an outcome that a force gave on a day. */
export interface IncidentCount {
  measure: string;
  kind: IncidentKind | null;
  month: string | null;
  force: string | null;
  code: string | null;
  on: string | null;
  n: number;
}

/** How many crimes and non-crimes, and both; null where a number is kept back since it is small. */
export interface ByKind {
  crime: number | null;
  nonCrime: number | null;
  total: number | null;
}

/** A line of crimes and non-crimes: of a month, or of an outcome. */
export interface KindLine extends ByKind {
  label: string;
  /** The outcome code, where the line is one. */
  code?: string | null;
}

/** A share of all incidents, of the crimes and of the non-crimes. */
export interface ShareLine {
  label: string;
  definition: string;
  /** Whether it adds outcomes up, as the table of outcomes does. */
  ofOutcomes: boolean;
  crime: Share;
  nonCrime: Share;
  total: Share;
}

/** Distinct people of one side, and how many of them occur in more than one incident. */
export interface PeopleLine {
  label: string;
  distinct: number | null;
  repeat: Share;
  unknown: number | null;
  definition: string;
}

/** The incident report over some days. */
export interface IncidentReport {
  from: string;
  to: string;
  asAt: string;
  months: KindLine[];
  outcomes: KindLine[];
  total: ByKind;
  shares: ShareLine[];
  people: PeopleLine[];
  definitions: string[];
  /** Whether small numbers are kept back, as in all that leaves the partnership. */
  suppressed: boolean;
}

const kinds = { crime: 'crime', nonCrime: 'non-crime' } as const;

/** A count with what its outcome means. */
type MeantCount = IncidentCount & { meaning: OutcomeCode | undefined };
type Counts = readonly IncidentCount[];
const sum = (counts: Counts): number => counts.reduce((all, { n }) => all + n, 0);
const ofKind = (counts: Counts, kind: IncidentKind): Counts => counts.filter((one) => one.kind === kind);
const byKind = (counts: Counts): { crime: number; nonCrime: number; total: number } => ({
  crime: sum(ofKind(counts, kinds.crime)),
  nonCrime: sum(ofKind(counts, kinds.nonCrime)),
  total: sum(counts),
});

/** Every month from one day to another, as `2026-01`. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = from.split('-').map(Number);
  for (let one = from.slice(0, 7); one <= to.slice(0, 7); ) {
    months.push(one);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    one = `${year}-${String(month).padStart(2, '0')}`;
  }
  return months;
}

/**
 * The incident report of counts: by month, by outcome, outcomes known, finished and positive by the area's own
 * definition, people and repeats. Percentages have two places, rounded half up, beside what they are worked out from.
 */
export function incidentReport(
  counts: Counts,
  { from, to, asAt }: { from: string; to: string; asAt: string },
  profile: Profile,
): IncidentReport {
  const of = (measure: string) => counts.filter((one) => one.measure === measure);
  const all = of('incidents');
  const total = byKind(all);
  const meant: MeantCount[] = of('outcomes').map((one) => ({
    ...one,
    meaning:
      one.code !== null && one.force !== null && one.on !== null
        ? outcomeCodeOf(profile, one.force, { code: one.code, on: one.on })
        : undefined,
  }));
  const { positive } = profile.incidents;
  const shareOf = (label: string, definition: string, some: Counts, ofOutcomes = true): ShareLine => {
    const found = byKind(some);
    return {
      label,
      definition,
      ofOutcomes,
      crime: share(found.crime, total.crime),
      nonCrime: share(found.nonCrime, total.nonCrime),
      total: share(found.total, total.total),
    };
  };
  return {
    from,
    to,
    asAt,
    months: monthsBetween(from, to).map((label) => ({
      label,
      ...byKind(all.filter(({ month }) => month === label)),
    })),
    outcomes: outcomeLines(meant, profile),
    total,
    shares: [
      shareOf(
        'Outcome known',
        'The outcome that holds is in the list of the area, and is not that the investigation goes on.',
        meant.filter(({ meaning }) => meaning !== undefined && meaning.group !== 'open'),
      ),
      shareOf(
        'Finished',
        'The outcome that holds is one with which the investigation is over.',
        meant.filter(({ meaning }) => meaning?.final === true),
      ),
      shareOf(
        'Positive outcome',
        positive.words,
        meant.filter(({ meaning }) => meaning !== undefined && positive.groups.includes(meaning.group)),
      ),
      shareOf(
        'Offender known',
        'At least one offender has a number of the police, or is linked to a person of concern.',
        of('offenderKnown'),
        false,
      ),
    ],
    people: [
      people('Victims', 'victims', counts),
      people('Offenders', 'offenders', counts),
      people('Places', 'places', counts),
    ],
    definitions: [
      `Crimes and non-crimes with the marker of child sexual exploitation that the police recorded from ${dayWords(from)} to ${dayWords(to)}, both included, by the day of recording. Outcomes as they were on ${dayWords(asAt)}: the last one of each incident.`,
      `Outcome codes are read with the force and the day. Groups: ${[...new Set(positive.groups)].map((one) => outcomeGroups[one]).join('; ')} count as positive.`,
      'Records whose existence is closed are not counted.',
    ],
    suppressed: false,
  };
}

/** Counts by outcome, in the order of the area's list, what is not in it after that, and without one last. */
function outcomeLines(meant: readonly MeantCount[], profile: Profile): KindLine[] {
  const lines = new Map<string, { code: string | null; label: string; counts: IncidentCount[] }>();
  for (const one of meant) {
    const label =
      one.code === null ? 'No outcome recorded' : (one.meaning?.label ?? 'Not in the list of the area');
    const key = `${one.code ?? ''} ${label}`;
    const line = lines.get(key) ?? { code: one.code, label, counts: [] };
    line.counts.push(one);
    lines.set(key, line);
  }
  const order = profile.incidents.outcomes.map(({ code }) => code);
  const place = (code: string | null) => {
    if (code === null) return order.length + 1;
    return order.includes(code) ? order.indexOf(code) : order.length;
  };
  return [...lines.values()]
    .sort((one, other) => place(one.code) - place(other.code) || (one.label < other.label ? -1 : 1))
    .map(({ code, label, counts }) => ({ label, code, ...byKind(counts) }));
}

const onceWords = {
  victims:
    'Each person once: the child who is linked as the victim with any of the force’s numbers, else that number.',
  offenders:
    'Each person once: the person of concern who is linked as the offender with any of the force’s numbers, else that number.',
  places: 'Each place once: the location that is linked, else the place as it was written.',
} as const;

function people(label: string, measure: keyof typeof onceWords, counts: Counts): PeopleLine {
  const n = (name: string) => sum(counts.filter((one) => one.measure === name));
  const distinct = n(measure);
  return {
    label,
    distinct,
    repeat: share(n(`${measure}Repeat`), distinct),
    unknown: n(`${measure}Unknown`),
    definition: `${onceWords[measure]} Repeat: in more than one incident of the period. Not known: nobody knows it; these are not among the distinct ones.`,
  };
}
