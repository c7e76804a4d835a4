import type { Layout } from '../csv/layout.js';
import { readRows } from '../csv/read-rows.js';
import type { FileInput } from '../csv/utf8-chunks.js';
import { type Fields, present } from '../fields.js';
import type { Reading } from '../reading.js';
import { requiredText } from '../records/record-fields.js';

/** The columns of a table of the population; docs/import-formats.md says what each holds. */
export const POPULATION_LAYOUT = {
  name: 'population',
  columns: [
    ...['AREA', 'SOURCE', 'YEAR', 'AGE', 'SEX', 'ETHNICITY', 'LEGAL_STATUS', 'VULNERABILITY'],
    'COUNT',
  ],
  needed: ['AREA', 'SOURCE', 'YEAR', 'COUNT'],
} as const satisfies Layout;

/** One count of children of an area: of those of whom all is so that the row says, and of all where it says nothing. */
export interface PopulationRow {
  area: string;
  source: string;
  year: number;
  count: number;
  /** Ages in whole years, both included. */
  age?: { from: number; to: number };
  sex?: 'female' | 'male';
  ethnicity?: string;
  legalStatus?: string;
  vulnerability?: string;
}

/**
 * Reads a table of the population, one count a row.
 * @throws UnreadableFileError when the file, or the rest of it, cannot be read; the rows before the fault come first
 */
export function readPopulation(input: FileInput, file: string): AsyncGenerator<Reading<PopulationRow>> {
  return readRows(input, file, { layout: POPULATION_LAYOUT, neighbours: [], take });
}

const SEXES: Readonly<Record<string, PopulationRow['sex']>> = {
  FEMALE: 'female',
  F: 'female',
  '2': 'female',
  MALE: 'male',
  M: 'male',
  '1': 'male',
};

function take(fields: Fields): PopulationRow {
  const sex = fields.text('SEX').toUpperCase();
  if (sex && !SEXES[sex]) fields.refuse('SEX', 'NOT_IN_LIST', 'SEX is female or male, or left out.');
  return present({
    area: requiredText(fields, 'AREA', 'The row does not say of which area it is.'),
    source: requiredText(fields, 'SOURCE', 'The row does not say where it comes from.'),
    year: wholeOf(fields, 'YEAR', /^(19|20)\d\d$/, 'YEAR is a year such as 2025.'),
    count: wholeOf(
      fields,
      'COUNT',
      /^(\d{1,9}|\d{1,3}(,\d{3}){1,2})$/,
      'COUNT is a whole number; one that the source keeps back cannot be counted with.',
    ),
    age: ageOf(fields),
    sex: SEXES[sex],
    ethnicity: fields.text('ETHNICITY').toUpperCase() || undefined,
    legalStatus: fields.text('LEGAL_STATUS').toUpperCase() || undefined,
    vulnerability: fields.text('VULNERABILITY').toLowerCase() || undefined,
  }) as PopulationRow;
}

function wholeOf(fields: Fields, field: string, form: RegExp, why: string): number {
  const text = fields.text(field);
  if (!form.test(text)) fields.refuse(field, text === '' ? 'BLANK' : 'NOT_IN_LIST', why);
  return Number(text.replaceAll(',', ''));
}

function ageOf(fields: Fields): PopulationRow['age'] {
  const text = fields.text('AGE');
  if (text === '') return undefined;
  const [, from, to = from] = /^(\d{1,2})(?:\s*(?:-|–|to)\s*(\d{1,2}))?$/.exec(text) ?? [];
  const age = { from: Number(from), to: Number(to) };
  if (from === undefined || age.to < age.from)
    fields.refuse('AGE', 'NOT_IN_LIST', 'AGE is one year such as 12, or years such as 13-15.');
  return age;
}
