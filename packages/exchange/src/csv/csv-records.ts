import { parse } from 'csv-parse';
import { UnreadableFileError } from '../unreadable-file-error.js';
import { type ByteFindings, type FileInput, utf8Chunks } from './utf8-chunks.js';

/** One record of a CSV file: its cells as they stand, and the line, from 1, on which it begins. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** The most bytes that one record may have, so that a file without line ends cannot fill the memory. */
const MAX_RECORD_BYTES = 256 * 1024;

/** Longer than the look-ahead of the parser, so that every whole record before a stop is given. */
const UNFINISHED = Buffer.alloc(64, '?');

/**
 * Gives the records of a comma separated file in order, whatever its line ends (CRLF, LF, CR, or mixed); rows with
 * nothing in them are passed over but counted. Memory does not grow with the file.
 * @throws UnreadableFileError when the bytes are no text (see `utf8Chunks`), when a record has more than 256 KiB, or
 * when a quote is never closed; every whole record before the fault is given first
 */
export async function* csvRecords(
  input: FileInput,
  file: string,
  findings: ByteFindings,
): AsyncGenerator<CsvRecord> {
  const parser = parse({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD_BYTES,
  });
  let failure: Error | undefined;
  parser.on('error', (error) => {
    failure = error;
  });
  let line = 1;
  const record = (cells: string[]): CsvRecord => {
    const found = { line, cells };
    line += 1;
    for (const cell of cells) if (/[\r\n]/.test(cell)) line += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
    return found;
  };
  try {
    for await (const chunk of utf8Chunks(input, file, findings)) {
      parser.write(chunk);
      yield* read(parser, record);
      if (parser.destroyed) break;
    }
    if (findings.stopped) {
      if (!parser.destroyed) parser.write(UNFINISHED);
      yield* read(parser, record);
      throw new UnreadableFileError(findings.stopped.code, file, findings.stopped.words, line);
    }
    if (!parser.destroyed) await finish(parser);
    yield* read(parser, record);
    await new Promise(setImmediate);
    if (failure) throw unreadable(failure, file, line);
  } finally {
    parser.destroy();
  }
}

function* read(
  parser: ReturnType<typeof parse>,
  record: (cells: string[]) => CsvRecord,
): Generator<CsvRecord> {
  for (
    let cells = parser.read() as string[] | null;
    cells !== null;
    cells = parser.read() as string[] | null
  ) {
    const found = record(cells);
    if (found.cells.some((cell) => cell.trim() !== '')) yield found;
  }
}

/** Resolves when the parser has taken the last record or has failed. */
function finish(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    parser
      .once('readable', resolve)
      .once('end', resolve)
      .once('error', () => resolve());
    parser.end();
  });
}

function unreadable(failure: Error, file: string, line: number): UnreadableFileError {
  const code = 'code' in failure ? failure.code : undefined;
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    const words = 'A quotation mark opens in this row and never closes. Nothing from this row on was read.';
    return new UnreadableFileError('QUOTE_NOT_CLOSED', file, words, line);
  }
  if (code === 'CSV_MAX_RECORD_SIZE') {
    const words =
      'This row has more than 256 KiB: a quotation mark or a line end is missing. Nothing from it on was read.';
    return new UnreadableFileError('LINE_TOO_LONG', file, words, line);
  }
  return new UnreadableFileError('NOT_CSV', file, `This row cannot be read as CSV: ${failure.message}`, line);
}
