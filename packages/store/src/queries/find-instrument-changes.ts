import type { AdoptedChange, Instrument, InstrumentChangeStanding } from '@mase/workflow';
import type { Tx } from '../store.js';

/** The changes of the instruments of an area that two people decided, the oldest first: everybody of it reads them. */
export async function findInstrumentChanges(tx: Tx): Promise<AdoptedChange[]> {
  const { rows } = await tx.query<{ standing: string; file: string | null }>({
    name: 'instrument-changes',
    text: `select r.standing, w.body as file from record r
        left join written w on w.record_id = r.id and w.kind = 'instrument-file'
      where r.kind = 'instrumentChange' and r.phase = 'decided' order by r.closed_at, r.id`,
    values: [],
  });
  return rows.map(({ standing, file }) => ({
    standing: JSON.parse(standing) as InstrumentChangeStanding,
    instrument: file === null ? null : (JSON.parse(file) as Instrument),
  }));
}
