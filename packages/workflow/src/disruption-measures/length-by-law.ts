import { addMonths, dateOf, epochDay } from '../clocks/calendar.js';
import type { MeasureCode, MeasureSpan } from './measure-codes.js';
import { lengthWords } from './measure-table.js';
import { codeOf, type MeasureStanding } from './standing.js';

/** How the last day of a measure lies to what the law sets: it ends too soon, or lasts too long. */
export const lengthFaults = ['too-short', 'too-long'] as const;
/** One of these. */
export type LengthFault = (typeof lengthFaults)[number];

const months: { [unit: string]: number } = { months: 1, years: 12 };
const days: { [unit: string]: number } = { days: 1, weeks: 7 };

/** The first day after a span that begins on a day; hours may run into the day after those that they fill. */
function after(from: string, { amount, unit }: MeasureSpan): string {
  const first = epochDay(from);
  const perMonth = months[unit];
  if (perMonth) return dateOf(addMonths(first, amount * perMonth));
  const perDay = days[unit];
  return dateOf(first + (perDay ? amount * perDay : Math.ceil(amount / 24) + 1));
}

/**
 * Whether the last day that was recorded lies outside the least or the most that the law gives such a measure, from the day
 * on which it was granted, else served. Advice: an order may have been extended, and the court decides.
 */
export function lengthFault(standing: MeasureStanding): LengthFault | null {
  const { granted, served, expiresOn } = standing;
  const { least, most } = codeOf(standing);
  const from = granted?.on ?? served?.on;
  if (!from || !expiresOn) return null;
  const next = dateOf(epochDay(expiresOn) + 1);
  if (least && next < after(from, least)) return 'too-short';
  return most && next > after(from, most) ? 'too-long' : null;
}

/** How long the law lets a measure last, in sentences, with what is noted of it; null where it sets nothing. */
export function lengthByLaw(code: MeasureCode): string | null {
  if (!code.least && !code.most) return null;
  return [`${lengthWords(code)}.`, ...(code.note ? [code.note] : [])].join(' ');
}
