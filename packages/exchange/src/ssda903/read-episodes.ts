import { readRows } from '../csv/read-rows.js';
import type { RowFields } from '../csv/row-fields.js';
import type { FileInput } from '../csv/utf8-chunks.js';
import { present } from '../fields.js';
import type { Reading } from '../reading.js';
import {
  EPISODE_END_CODES,
  EPISODE_REASON_CODES,
  LEGAL_STATUS_CODES,
  NEED_CODES,
  PLACEMENT_CHANGE_CODES,
  PLACEMENT_CODES,
  PROVIDER_CODES,
} from './codes.js';
import { EPISODES_LAYOUT, SSDA903_LAYOUTS } from './layouts.js';
import { childId, codeOf, dateOf, requiredCode, requiredDate } from './return-fields.js';
import type { EpisodeRow } from './rows.js';

/**
 * Reads the episodes of an SSDA903 return in the file's order. A row is refused without an id, a real start, a known
 * legal status and placement, or where its end is no date or before its start; any other doubtful field is a warning.
 * An episode without an end is open, also where a reason for its end is given (SSDA903 rule 148).
 * @throws UnreadableFileError when the file, or the rest of it, cannot be read
 */
export function readSsda903Episodes(input: FileInput, file: string): AsyncGenerator<Reading<EpisodeRow>> {
  return readRows(input, file, { layout: EPISODES_LAYOUT, neighbours: SSDA903_LAYOUTS, take: takeEpisode });
}

function takeEpisode(fields: RowFields): EpisodeRow | undefined {
  const id = childId(fields);
  const start = requiredDate(fields, 'DECOM', 'The row has no start of the episode.');
  const legalStatus = requiredCode(fields, 'LS', LEGAL_STATUS_CODES, 'The row has no legal status.');
  const placement = requiredCode(fields, 'PLACE', PLACEMENT_CODES, 'The row has no placement.');
  const end = dateOf(fields, 'DEC', 'refuse');
  if (start && end && end < start)
    fields.refuse('DEC', 'DATES_OUT_OF_ORDER', 'The episode ends before it starts.');
  const row = {
    childId: id,
    reason: expectedCode(fields, 'RNE', EPISODE_REASON_CODES),
    need: expectedCode(fields, 'CIN', NEED_CODES),
    provider: codeOf(fields, 'PLACE_PROVIDER', PROVIDER_CODES, 'doubt'),
    end,
    endReason: codeOf(fields, 'REC', EPISODE_END_CODES, 'doubt'),
    placementChange: codeOf(fields, 'REASON_PLACE_CHANGE', PLACEMENT_CHANGE_CODES, 'doubt'),
    homePostcode: asGiven(fields, 'HOME_POST'),
    placementPostcode: asGiven(fields, 'PL_POST'),
    urn: asGiven(fields, 'URN'),
  };
  checkEnding(fields);
  if (!start || !legalStatus || !placement) return undefined;
  return present({ ...row, start, legalStatus, placement });
}

function expectedCode<Code extends string>(
  fields: RowFields,
  field: string,
  list: Readonly<Record<Code, string>>,
) {
  if (fields.text(field) === '') fields.doubt(field, 'BLANK', `${field} is not given.`);
  return codeOf(fields, field, list, 'doubt');
}

function checkEnding(fields: RowFields): void {
  const [end, reason] = [fields.text('DEC'), fields.text('REC')];
  if (reason !== '' && end === '') {
    const words = 'A reason for the end is given but no end; the episode was taken as open.';
    fields.doubt('REC', 'WITHOUT_ITS_PARTNER', words);
  }
  if (end !== '' && reason === '') {
    fields.doubt('DEC', 'WITHOUT_ITS_PARTNER', 'The episode ended, but no reason is given.');
  }
}

function asGiven(fields: RowFields, field: string): string | undefined {
  return fields.text(field) || undefined;
}
