const LONDON = 'Europe/London';
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** "Thursday 26 November 2026" for a calendar date (`2026-11-26`) or an instant seen in the given zone; throws RangeError for anything else. */
export function dateWords(dateOrInstant: string, timeZone = LONDON): string {
  const calendar = CALENDAR_DATE.test(dateOrInstant);
  const parts = partsOf(calendar ? `${dateOrInstant}T12:00:00Z` : dateOrInstant, calendar ? 'UTC' : timeZone);
  if (calendar && parts.iso !== dateOrInstant) throw new RangeError(`Not a date: ${dateOrInstant}`);
  return `${parts.weekday} ${Number(parts.day)} ${parts.month} ${parts.year}`;
}

/** "10:05" on the 24-hour clock for an instant seen in the given zone, or for a plain time such as `10:05:00`; throws RangeError for anything else. */
export function timeWords(timeOrInstant: string, timeZone = LONDON): string {
  const plain = /^([01]\d|2[0-3]):([0-5]\d)(:[0-5]\d)?$/.exec(timeOrInstant);
  if (plain) return `${plain[1]}:${plain[2]}`;
  const { hour, minute } = partsOf(timeOrInstant, timeZone);
  return `${hour}:${minute}`;
}

/** "Thursday 26 November 2026 at 10:05" for an instant seen in the given zone; throws RangeError when it is not one. */
export function dateTimeWords(instant: string, timeZone = LONDON): string {
  if (CALENDAR_DATE.test(instant)) throw new RangeError(`A date without a time: ${instant}`);
  return `${dateWords(instant, timeZone)} at ${timeWords(instant, timeZone)}`;
}

/** "1 minute", "45 minutes", "2 hours 5 minutes" for a whole number of minutes from 0; throws RangeError otherwise. */
export function minutesWords(minutes: number): string {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`Not a number of minutes: ${minutes}`);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return counted(rest, 'minute');
  return rest === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${counted(rest, 'minute')}`;
}

/** "one", "one and two", "one, two and three"; an empty list gives an empty text. */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** "1 working day", "6 working days": the number and its noun, plural with an s unless it is one. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function partsOf(instant: string, timeZone: string) {
  const date = new Date(instant);
  const stated = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(instant);
  if (!stated || Number.isNaN(date.getTime())) throw new RangeError(`Not an instant: ${instant}`);
  const found = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(date)
      .map((part) => [part.type, part.value]),
  );
  const { weekday = '', day = '', month = '', year = '', hour = '', minute = '' } = found;
  return { weekday, day, month, year, hour, minute, iso: date.toISOString().slice(0, 10) };
}

const formats = new Map<string, Intl.DateTimeFormat>();

// Making one costs a hundred times what using it does, and a pack prints a thousand days.
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: '2-digit',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}
