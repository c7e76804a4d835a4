import { problemYear } from '../problem-profile/profile.js';

/** The days that figures are of, both included. */
export interface FigurePeriod {
  from: string;
  to: string;
}

const quarters = [
  ['January to March', '01-01', '03-31'],
  ['April to June', '04-01', '06-30'],
  ['July to September', '07-01', '09-30'],
  ['October to December', '10-01', '12-31'],
] as const;

function quarterOf(period: string) {
  const [, year, number] = /^(20\d\d)-Q([1-4])$/.exec(period) ?? [];
  const found = quarters[Number(number) - 1];
  return year && found ? { year, words: found[0], first: found[1], last: found[2] } : null;
}

/** The days of `2026`, of `2025-26` from April to March, or of `2026-Q4` from October to December; null of anything else. */
export function figurePeriod(period: string): FigurePeriod | null {
  const quarter = quarterOf(period);
  if (quarter) return { from: `${quarter.year}-${quarter.first}`, to: `${quarter.year}-${quarter.last}` };
  const year = problemYear(period);
  return year ? { from: year.from, to: year.to } : null;
}

/** A period as a person reads it: `October to December 2026`; a year as it is written. */
export function periodWords(period: string): string {
  const quarter = quarterOf(period);
  return quarter ? `${quarter.words} ${quarter.year}` : period;
}
