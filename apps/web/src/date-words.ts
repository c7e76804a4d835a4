const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * A date or instant as "Thursday 26 November 2026", followed by the api's own words for how far off it is, if any:
 * "(in 3 working days)". Throws on what is no date.
 */
export function dateWords(at: string, distance?: string | null): string {
  const written = day.format(new Date(at)).replace(',', '');
  return distance ? `${written} (${distance})` : written;
}

/** The time of an instant in London as "10:05". */
export function timeWords(at: string): string {
  return clock.format(new Date(at));
}

/** An instant as "Thursday 26 November 2026 at 10:05". */
export function momentWords(at: string): string {
  return `${dateWords(at)} at ${timeWords(at)}`;
}

const calendarDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** How far off a day is, in calendar days of London: "today", "in 3 days", "2 days ago". */
export function distanceWords(at: string, now: Date = new Date()): string {
  const start = (instant: Date): number => Date.parse(`${calendarDay.format(instant)}T00:00:00Z`);
  const days = Math.round((start(new Date(at)) - start(now)) / 86_400_000);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
