import type { Layout } from '../csv/layout.js';
import { readRows } from '../csv/read-rows.js';
import type { FileInput } from '../csv/utf8-chunks.js';
import { type Fields, present } from '../fields.js';
import type { Reading } from '../reading.js';
import type { IsoDate } from '../ssda903/rows.js';
import { type FileIdentifier, identifiersOf } from './identifier-columns.js';
import { dayOf } from './record-fields.js';

/** The columns of an outside list that is compared with the books; docs/import-formats.md says what each holds. */
export const MATCH_LIST_LAYOUT = {
  name: 'match-list',
  columns: [
    ...['NAME', 'BORN', 'UPN', 'LOCAL_ID', 'NHS_NUMBER', 'PNC'],
    ...['PHONES', 'REGISTRATIONS', 'EMAILS'],
  ],
  needed: [],
  confidential: true,
} as const satisfies Layout;

/** Somebody on an outside list. */
export interface MatchListRow {
  name?: string;
  birthDate?: IsoDate;
  localId?: string;
  identifiers: FileIdentifier[];
}

/** Reads an outside list, one person a row. Throws UnreadableFileError where it cannot be read. */
export function readMatchList(input: FileInput, file: string): AsyncGenerator<Reading<MatchListRow>> {
  return readRows(input, file, { layout: MATCH_LIST_LAYOUT, neighbours: [], take });
}

function take(fields: Fields): MatchListRow {
  const row = {
    name: fields.text('NAME') || undefined,
    birthDate: dayOf(fields, 'BORN'),
    localId: fields.text('LOCAL_ID') || undefined,
    identifiers: identifiersOf(fields),
  };
  const tells = row.localId || row.identifiers.length > 0 || (row.name && fields.text('BORN') !== '');
  if (!tells)
    fields.refuse(
      'NAME',
      'BLANK',
      'The row has no number, and not both a name and a date of birth: nobody could be found by it.',
    );
  return present(row) as MatchListRow;
}
