import { scorecardNames } from '@mase/workflow/words';
import type { Visit } from '../../visit.js';
import { periodAsked } from '../incident-report/period.js';

const isDay = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

const yearBefore = (day: string): string => {
  const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return moved.endsWith('02-29') ? `${moved.slice(0, 8)}28` : moved;
};

/** Which scorecard an address asks for, of which days, beside which others: those of the year before where it says none. */
export function scorecardAsked(visit: Visit): Record<string, string> {
  const { query } = visit;
  const { from, to } = periodAsked(visit);
  const both = isDay(query.compareFrom) && isDay(query.compareTo);
  return {
    scorecard: query.scorecard && query.scorecard in scorecardNames ? query.scorecard : 'children',
    from,
    to,
    compareFrom: both ? (query.compareFrom as string) : yearBefore(from),
    compareTo: both ? (query.compareTo as string) : yearBefore(to),
    ...(isDay(query.asAt) ? { asAt: query.asAt } : {}),
  };
}
