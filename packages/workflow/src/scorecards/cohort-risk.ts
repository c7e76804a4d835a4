import { dayWords } from '../clocks/day-words.js';
import { localDate } from '../clocks/time-zone.js';
import { type Characteristic, isWhole } from '../population-tables/groups.js';
import type { PopulationTableStanding } from '../population-tables/standing.js';
import type { Measure } from './measure.js';
import { type RelativeRisk, relativeRisk, riskDefinition } from './relative-risk.js';

/** A table of the population that a cohort is compared with. */
export type Population = Pick<
  PopulationTableStanding,
  'area' | 'source' | 'year' | 'total' | 'groups' | 'recorded'
>;

/** A table as it may be chosen: whether it was withdrawn, and when. */
type Candidate = Population & Pick<PopulationTableStanding, 'withdrawnAt'>;

/**
 * The table that a period is compared with: of those that had been recorded by an instant and not withdrawn, the latest
 * year that is not after the period, else the first one after it; of one year that recorded last.
 */
export function populationFor(
  tables: readonly Candidate[],
  { to, knownAt }: { to: string; knownAt: string },
): Population | undefined {
  const year = Number(to.slice(0, 4));
  const known = tables.filter(
    ({ recorded, withdrawnAt }) =>
      recorded !== null && recorded.at <= knownAt && (withdrawnAt === null || withdrawnAt > knownAt),
  );
  const past = known.filter((one) => one.year <= year);
  const nearest = past.length > 0 ? Math.max(...past.map((one) => one.year)) : null;
  const chosen = nearest ?? Math.min(...known.map((one) => one.year));
  return known
    .filter((one) => one.year === chosen)
    .sort((one, other) => Date.parse(other.recorded?.at ?? '') - Date.parse(one.recorded?.at ?? ''))[0];
}

/** The parts of a measure that its table of the population has. */
export function comparedParts({ against }: Pick<Measure, 'against'>, population: Population): string[] {
  return Object.keys((against && population.groups[against]) ?? {});
}

/**
 * The relative risk of one part of a measure of the cohort, from how many the cohort has in each part and in all. Null
 * where the table does not have the part, or its counts cannot hold the cohort.
 */
export function riskOf(
  { against, part }: { against: Characteristic; part: string },
  population: Population,
  cohort: { in: (part: string) => number; all: number },
): RelativeRisk | null {
  const groups = population.groups[against] ?? {};
  const of = groups[part];
  if (of === undefined) return null;
  const n = cohort.in(part);
  const sum = (each: (group: string) => number) =>
    Object.keys(groups).reduce((total, group) => total + each(group), 0);
  const [allN, allOf] = isWhole(against)
    ? [sum(cohort.in), sum((group) => groups[group] ?? 0)]
    : [cohort.all, population.total ?? 0];
  return relativeRisk({ n, of, othersN: allN - n, othersOf: allOf - of });
}

/** Which table it is, with the day on which it was recorded there, and what the figures beside it mean. */
export function populationWords(population: Population | undefined, timeZone: string): string {
  if (!population)
    return 'No relative risk is given: no table of the population was recorded by then (population-tables).';
  const { area, source, year, recorded } = population;
  const on = recorded ? `, recorded on ${dayWords(localDate(recorded.at, timeZone))}` : '';
  return `${riskDefinition} The children of the area: ${area}, ${source}, ${year}${on}.`;
}
