import { isTaken, type Reading, type TakenReading } from '@mase/exchange';
import type { Stage } from './import-lines.js';
import type { ImportTally, RowPlace, RowReason } from './import-tally.js';

const size = 500;

/** A row that can be read, with its place and what it says. */
export type Row<T> = RowPlace & { row: T };

/**
 * Gives the rows of a file a few hundred at a time, so that each lot is looked up at once. Rows that cannot be read are
 * refused on the way, with what else is wrong of what could be read of them where `more` says that; doubts are said.
 */
export async function* rowChunks<T>(
  readings: AsyncIterable<Reading<T>>,
  stage: Stage,
  tally: ImportTally,
  more?: (row: Row<Partial<T>>, faults: readonly RowReason[]) => RowReason[],
): AsyncGenerator<Row<T>[]> {
  let chunk: Row<T>[] = [];
  await tally.begin(stage);
  for await (const reading of readings) {
    await tally.read(stage);
    const place: RowPlace = { stage, file: reading.file, line: reading.line, raw: reading.raw };
    if (!isTaken(reading)) {
      const { faults, readable } = reading;
      await tally.refuse(place, more && readable ? more({ ...place, row: readable }, faults) : faults);
      continue;
    }
    await tally.warn(place, (reading as TakenReading<T>).warnings);
    chunk.push({ ...place, row: reading.row });
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
