import type { Fields } from '../fields.js';
import { parseReturnDate } from '../ssda903/return-date.js';
import type { IsoDate } from '../ssda903/rows.js';

/** A text without which a row cannot be taken; empty after saying so. */
export function requiredText(fields: Fields, field: string, why: string): string {
  const text = fields.text(field);
  if (text === '') fields.refuse(field, 'BLANK', why);
  return text;
}

/** A day written `YYYY-MM-DD` or `dd/mm/yyyy` that may be blank; anything else refuses the row. */
export function dayOf(fields: Fields, field: string): IsoDate | undefined {
  const text = fields.text(field);
  if (text === '') return undefined;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const date = parseReturnDate(year ? `${day}/${month}/${year}` : text);
  if (date === undefined)
    fields.refuse(field, 'NOT_A_DATE', 'This is not a real date written YYYY-MM-DD or dd/mm/yyyy.');
  return date;
}
