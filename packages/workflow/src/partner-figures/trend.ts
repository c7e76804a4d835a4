import { figurePeriod } from './period.js';
import type { AskedFigure, PartnerFigure, PartnerFiguresStanding } from './standing.js';
import { meetsTarget } from './target.js';

/** What an agency gave for an earlier period. */
export interface EarlierFigures {
  period: string;
  figures: readonly PartnerFigure[];
}

/** So many earlier periods are shown beside figures. */
const mostEarlier = 4;

type Told = Pick<PartnerFiguresStanding, 'agencyId' | 'measure' | 'period' | 'figures' | 'given'>;

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
const isQuarter = (period: string) => period.includes('Q');

/**
 * What the agency gave of the same measure for earlier quarters, or earlier years where these are of a year: the last four,
 * the earliest first; of what was given twice for one period, what was given last.
 */
export function earlierFigures(of: Told, given: readonly Told[]): EarlierFigures[] {
  const begins = figurePeriod(of.period)?.from ?? '';
  const ends = (one: Told) => figurePeriod(one.period)?.to ?? '';
  const before = given
    .filter((one) => one.agencyId === of.agencyId && same(one.measure, of.measure))
    .filter((one) => isQuarter(one.period) === isQuarter(of.period) && ends(one) < begins)
    .sort((one, other) => ((one.given?.at ?? '') < (other.given?.at ?? '') ? -1 : 1));
  return [...new Map(before.map((one) => [one.period, one])).values()]
    .sort((one, other) => (ends(one) < ends(other) ? -1 : 1))
    .slice(-mostEarlier)
    .map(({ period, figures }) => ({ period, figures }));
}

/** A number as a reader compares it: with its target where one was agreed, and with the last period before. */
export interface ComparedFigure extends AskedFigure {
  /** Null where it is kept back or not given yet. */
  n: number | null;
  /** Null where there is no target, or no number. */
  met: boolean | null;
  /** How much more than in the last earlier period, below nought how much less; null where one of the two is not known. */
  change: number | null;
}

/** Every number that was asked for or given, compared. */
export function comparedFigures(
  { asked, figures }: Pick<PartnerFiguresStanding, 'asked' | 'figures'>,
  earlier: readonly EarlierFigures[],
): ComparedFigure[] {
  const last = earlier.at(-1)?.figures ?? [];
  const numberOf = (of: readonly PartnerFigure[], label: string) =>
    of.find((one) => same(one.label, label))?.n ?? null;
  const lines: readonly AskedFigure[] = asked?.lines ?? figures.map(({ label }) => ({ label }));
  return lines.map((wanted) => {
    const [n, before] = [numberOf(figures, wanted.label), numberOf(last, wanted.label)];
    return {
      ...wanted,
      n,
      met: meetsTarget(wanted, n),
      change: n === null || before === null ? null : n - before,
    };
  });
}
