export { chanceOf } from './chance.js';
export { addCopies, copyId } from './copied-cases.js';
export {
  type GeneratedYear,
  generatedYear,
  wholeYear,
  type YearGroup,
} from './generated-year.js';
export { madeUpName, misspelt } from './made-up-names.js';
export { addNamed } from './named-partnership.js';
export { holdOwner, openOwner } from './open-owner.js';
export { type PreparedDatabase, preparedDatabase } from './prepared-database.js';
export {
  type CountRead,
  growingTables,
  type PeriodAsked,
  readTooMuch,
  rowsHeld,
  rowsRead,
  scorecardReads,
} from './rows-read.js';
export { runTamperings, type TamperingReport } from './run-tamperings.js';
export { runWriters, type WritersReport } from './run-writers.js';
export { prepareTemplate, templateName, testPasswords } from './template.js';
export { type TestDatabase, testDatabase } from './test-database.js';
export { type TestSealer, testSealer } from './test-sealer.js';
export type { YearEnd, YearSize } from './year-ends.js';
