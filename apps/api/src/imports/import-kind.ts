import type { BulkAsked } from '@mase/store';
import type { Role } from '@mase/workflow';
import type { ImportTally, RowPlace } from './import-tally.js';
import type { Importer } from './known-children.js';

/** A file as it was received: where it lies and what its sender called it. */
export interface ReceivedFile {
  path: string;
  name: string;
}

/** What to import: at least one file, the day for ages and windows, and whether only to say what would happen. */
export interface ImportOrder {
  files: Partial<Record<string, ReceivedFile>>;
  asAt: string;
  preview: boolean;
}

/** One sort of file that is taken from outside: where it is sent, by whom, and what its rows ask. */
export interface ImportKind {
  /** Its address: `POST /api/v1/imports/<name>`. */
  name: string;
  summary: string;
  description: string;
  /** Fields of the form that hold its files, in the order in which these are taken. */
  parts: readonly string[];
  /** The most that one of them may hold. */
  megabytes: number;
  roles: readonly Role[];
  /** Who that is, in words. */
  who: string;
  /** What the file calls each field of a command. */
  fieldOf: Readonly<Record<string, string>>;
  /** The columns that the answer repeats of a row; all where it is left out. */
  repeats?: readonly string[];
  /** What is said of a row whose record was never put on the books, and of which of its fields. */
  lost: { field: string; reason: string };
  /** Refuses a file of the wrong sort before anything is taken: throws `UnreadableFileError`. */
  check(files: ImportOrder['files']): Promise<void>;
  /** The commands that the rows ask; refused rows and those known before are said to the tally and ask none. */
  requests(importer: Importer, order: ImportOrder, tally: ImportTally): AsyncGenerator<BulkAsked<RowPlace>>;
}
