import { checkUpn } from '@mase/workflow/identifiers';
import { readRows } from '../csv/read-rows.js';
import type { RowFields } from '../csv/row-fields.js';
import type { FileInput } from '../csv/utf8-chunks.js';
import { present } from '../fields.js';
import type { Reading } from '../reading.js';
import { ETHNICITY_CODES, NO_UPN_CODES, SEX_CODES } from './codes.js';
import { HEADER_LAYOUT, SSDA903_LAYOUTS } from './layouts.js';
import { childId, codeOf, dateOf, requiredDate } from './return-fields.js';
import type { HeaderRow } from './rows.js';

/**
 * Reads the header of an SSDA903 return, one child a row, in the file's order. A row without an id or a real date of
 * birth is refused; any other doubtful field is a warning and the child is taken, a wrong UPN as given and unverified.
 * @throws UnreadableFileError when the file, or the rest of it, cannot be read
 */
export function readSsda903Header(input: FileInput, file: string): AsyncGenerator<Reading<HeaderRow>> {
  return readRows(input, file, { layout: HEADER_LAYOUT, neighbours: SSDA903_LAYOUTS, take: takeHeader });
}

function takeHeader(fields: RowFields): HeaderRow | undefined {
  const id = childId(fields);
  const birthDate = requiredDate(fields, 'DOB', 'The row has no date of birth.');
  const sex = codeOf(fields, 'SEX', SEX_CODES, 'doubt');
  if (fields.text('SEX') === '') fields.doubt('SEX', 'BLANK', 'The sex is not given.');
  const row = {
    childId: id,
    sex: sex ? SEX_CODES[sex] : ('notKnown' as const),
    ethnicity: ethnicityOf(fields),
    ...upnOf(fields),
    mother: motherOf(fields),
    motherChildBirthDate: dateOf(fields, 'MC_DOB', 'doubt'),
  };
  if (birthDate === undefined) return undefined;
  const { mother, motherChildBirthDate } = row;
  if (motherChildBirthDate !== undefined) checkMotherhood(fields, mother, motherChildBirthDate <= birthDate);
  return present({ ...row, birthDate });
}

function ethnicityOf(fields: RowFields): HeaderRow['ethnicity'] {
  const text = fields.text('ETHNIC');
  if (text === '')
    fields.doubt('ETHNIC', 'BLANK', 'The ethnicity is not given; NOBT says that it is not yet known.');
  if (text.toUpperCase() !== 'CNHE') return codeOf(fields, 'ETHNIC', ETHNICITY_CODES, 'doubt');
  fields.doubt('ETHNIC', 'NOT_IN_LIST', 'CNHE is a known misprint of CHNE (Chinese); it was not taken.');
  return undefined;
}

function upnOf(fields: RowFields): Pick<HeaderRow, 'upn' | 'noUpnReason'> {
  const value = fields.text('UPN');
  const noUpnReason = NO_UPN_CODES.find((code) => code === value);
  if (noUpnReason) return { noUpnReason };
  if (value === '') {
    fields.doubt('UPN', 'BLANK', 'Neither a UPN nor a code from UN1 to UN5 is given.');
    return {};
  }
  const check = checkUpn(value);
  if (!check.valid) fields.doubt('UPN', 'CHECK_FAILED', `${check.reason} It was kept as given, unverified.`);
  return { upn: { value, verified: check.valid } };
}

const MOTHER_WORDS: Readonly<Record<string, boolean>> = { '1': true, '0': false, '1.0': true, '0.0': false };

function motherOf(fields: RowFields): boolean | undefined {
  const text = fields.text('MOTHER');
  if (text === '') return undefined;
  const mother = Object.hasOwn(MOTHER_WORDS, text) ? MOTHER_WORDS[text] : undefined;
  if (mother === undefined) fields.doubt('MOTHER', 'NOT_IN_LIST', 'MOTHER is 1 for yes or 0 for no.');
  else if (text.length > 1) {
    fields.doubt('MOTHER', 'UNUSUAL_FORM', `Written as a decimal and read as ${text.charAt(0)}.`);
  }
  return mother;
}

function checkMotherhood(fields: RowFields, mother: boolean | undefined, beforeOwnBirth: boolean): void {
  const partner = 'A child\u2019s date of birth is given, but MOTHER is not 1.';
  if (!mother) fields.doubt('MC_DOB', 'WITHOUT_ITS_PARTNER', partner);
  const order = 'This date is not after the mother\u2019s own birth.';
  if (beforeOwnBirth) fields.doubt('MC_DOB', 'DATES_OUT_OF_ORDER', order);
}
