import type {
  EndedClock,
  Post,
  RecordKind,
  RecordRef,
  RunningClock,
  Standing,
  StateValue,
} from '@mase/workflow';
import type { HistoryColumns } from './sealed-entry.js';

/** An entry of a record's history, as its canonical text says. */
export interface HistoryEntry {
  command: {
    id: string;
    name: string;
    actor: { kind: string; userId: string | null; roles: string[]; post?: Post };
    happened: string;
    at: string;
  };
  payload?: object;
  /** The command's own record, where this one only took part. */
  of?: RecordRef;
  record: {
    kind: RecordKind;
    id: string;
    version: number;
    parentId: string | null;
    subjectId: string | null;
  };
  event: string;
  from: StateValue;
  state: StateValue;
  standing: Standing;
  started: RunningClock[];
  ended: EndedClock[];
  rows: { id: string; kind: string; digest: string; replaces?: string }[];
}

/** A row of history as the driver gives it. */
export interface StoredEntry extends HistoryColumns {
  /** Null, both, once a disposal has destroyed them. */
  entry: string | null;
  salt: Buffer | null;
  leaf: Buffer;
}

/** Something that is not as it was recorded: on which record of whom, from which version on, and why, in words. */
export interface HistoryFault {
  partnership: string;
  record: RecordRef;
  version: number | null;
  code: string;
  reason: string;
}
