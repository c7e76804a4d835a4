import { isRealDay } from '../../form-values.js';
import type { Visit } from '../../visit.js';

/** The fields of a rule, in the order in which an address holds them. */
export const ruleFields = ['every', 'weeks', 'nth', 'weekday', 'startTime', 'minutes'] as const;

const dayMs = 86_400_000;

/** The day so many days after an instant, as YYYY-MM-DD. */
export function tomorrow(at: Date, days: number): string {
  return new Date(at.getTime() + days * dayMs).toISOString().slice(0, 10);
}

/** What is missing or wrong in a rule, by field, before the api is asked what it gives. */
export function seriesFaults(visit: Visit): Record<string, string> {
  const [from, until] = [visit.typedDate('from'), visit.typedDate('until')];
  const minutes = Number(visit.typed('minutes'));
  const weeks = Number(visit.typed('weeks'));
  const faults: Record<string, string> = {};
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(visit.typed('startTime') ?? ''))
    faults.startTime = 'Enter the start time, like 10:00';
  if (!Number.isInteger(minutes) || minutes < 15 || minutes > 600)
    faults.minutes = 'Enter the minutes, between 15 and 600';
  if (visit.typed('every') === 'weeks' && (!Number.isInteger(weeks) || weeks < 1 || weeks > 26))
    faults.weeks = 'Enter every how many weeks, between 1 and 26';
  if (!isRealDay(from)) faults.from = 'Enter a real date for the first day';
  if (!isRealDay(until)) faults.until = 'Enter a real date for the last day';
  else if (from && until && until < from) faults.until = 'The last day lies after the first';
  return faults;
}

/** Where the days that a typed rule gives are shown. */
export function seriesAddress(visit: Visit): string {
  const weekly = visit.typed('every') === 'weeks';
  const query = new URLSearchParams();
  for (const name of ruleFields) {
    const value = visit.typed(name);
    if (value && name !== (weekly ? 'nth' : 'weeks')) query.set(name, value);
  }
  query.set('from', visit.typedDate('from') ?? '');
  query.set('until', visit.typedDate('until') ?? '');
  return `/panels/${encodeURIComponent(visit.params.id ?? '')}/plan-series?${query}`;
}
