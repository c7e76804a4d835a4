import { typedDate, typedMoment } from '../../form-values.js';
import type { Visit } from '../../visit.js';

/** The beginning of the day in a date-input, in London, as an instant; what was typed where it is no date. */
export function dayStart(visit: Visit, name: string): string | undefined {
  return typedMoment({ ...visit.form, [`${name}-time`]: '00:00' }, name);
}

/** The end of the day in a date-input: the beginning of the next, in London. */
export function dayEnd(visit: Visit, name: string): string | undefined {
  const typed = typedDate(visit.form, name);
  const day = new Date(`${typed}T00:00:00Z`);
  if (!typed || Number.isNaN(day.getTime())) return typed;
  const [year, month, date] = new Date(day.getTime() + 86_400_000).toISOString().slice(0, 10).split('-');
  const parts = { 'x-year': year, 'x-month': month, 'x-day': date, 'x-time': '00:00' };
  return typedMoment(parts, 'x');
}
