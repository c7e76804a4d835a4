import { writeCsv } from '../csv/write-csv.js';
import { EPISODES_LAYOUT, HEADER_LAYOUT, MISSING_LAYOUT } from './layouts.js';
import { formatReturnDate } from './return-date.js';
import type { EpisodeRow, HeaderRow, IsoDate, MissingRow } from './rows.js';

/** Rows in order, from memory or from a stream. */
export type Rows<T> = Iterable<T> | AsyncIterable<T>;

const SEX_WRITTEN = { male: '1', female: '2', notKnown: '' } as const;

/** Writes the header of an SSDA903 return as CSV text, piece by piece; what is not known is left blank. */
export function writeSsda903Header(rows: Rows<HeaderRow>): AsyncGenerator<string> {
  return writeCsv(HEADER_LAYOUT.columns, records(rows, headerValues));
}

/** Writes the episodes of an SSDA903 return as CSV text, piece by piece. */
export function writeSsda903Episodes(rows: Rows<EpisodeRow>): AsyncGenerator<string> {
  return writeCsv(EPISODES_LAYOUT.columns, records(rows, episodeValues));
}

/** Writes the missing episodes of an SSDA903 return as CSV text, piece by piece; `checkMissingRows` tells first which may not be. */
export function writeSsda903Missing(rows: Rows<MissingRow>): AsyncGenerator<string> {
  return writeCsv(MISSING_LAYOUT.columns, records(rows, missingValues));
}

type Values<Column extends string> = Record<Column, string | undefined>;

async function* records<T>(
  rows: Rows<T>,
  valuesOf: (row: T) => Values<string>,
): AsyncGenerator<Values<string>> {
  for await (const row of rows) yield valuesOf(row);
}

function headerValues(row: HeaderRow): Values<(typeof HEADER_LAYOUT.columns)[number]> {
  return {
    CHILD: row.childId,
    SEX: SEX_WRITTEN[row.sex],
    DOB: written(row.birthDate),
    ETHNIC: row.ethnicity,
    UPN: row.upn?.value ?? row.noUpnReason,
    MOTHER: row.mother === undefined ? '' : row.mother ? '1' : '0',
    MC_DOB: written(row.motherChildBirthDate),
  };
}

function episodeValues(row: EpisodeRow): Values<(typeof EPISODES_LAYOUT.columns)[number]> {
  return {
    CHILD: row.childId,
    DECOM: written(row.start),
    RNE: row.reason,
    LS: row.legalStatus,
    CIN: row.need,
    PLACE: row.placement,
    PLACE_PROVIDER: row.provider,
    DEC: written(row.end),
    REC: row.endReason,
    REASON_PLACE_CHANGE: row.placementChange,
    HOME_POST: row.homePostcode,
    PL_POST: row.placementPostcode,
    URN: row.urn,
  };
}

function missingValues(row: MissingRow): Values<(typeof MISSING_LAYOUT.columns)[number]> {
  return {
    CHILD: row.childId,
    DOB: written(row.birthDate),
    MISSING: row.nativeKind,
    MIS_START: written(row.start),
    MIS_END: written(row.end),
  };
}

function written(date: IsoDate | undefined): string {
  return date === undefined ? '' : formatReturnDate(date);
}
