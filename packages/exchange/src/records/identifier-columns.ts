import type { Fields } from '../fields.js';

/** The columns of identifiers that every file of records has, and the kind of each. */
const told = { PHONES: 'phone', REGISTRATIONS: 'vehicle', EMAILS: 'email', NICKNAMES: 'nickname' } as const;

/** Those of identifiers that only somebody has: names used online with the place, `snapchat:made_up`, and numbers. */
const ofPersons = {
  HANDLES: 'handle',
  DEVICES: 'device',
  PNC: 'pnc',
  CRO: 'cro',
  NHS_NUMBER: 'nhsNumber',
  UPN: 'upn',
} as const;

/** The columns of identifiers of anybody and anything. */
export const toldColumns = Object.keys(told) as (keyof typeof told)[];

/** The columns of identifiers of persons. */
export const personColumns = Object.keys(ofPersons) as (keyof typeof ofPersons)[];

const identifierColumns = { ...told, ...ofPersons };
type IdentifierColumn = keyof typeof identifierColumns;

/** An identifier as a file has it: what it is, and how somebody wrote it. */
export interface FileIdentifier {
  kind: (typeof identifierColumns)[IdentifierColumn];
  text: string;
}

const columns = Object.keys(identifierColumns) as IdentifierColumn[];

/** The parts of a column that are separated by semicolons, without blank ones. */
export function listOf(fields: Fields, field: string): string[] {
  return fields
    .text(field)
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** A British mobile number whose first 0 a spreadsheet took for a number's. */
const withoutZero = /^7\d{9}$/;

/** Every identifier of a row, column by column. */
export function identifiersOf(fields: Fields): FileIdentifier[] {
  const given = columns.flatMap((column) =>
    listOf(fields, column).map((text) => ({ kind: identifierColumns[column], text })),
  );
  if (given.some(({ kind, text }) => kind === 'phone' && withoutZero.test(text.replace(/\s/g, ''))))
    fields.doubt(
      'PHONES',
      'UNUSUAL_FORM',
      'A number that begins with 7 was read as a mobile with 0 before it.',
    );
  return given;
}

/** The column in which the identifier with this number stands in a row, as `identifiersOf` gives them. */
export function identifierColumnAt(raw: Readonly<Record<string, string>>, place: number): string | undefined {
  const each = columns.flatMap((column) =>
    (raw[column] ?? '').split(';').flatMap((one) => (one.trim() === '' ? [] : [column])),
  );
  return each[place];
}

/** Identifiers as their columns are written. */
export function identifierCells(identifiers: readonly FileIdentifier[]): Record<string, string> {
  const texts = (wanted: string) =>
    identifiers
      .filter(({ kind }) => kind === wanted)
      .map(({ text }) => text)
      .join(';');
  return Object.fromEntries(columns.map((column) => [column, texts(identifierColumns[column])]));
}
