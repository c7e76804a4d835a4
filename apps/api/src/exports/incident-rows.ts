import { type IncidentRow, writeIncidents } from '@mase/exchange';
import type { IncidentStanding } from '@mase/workflow';
import type { ExportPage } from './export-pages.js';

/** Incidents that stand, in the form in which they are imported: one row an outcome, or one without any. `count` is told each row. */
export function incidentPieces(pages: AsyncIterable<ExportPage>, count: () => void): AsyncGenerator<string> {
  return writeIncidents(rowsOf(pages, count));
}

async function* rowsOf(pages: AsyncIterable<ExportPage>, count: () => void): AsyncGenerator<IncidentRow> {
  for await (const { records } of pages)
    for (const { standing } of records.filter(({ state }) => state !== 'withdrawn')) {
      const { outcomes } = standing as IncidentStanding;
      for (const outcome of outcomes.length > 0 ? outcomes : [undefined]) {
        count();
        yield rowOf(standing as IncidentStanding, outcome);
      }
    }
}

const parties = (all: readonly { reference?: string | null }[]): IncidentRow['victims'] =>
  all.map(({ reference }) => (reference ? { reference } : {}));

function rowOf(
  { force, reference, kind, offence, recorded, victims, offenders, ...told }: IncidentStanding,
  outcome: IncidentRow['outcome'],
): IncidentRow {
  const { committed, committedTo, place } = told;
  return {
    ...{ force, reference, kind, offence, recorded },
    ...{ victims: parties(victims), offenders: parties(offenders) },
    ...(committed ? { committed } : {}),
    ...(committedTo ? { committedTo } : {}),
    ...(place ? { place } : {}),
    ...(outcome ? { outcome: { code: outcome.code, on: outcome.on } } : {}),
  };
}
