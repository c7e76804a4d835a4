import { readRows } from '../csv/read-rows.js';
import type { RowFields } from '../csv/row-fields.js';
import type { FileInput } from '../csv/utf8-chunks.js';
import { present } from '../fields.js';
import type { Reading } from '../reading.js';
import { MISSING_CODES } from './codes.js';
import { MISSING_LAYOUT, SSDA903_LAYOUTS } from './layouts.js';
import { childId, dateOf, requiredCode, requiredDate } from './return-fields.js';
import type { MissingRow } from './rows.js';

/**
 * Reads the missing episodes of an SSDA903 return in the file's order. A row is refused without an id, a type and a
 * real start, or where its end is no date or before its start (SSDA903 validation rules); without an end it is open. Whether
 * episodes overlap is not judged here: that is the workflow's rule.
 * @throws UnreadableFileError when the file, or the rest of it, cannot be read
 */
export function readSsda903Missing(input: FileInput, file: string): AsyncGenerator<Reading<MissingRow>> {
  return readRows(input, file, { layout: MISSING_LAYOUT, neighbours: SSDA903_LAYOUTS, take: takeMissing });
}

function takeMissing(fields: RowFields): MissingRow | undefined {
  const id = childId(fields);
  const nativeKind = requiredCode(
    fields,
    'MISSING',
    MISSING_CODES,
    'The row does not say M (missing) or A (away).',
  );
  const start = requiredDate(fields, 'MIS_START', 'The row has no start of the episode.');
  const end = dateOf(fields, 'MIS_END', 'refuse');
  if (start && end && end < start)
    fields.refuse('MIS_END', 'DATES_OUT_OF_ORDER', 'The episode ends before it starts.');
  const birthDate = dateOf(fields, 'DOB', 'doubt');
  if (fields.text('DOB') === '') fields.doubt('DOB', 'BLANK', 'The date of birth is not given.');
  if (start && birthDate && start < birthDate) {
    fields.refuse('MIS_START', 'DATES_OUT_OF_ORDER', 'The episode starts before the child was born.');
  }
  if (!nativeKind || !start) return undefined;
  return present({ childId: id, birthDate, kind: MISSING_CODES[nativeKind], nativeKind, start, end });
}
