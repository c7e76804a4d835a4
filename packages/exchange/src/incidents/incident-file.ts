import type { Layout } from '../csv/layout.js';
import { readRows } from '../csv/read-rows.js';
import type { FileInput } from '../csv/utf8-chunks.js';
import { writeCsv } from '../csv/write-csv.js';
import { type Fields, present } from '../fields.js';
import type { Reading } from '../reading.js';
import { dayOf, requiredText } from '../records/record-fields.js';
import type { IsoDate } from '../ssda903/rows.js';
import type { Rows } from '../ssda903/write-returns.js';

/** The columns of a file of incidents; docs/import-formats.md says what each holds. */
export const INCIDENT_LAYOUT = {
  name: 'incidents',
  columns: [
    ...['FORCE', 'REFERENCE', 'KIND', 'OFFENCE', 'RECORDED', 'COMMITTED', 'COMMITTED_TO', 'PLACE'],
    ...['VICTIMS', 'OFFENDERS', 'OUTCOME', 'OUTCOME_DATE'],
  ],
  needed: ['FORCE', 'REFERENCE', 'KIND', 'OFFENCE', 'RECORDED'],
} as const satisfies Layout;

/** One incident of a file: a police crime or non-crime with the marker of child sexual exploitation. */
export interface IncidentRow {
  force: string;
  reference: string;
  kind: 'crime' | 'non-crime';
  offence: string;
  recorded: IsoDate;
  committed?: IsoDate;
  committedTo?: IsoDate;
  place?: string;
  /** Everybody by the force's own number; without one where nobody knows who it is. */
  victims: { reference?: string }[];
  offenders: { reference?: string }[];
  outcome?: { code: string; on: IsoDate };
}

const KINDS: Readonly<Record<string, IncidentRow['kind']>> = {
  CRIME: 'crime',
  'NON-CRIME': 'non-crime',
  'NON CRIME': 'non-crime',
  C: 'crime',
  N: 'non-crime',
};
const NOT_KNOWN = '?';

/**
 * Reads a file of incidents, one a row, in its order.
 * @throws UnreadableFileError when the file, or the rest of it, cannot be read; the rows before the fault come first
 */
export function readIncidents(input: FileInput, file: string): AsyncGenerator<Reading<IncidentRow>> {
  return readRows(input, file, { layout: INCIDENT_LAYOUT, neighbours: [], take });
}

/** Writes incidents as CSV text, piece by piece, in the form in which they are read. */
export function writeIncidents(rows: Rows<IncidentRow>): AsyncGenerator<string> {
  return writeCsv(INCIDENT_LAYOUT.columns, written(rows));
}

function take(fields: Fields): IncidentRow {
  const force = requiredText(fields, 'FORCE', 'The row does not say which police force it is from.');
  const reference = requiredText(fields, 'REFERENCE', 'The row has no number of the force.');
  const offence = requiredText(fields, 'OFFENCE', 'The row does not say what was done.');
  const kind = KINDS[fields.text('KIND').toUpperCase()];
  if (!kind) fields.refuse('KIND', 'NOT_IN_LIST', 'KIND is crime or non-crime.');
  const recorded = dayOf(fields, 'RECORDED');
  if (fields.text('RECORDED') === '') fields.refuse('RECORDED', 'BLANK', 'The row has no day of recording.');
  const row = {
    committed: dayOf(fields, 'COMMITTED'),
    committedTo: dayOf(fields, 'COMMITTED_TO'),
    place: fields.text('PLACE') || undefined,
    victims: people(fields, 'VICTIMS'),
    offenders: people(fields, 'OFFENDERS'),
    outcome: outcomeOf(fields),
  };
  return present({ force, reference, kind, offence, recorded, ...row }) as IncidentRow;
}

function people(fields: Fields, field: string): { reference?: string }[] {
  const text = fields.text(field);
  if (text === '') return [];
  return text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => (one === NOT_KNOWN ? {} : { reference: one }));
}

function outcomeOf(fields: Fields): IncidentRow['outcome'] {
  const code = fields.text('OUTCOME').toUpperCase();
  const on = dayOf(fields, 'OUTCOME_DATE');
  if (code === '' && !on) return undefined;
  if (code === '') fields.refuse('OUTCOME', 'BLANK', 'OUTCOME_DATE is given without an OUTCOME.');
  else if (fields.text('OUTCOME_DATE') === '')
    fields.refuse('OUTCOME_DATE', 'WITHOUT_ITS_PARTNER', 'The outcome has no day: its code is read with it.');
  return on ? { code, on } : undefined;
}

async function* written(rows: Rows<IncidentRow>): AsyncGenerator<Record<string, string | undefined>> {
  const names = (all: IncidentRow['victims']) => all.map(({ reference }) => reference ?? NOT_KNOWN).join(';');
  for await (const row of rows)
    yield {
      FORCE: row.force,
      REFERENCE: row.reference,
      KIND: row.kind,
      OFFENCE: row.offence,
      RECORDED: row.recorded,
      COMMITTED: row.committed,
      COMMITTED_TO: row.committedTo,
      PLACE: row.place,
      VICTIMS: names(row.victims),
      OFFENDERS: names(row.offenders),
      OUTCOME: row.outcome?.code,
      OUTCOME_DATE: row.outcome?.on,
    };
}
