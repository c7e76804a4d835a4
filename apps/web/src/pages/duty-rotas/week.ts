import { typedMoment } from '../../form-values.js';
import type { RotaLine, Shift } from './rota.js';

const dayMs = 86_400_000;

/** The days of a week from its first, as YYYY-MM-DD. */
export function daysOf(weekFrom: string): string[] {
  const first = Date.parse(`${weekFrom}T00:00:00Z`);
  return Array.from({ length: 7 }, (_, index) => new Date(first + index * dayMs).toISOString().slice(0, 10));
}

/** The Monday after a day. */
export function nextMonday(now: Date): string {
  const ahead = (8 - (now.getUTCDay() || 7)) % 7 || 7;
  return new Date(now.getTime() + ahead * dayMs).toISOString().slice(0, 10);
}

function moment(day: string, time: string): string {
  const [year, month, date] = day.split('-');
  return typedMoment({ 'x-year': year, 'x-month': month, 'x-day': date, 'x-time': time }, 'x') ?? '';
}

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: string) => weekday(day) === 0 || weekday(day) === 6;

/** The usual shift of a day on a rota: to the same hour of the next day, or over the office's hours, or over the night. */
export function usualShift(day: string, { hours, officeFrom, officeUntil }: RotaLine): Omit<Shift, 'userId'> {
  const [next = ''] = daysOf(day).slice(1);
  if (hours === 'office-hours') return { from: moment(day, officeFrom), until: moment(day, officeUntil) };
  const from = hours === 'always' || isWeekend(day) ? officeFrom : officeUntil;
  return { from: moment(day, from), until: moment(next, officeFrom) };
}

/** Who has the usual shift of a day; nothing where nobody has. */
export function holderOf(day: string, rota: RotaLine): string {
  const start = Date.parse(usualShift(day, rota).from);
  return rota.shifts.find(({ from }) => Date.parse(from) === start)?.userId ?? '';
}
