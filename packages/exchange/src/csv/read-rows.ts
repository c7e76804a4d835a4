import type { Reading } from '../reading.js';
import { UnreadableFileError } from '../unreadable-file-error.js';
import { columnPlaces } from './column-places.js';
import { csvRecords } from './csv-records.js';
import type { Layout } from './layout.js';
import { RowFields } from './row-fields.js';
import type { ByteFindings, FileInput } from './utf8-chunks.js';

/** How one kind of file is read: its columns, those of its neighbours, and how a row is taken from its fields. */
export interface RowReader<T> {
  layout: Layout;
  neighbours: readonly Layout[];
  /**
   * Gives the row, or as much of it as could be read after saying in `fields` why it cannot be taken; undefined where
   * nothing of it is of use.
   */
  take(fields: RowFields): T | undefined;
}

/**
 * Reads a CSV file row by row, in its order, giving each row as taken or refused. Memory does not grow with the file.
 * @throws UnreadableFileError when the file, or the rest of it, cannot be read; the rows before the fault come first
 */
export async function* readRows<T>(
  input: FileInput,
  file: string,
  reader: RowReader<T>,
): AsyncGenerator<Reading<T>> {
  const findings: ByteFindings = { windows1252: false };
  const records = csvRecords(input, file, findings);
  const first = await records.next();
  if (first.done) throw new UnreadableFileError('EMPTY_FILE', file, 'The file is empty.');
  const places = columnPlaces(file, first.value, reader.layout, reader.neighbours);
  for await (const { line, cells } of records) {
    const fields = new RowFields(file, line, cells, places, reader.layout, findings.windows1252);
    yield fields.reading(fields.faults.length > 0 ? undefined : reader.take(fields));
  }
}
