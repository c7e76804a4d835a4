import type { Fields } from '../fields.js';

/** The columns of identifiers that every file of records has, and the kind of each. */
export const identifierColumns = {
  PHONES: 'phone',
  REGISTRATIONS: 'vehicle',
  EMAILS: 'email',
  NICKNAMES: 'nickname',
} as const;
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

/** Every identifier of a row, column by column. */
export function identifiersOf(fields: Fields): FileIdentifier[] {
  return columns.flatMap((column) =>
    listOf(fields, column).map((text) => ({ kind: identifierColumns[column], text })),
  );
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
