import type { Fields } from '../fields.js';
import { parseReturnDate } from './return-date.js';
import type { IsoDate } from './rows.js';

const NOT_A_DATE = 'This is not a real date written dd/mm/yyyy.';

/** Whether a field that cannot be read refuses its row or is a doubt about it. */
export type Weight = 'refuse' | 'doubt';

/** The local authority's id of the child: at most 20 letters and digits (Standard Safeguarding Dataset); other signs are a doubt. */
export function childId(fields: Fields): string {
  const id = fields.text('CHILD');
  if (id === '') fields.refuse('CHILD', 'BLANK', 'The row does not say which child it is about.');
  else if (!/^[\x21-\x7e]{1,20}$/.test(id)) {
    fields.refuse(
      'CHILD',
      'NOT_AN_IDENTIFIER',
      'A child\u2019s id has at most 20 letters and digits, without spaces.',
    );
  } else if (!/^[A-Za-z0-9]+$/.test(id)) {
    fields.doubt(
      'CHILD',
      'UNUSUAL_FORM',
      'A child\u2019s id has letters and digits only; it was kept as given.',
    );
  }
  return id;
}

/** A date that may be blank; anything else that is no real date is a fault of the given weight. */
export function dateOf(fields: Fields, field: string, weight: Weight): IsoDate | undefined {
  const text = fields.text(field);
  if (text === '') return undefined;
  const date = parseReturnDate(text);
  if (date === undefined) fields[weight](field, 'NOT_A_DATE', NOT_A_DATE);
  return date;
}

/** A date without which the row cannot be taken. */
export function requiredDate(fields: Fields, field: string, why: string): IsoDate | undefined {
  if (fields.text(field) === '') fields.refuse(field, 'BLANK', why);
  return dateOf(fields, field, 'refuse');
}

/** A code of a list that may be blank; small letters are a doubt, any other value is a fault of the given weight. */
export function codeOf<Code extends string>(
  fields: Fields,
  field: string,
  list: Readonly<Record<Code, string>>,
  weight: Weight,
): Code | undefined {
  const text = fields.text(field);
  if (text === '') return undefined;
  if (Object.hasOwn(list, text)) return text as Code;
  const code = text.toUpperCase();
  if (!Object.hasOwn(list, code)) {
    fields[weight](field, 'NOT_IN_LIST', `${field} has no such code.`);
    return undefined;
  }
  fields.doubt(field, 'UNUSUAL_FORM', `The code was written in small letters and read as ${code}.`);
  return code as Code;
}

/** A code without which the row cannot be taken. */
export function requiredCode<Code extends string>(
  fields: Fields,
  field: string,
  list: Readonly<Record<Code, string>>,
  why: string,
): Code | undefined {
  if (fields.text(field) === '') fields.refuse(field, 'BLANK', why);
  return codeOf(fields, field, list, 'refuse');
}
