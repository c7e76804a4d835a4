import type { Visit } from '../../visit.js';

const isDay = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

/** The days that an address asks for; this year and the one before up to today where it asks for none. */
export function periodAsked({ query }: Visit): { from: string; to: string } {
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-01`;
  return { from: isDay(query.from) ? query.from : yearAgo, to: isDay(query.to) ? query.to : today };
}
