import type { Layout } from '../csv/layout.js';
import { readRows } from '../csv/read-rows.js';
import type { FileInput } from '../csv/utf8-chunks.js';
import { writeCsv } from '../csv/write-csv.js';
import { type Fields, present } from '../fields.js';
import type { Reading } from '../reading.js';
import type { IsoDate } from '../ssda903/rows.js';
import type { Rows } from '../ssda903/write-returns.js';
import {
  type FileIdentifier,
  identifierCells,
  identifiersOf,
  listOf,
  personColumns,
  toldColumns,
} from './identifier-columns.js';
import { dayOf, requiredText } from './record-fields.js';

const common = ['REFERENCE', 'NAME', 'ALIASES'] as const;
const told = [...toldColumns, 'BASES', 'BASIS_DATE', 'WHY'] as const;

/** The columns of a file of persons of concern; docs/import-formats.md says what each holds. */
export const PERSON_LAYOUT = {
  name: 'persons',
  columns: [...common, 'BORN', 'AGE_FROM', 'AGE_TO', 'SEX', 'DESCRIPTION', ...told, ...personColumns],
  needed: ['REFERENCE', 'BASES', 'WHY'],
  longest: 5000,
} as const satisfies Layout;

/** The columns of a file of places. */
export const LOCATION_LAYOUT = {
  name: 'locations',
  columns: [
    ...common,
    ...['KIND', 'ADDRESS', 'POSTCODE', 'LATITUDE', 'LONGITUDE', 'HANDLE', 'MANAGER', 'LICENCE'],
    ...['DESCRIPTION', ...told],
  ],
  needed: ['REFERENCE', 'KIND', 'BASES', 'WHY'],
  longest: 5000,
} as const satisfies Layout;

/** What a row of either file says beside who or what it is about; codes are the product's to judge. */
export interface StrandRow {
  /** The sender's own number of the row. */
  reference: string;
  bases: { code: string; on?: IsoDate }[];
  why: string;
  identifiers: FileIdentifier[];
  name?: string;
  aliases?: string[];
  description?: string;
}

/** A person of concern, as a file describes him or her. */
export interface PersonRow extends StrandRow {
  birthDate?: IsoDate;
  ageFrom?: number;
  ageTo?: number;
  sex?: string;
}

/** A place, as a file describes it. */
export interface LocationRow extends StrandRow {
  kind?: string;
  address?: string;
  postcode?: string;
  latitude?: number;
  longitude?: number;
  handle?: string;
  manager?: string;
  licence?: string;
}

/** Reads a file of persons of concern, one a row. Throws UnreadableFileError where it cannot be read. */
export function readPersons(input: FileInput, file: string): AsyncGenerator<Reading<PersonRow>> {
  return readRows(input, file, { layout: PERSON_LAYOUT, neighbours: [LOCATION_LAYOUT], take: takePerson });
}

/** Reads a file of places, one a row. Throws UnreadableFileError where it cannot be read. */
export function readLocations(input: FileInput, file: string): AsyncGenerator<Reading<LocationRow>> {
  return readRows(input, file, { layout: LOCATION_LAYOUT, neighbours: [PERSON_LAYOUT], take: takeLocation });
}

/** Writes persons of concern in the form in which they are read. */
export function writePersons(rows: Rows<PersonRow>): AsyncGenerator<string> {
  return writeCsv(
    PERSON_LAYOUT.columns,
    written(rows, (row) => ({
      BORN: row.birthDate,
      AGE_FROM: row.ageFrom?.toString(),
      AGE_TO: row.ageTo?.toString(),
      SEX: row.sex,
    })),
  );
}

/** Writes places in the form in which they are read. */
export function writeLocations(rows: Rows<LocationRow>): AsyncGenerator<string> {
  return writeCsv(
    LOCATION_LAYOUT.columns,
    written(rows, (row) => ({
      KIND: row.kind,
      ADDRESS: row.address,
      POSTCODE: row.postcode,
      LATITUDE: row.latitude?.toString(),
      LONGITUDE: row.longitude?.toString(),
      HANDLE: row.handle,
      MANAGER: row.manager,
      LICENCE: row.licence,
    })),
  );
}

const wordOf = (fields: Fields, field: string) => fields.text(field) || undefined;

function numberOf(fields: Fields, field: string): number | undefined {
  const text = fields.text(field);
  if (text === '') return undefined;
  if (/^-?\d{1,3}(\.\d{1,8})?$/.test(text)) return Number(text);
  fields.refuse(field, 'NOT_IN_LIST', 'This is not a number such as 18 or 51.50735.');
  return undefined;
}

/** A basis with the day that stands beside its code, `vehicle 2026-03-01`, else that of the row. */
function basisOf(text: string, on: IsoDate | undefined): StrandRow['bases'][number] {
  const [, code = text, own] = /^(\S+)\s+(\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
  const day = (own as IsoDate | undefined) ?? on;
  return { code: code.toLowerCase(), ...(day ? { on: day } : {}) };
}

/** Bases of one day with the day apart, of several each with its own. */
function basisCells(bases: StrandRow['bases']): { BASES: string; BASIS_DATE: string | undefined } {
  const days = new Set(bases.map(({ on }) => on));
  const [only] = days;
  if (days.size <= 1) return { BASES: bases.map(({ code }) => code).join(';'), BASIS_DATE: only };
  const words = bases.map(({ code, on }) => [code, on].filter(Boolean).join(' '));
  return { BASES: words.join(';'), BASIS_DATE: undefined };
}

function takeStrand(fields: Fields): StrandRow {
  const on = dayOf(fields, 'BASIS_DATE');
  const bases = listOf(fields, 'BASES').map((one) => basisOf(one, on));
  if (bases.length === 0) fields.refuse('BASES', 'BLANK', 'The row does not say on which basis.');
  const aliases = listOf(fields, 'ALIASES');
  return {
    reference: requiredText(
      fields,
      'REFERENCE',
      'The row has no number of its own: it could not be told again.',
    ),
    why: requiredText(fields, 'WHY', 'The row does not say why it concerns children.'),
    bases,
    identifiers: identifiersOf(fields),
    ...present({
      name: wordOf(fields, 'NAME'),
      description: wordOf(fields, 'DESCRIPTION'),
      aliases: aliases.length > 0 ? aliases : undefined,
    }),
  } as StrandRow;
}

function takePerson(fields: Fields): PersonRow {
  return present({
    ...takeStrand(fields),
    birthDate: dayOf(fields, 'BORN'),
    ageFrom: numberOf(fields, 'AGE_FROM'),
    ageTo: numberOf(fields, 'AGE_TO'),
    sex: wordOf(fields, 'SEX')?.toLowerCase(),
  }) as PersonRow;
}

function takeLocation(fields: Fields): LocationRow {
  return present({
    ...takeStrand(fields),
    kind: wordOf(fields, 'KIND')?.toLowerCase(),
    address: wordOf(fields, 'ADDRESS'),
    postcode: wordOf(fields, 'POSTCODE'),
    latitude: numberOf(fields, 'LATITUDE'),
    longitude: numberOf(fields, 'LONGITUDE'),
    handle: wordOf(fields, 'HANDLE'),
    manager: wordOf(fields, 'MANAGER'),
    licence: wordOf(fields, 'LICENCE'),
  }) as LocationRow;
}

async function* written<T extends StrandRow>(
  rows: Rows<T>,
  own: (row: T) => Record<string, string | undefined>,
): AsyncGenerator<Record<string, string | undefined>> {
  for await (const row of rows)
    yield {
      ...own(row),
      REFERENCE: row.reference,
      NAME: row.name,
      ALIASES: row.aliases?.join(';'),
      DESCRIPTION: row.description,
      ...basisCells(row.bases),
      WHY: row.why,
      ...identifierCells(row.identifiers),
    };
}
