const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function real(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : null;
}

/** The next time that a day of the year comes, today counted. */
function coming(month: number, day: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const now = real(year, month, day);
  return now !== null && now < today ? real(year + 1, month, day) : (now ?? real(year + 1, month, day));
}

function ahead(today: string, count: number, unit: string): string {
  const date = new Date(`${today}T12:00:00Z`);
  if (unit === 'm') {
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + count);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
  } else date.setUTCDate(date.getUTCDate() + count * (unit === 'w' ? 7 : 1));
  return date.toISOString().slice(0, 10);
}

const monthOf = (word: string): number =>
  /^\d+$/.test(word) ? Number(word) : months.indexOf(word.slice(0, 3)) + 1;

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/**
 * A date written in one field as fast as it is said, as YYYY-MM-DD: `26 11 2026`, `26/11/26`, `26 Nov`, `26/11` (the
 * next one to come), `4w`, `10d`, `3m` from today. Nothing for what is no date. Today is YYYY-MM-DD.
 */
export function quickDate(text: string, today: string): string | null {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const span = /^\+?(\d{1,3})\s*(?:([dwm])|(day|week|month)s?)$/.exec(typed);
  if (span) return ahead(today, Number(span[1]), (span[2] ?? span[3] ?? 'd').charAt(0));
  const parts = /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})(?:[\s./-]+(\d{2}|\d{4}))?$/.exec(typed);
  if (!parts) return null;
  const [, day = '', month = '', year] = parts;
  return year
    ? real(fullYear(year), monthOf(month), Number(day))
    : coming(monthOf(month), Number(day), today);
}

/** Today in London as YYYY-MM-DD. */
export function todayInLondon(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
}
