import { scorecardNames } from '@mase/workflow/words';
import { yearAsked } from '../../asked-days.js';
import { isRealDay } from '../../form-values.js';
import type { Visit } from '../../visit.js';

const yearBefore = (day: string): string => {
  const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return moved.endsWith('02-29') ? `${moved.slice(0, 8)}28` : moved;
};

const dayMs = 86_400_000;
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The same days a year before; where the two would overlap, as many days up to the one before the first. */
function daysBefore(from: string, to: string): { compareFrom: string; compareTo: string } {
  if (yearBefore(to) < from) return { compareFrom: yearBefore(from), compareTo: yearBefore(to) };
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return { compareFrom: dayAt(first - (last - first) - dayMs), compareTo: dayAt(first - dayMs) };
}

/** Which scorecard an address asks for, of which days, beside which others: earlier ones where it says none. */
export function scorecardAsked(visit: Visit): Record<string, string> {
  const { query } = visit;
  const { from, to } = yearAsked(visit);
  const both = isRealDay(query.compareFrom) && isRealDay(query.compareTo);
  return {
    scorecard: query.scorecard && query.scorecard in scorecardNames ? query.scorecard : 'children',
    from,
    to,
    ...(both
      ? { compareFrom: query.compareFrom as string, compareTo: query.compareTo as string }
      : daysBefore(from, to)),
    ...(isRealDay(query.asAt) ? { asAt: query.asAt } : {}),
  };
}

/** What a link to other days of the same scorecard keeps. */
export const keptOf = ({ scorecard = '', asAt }: Record<string, string>): Record<string, string> => ({
  scorecard,
  ...(asAt ? { asAt } : {}),
});
