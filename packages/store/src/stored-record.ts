import {
  type RecordKind,
  type Standing,
  type StateValue,
  type StoredRecord,
  shownOf,
  type WrittenRow,
} from '@mase/workflow';

/** The columns that make a `StoredRecord`. */
export const recordColumns = 'id, kind, version, state, standing, at, parent_id, subject_id';

/** A record row as the driver gives it. */
export interface RawRecord {
  id: string;
  kind: RecordKind;
  version: number;
  state: string;
  standing: string;
  at: string;
  parent_id: string | null;
  subject_id: string | null;
}

/** A record as the workflow sees it, from its row. */
export function storedRecord(row: RawRecord): StoredRecord {
  return {
    id: row.id,
    kind: row.kind,
    ...shownOf(row.version, JSON.parse(row.standing) as Standing),
    state: JSON.parse(row.state) as StateValue,
    at: row.at,
    parentId: row.parent_id,
    subjectId: row.subject_id,
  };
}

/** The columns that make a `WrittenRow`. */
export const writtenColumns = 'id, record_id, kind, class, version, replaces, author_id, happened, at, body';

/** A row of what was written, as the driver gives it. */
export interface RawWritten {
  id: string;
  record_id: string;
  kind: string;
  class: WrittenRow['class'];
  version: number;
  replaces: string | null;
  author_id: string | null;
  happened: string;
  at: string;
  body: string;
}

/** What was written, as the workflow sees it. */
export function writtenRow(row: RawWritten, kind: RecordKind): WrittenRow {
  return {
    id: row.id,
    kind: row.kind,
    class: row.class,
    record: { kind, id: row.record_id },
    replaces: row.replaces,
    happened: row.happened,
    body: JSON.parse(row.body) as object,
  };
}
