import type { IsoDate } from './rows.js';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads `dd/mm/yyyy` as a real day from 1900 to 2100, or gives undefined. */
export function parseReturnDate(text: string): IsoDate | undefined {
  const parts = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  if (!parts) return undefined;
  const [, dd = '', mm = '', yyyy = ''] = parts;
  const [day, month, year] = [Number(dd), Number(mm), Number(yyyy)];
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return undefined;
  const leapDay = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 1 : 0;
  return day <= (DAYS[month - 1] ?? 0) + leapDay ? `${yyyy}-${mm}-${dd}` : undefined;
}

/** Writes `YYYY-MM-DD` as the return's `dd/mm/yyyy`. */
export function formatReturnDate(date: IsoDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}
