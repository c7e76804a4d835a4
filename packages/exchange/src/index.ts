export {
  type CalendarEvent,
  type CalendarMethod,
  type CalendarPerson,
  writeCalendar,
} from './calendar/write-calendar.js';
export { FACTOR_CODES, REFERRAL_SOURCE_CODES } from './cin-census/codes.js';
export { checkCensus, readCensusChildren, readCensusReferrals } from './cin-census/read-census.js';
export type { CensusAssessment, CensusChildRow, CensusReferralRow } from './cin-census/rows.js';
export type { FileInput } from './csv/utf8-chunks.js';
export { writeCsv } from './csv/write-csv.js';
export {
  INCIDENT_LAYOUT,
  type IncidentRow,
  readIncidents,
  writeIncidents,
} from './incidents/incident-file.js';
export { type PopulationRow, readPopulation } from './population/population-file.js';
export {
  isTaken,
  type Reading,
  type RefusedReading,
  type RowFault,
  type RowFaultCode,
  type TakenReading,
} from './reading.js';
export { identifierColumnAt } from './records/identifier-columns.js';
export { type IntelligenceRow, readIntelligence, writeIntelligence } from './records/intelligence-file.js';
export { type MatchListRow, readMatchList } from './records/match-list-file.js';
export {
  LOCATION_LAYOUT,
  type LocationRow,
  PERSON_LAYOUT,
  type PersonRow,
  readLocations,
  readPersons,
  type StrandRow,
  writeLocations,
  writePersons,
} from './records/strand-files.js';
export { checkEpisodeRows } from './ssda903/check-episode-rows.js';
export { checkHeaderRows } from './ssda903/check-header-rows.js';
export { checkMissingRows } from './ssda903/check-missing-rows.js';
export * from './ssda903/codes.js';
export { EPISODES_LAYOUT, HEADER_LAYOUT, MISSING_LAYOUT } from './ssda903/layouts.js';
export { readSsda903Episodes } from './ssda903/read-episodes.js';
export { readSsda903Header } from './ssda903/read-header.js';
export { readSsda903Missing } from './ssda903/read-missing.js';
export type { EpisodeRow, HeaderRow, IsoDate, MissingRow } from './ssda903/rows.js';
export {
  type Rows,
  writeSsda903Episodes,
  writeSsda903Header,
  writeSsda903Missing,
} from './ssda903/write-returns.js';
export { type UnreadableFileCode, UnreadableFileError } from './unreadable-file-error.js';
export { writeXlsx } from './xlsx/write-xlsx.js';
export { type ZipPart, zipPieces } from './xlsx/zip-pieces.js';
