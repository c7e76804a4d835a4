import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isTaken, type PopulationRow, type Reading, readPopulation } from '@mase/exchange';
import { type BulkRequest, findRecordsById, reading } from '@mase/store';
import { populationKeepers } from '@mase/workflow';
import { RecordTableBody } from '../population-tables/record-table.js';
import type { ImportKind } from './import-kind.js';
import type { ImportTally, RowPlace, RowReason } from './import-tally.js';
import type { Importer } from './known-children.js';
import { CountedTable } from './population-rows.js';
import { fitsBody } from './row-body.js';

/** The most tables of one file, by area, source and year: they are held until the file has ended. */
const mostTables = 50;

/** What one file tells: its tables, and whether some row of it could not be taken. */
class PopulationFile {
  readonly tables = new Map<string, CountedTable>();
  broken = false;

  async read(readings: AsyncIterable<Reading<PopulationRow>>, tally: ImportTally): Promise<void> {
    await tally.begin('population');
    for await (const one of readings) {
      await tally.read('population');
      const { file, line, raw } = one;
      const place: RowPlace = { stage: 'population', file, line, raw };
      const faults = isTaken(one) ? this.add(one.row, place) : one.faults;
      if (isTaken(one)) await tally.warn(place, one.warnings);
      if (faults.length === 0) continue;
      this.broken = true;
      await tally.refuse(place, faults);
    }
  }

  private add(row: PopulationRow, place: RowPlace): RowReason[] {
    const { area, source, year } = row;
    const key = JSON.stringify([area, source, year]);
    const known = this.tables.get(key);
    if (!known && this.tables.size >= mostTables)
      return [
        {
          ...{ field: 'AREA', value: area, code: 'TOO_MANY' },
          reason: `A file has at most ${mostTables} tables, by area, source and year.`,
        },
      ];
    const table = known ?? new CountedTable({ area, source, year }, place);
    this.tables.set(key, table);
    return table.add(row, place);
  }
}

/** The id of a table: the same for the same counts of the same area, source and year. The form of a version 7 UUID, with a time long past. */
function idOf({ reading: { partnershipId } }: Importer, payload: object): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([partnershipId, 'population', payload]))
    .digest('hex');
  return `016f5e66-e800-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

async function* requests(
  importer: Importer,
  file: PopulationFile,
  tally: ImportTally,
): AsyncGenerator<BulkRequest<RowPlace>> {
  for (const table of file.tables.values()) {
    const { place, rows } = table;
    const source: RowPlace = { ...place, rows };
    if (rows === 0) continue;
    if (file.broken) {
      await tally.refuse(source, [notWhole]);
      continue;
    }
    const payload = table.payload();
    const id = idOf(importer, payload);
    const [known] = await reading(importer.store, importer.reading, (tx) => findRecordsById(tx, [id]));
    if (known?.state === 'withdrawn') await tally.refuse(source, [withdrawn]);
    else if (known) tally.settle('population', 'known', rows);
    else if (await fitsBody(RecordTableBody, payload, source, tally))
      yield { name: 'population-tables/record-table', recordId: id, payload, source };
  }
}

const notWhole: RowReason = {
  ...{ field: '', value: '', code: 'NOT_WHOLE' },
  reason: 'A table is taken whole, and rows of this file cannot be: mend them and give the file again.',
};
const withdrawn: RowReason = {
  ...{ field: 'SOURCE', value: '', code: 'WITHDRAWN' },
  reason:
    'This very table was withdrawn: it does not come back by itself. Where it is right after all, say so in SOURCE.',
};

/** A file of tables of the population, with which the cohort of the scorecards is compared. */
export const populationImport: ImportKind = {
  name: 'population',
  summary: 'Take a file of the population of children',
  description: 'A form of file (CSV, at most 5 MB; docs/import-formats.md names its columns)',
  parts: ['file'],
  megabytes: 5,
  roles: populationKeepers,
  who: 'the coordinator, a senior manager or an auditor',
  fieldOf: { area: 'AREA', source: 'SOURCE', year: 'YEAR', total: 'COUNT', groups: 'COUNT' },
  lost: { field: 'AREA', reason: 'The table could not be recorded.' },

  /** Reads the first row. */
  async check({ file }) {
    if (!file) return;
    const readings = readPopulation(createReadStream(file.path), file.name);
    await readings.next();
    await readings.return(undefined);
  },

  async *requests(importer, { files: { file } }, tally) {
    if (!file) return;
    const told = new PopulationFile();
    await told.read(readPopulation(createReadStream(file.path), file.name), tally);
    yield* requests(importer, told, tally);
  },
};
