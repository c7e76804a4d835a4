/** What kind of fault a field has: stable, for counting and for tests; the reason beside it is for people. */
export type RowFaultCode =
  | 'BLANK'
  | 'NOT_A_DATE'
  | 'NOT_IN_LIST'
  | 'NOT_AN_IDENTIFIER'
  | 'CHECK_FAILED'
  | 'UNUSUAL_FORM'
  | 'DATES_OUT_OF_ORDER'
  | 'WITHOUT_ITS_PARTNER'
  | 'TOO_LONG'
  | 'WRONG_COLUMN_COUNT'
  | 'UNKNOWN_COLUMN'
  | 'READ_AS_WINDOWS_1252'
  | 'DUPLICATE_ROW'
  | 'DUPLICATE_CHILD'
  | 'EPISODE_OUT_OF_ORDER'
  | 'EPISODE_OVERLAPS';

/** One thing wrong or doubtful in one row: where it stands, the value as it was given, and why, in plain words. */
export interface RowFault {
  file: string;
  /** The line on which the row begins, counting from 1, the column names included. */
  line: number;
  field: string;
  value: string;
  code: RowFaultCode;
  reason: string;
}

/** A row that was taken; a doubtful field has a warning, and every value is kept as it was given. */
export interface TakenReading<T> {
  file: string;
  line: number;
  row: T;
  warnings: RowFault[];
  raw: Record<string, string>;
}

/** A row that could not be taken, with every reason and every value as it was given. */
export interface RefusedReading<T = unknown> {
  file: string;
  line: number;
  faults: RowFault[];
  /** What could be read of it, so that whatever else is wrong is said at once; absent where nothing could. */
  readable?: T;
  raw: Record<string, string>;
}

/** What became of one row of a file: taken or refused, never silently dropped. */
export type Reading<T> = TakenReading<T> | RefusedReading<Partial<T>>;

/** True where the row was taken. */
export function isTaken<T>(reading: Reading<T>): reading is TakenReading<T> {
  return 'row' in reading;
}
