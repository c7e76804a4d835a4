import type { AgencyStanding, PartnerFiguresStanding, StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/** What agencies counted themselves over a year, and every agency on the books. */
export interface PartnerFiguresFound {
  figures: StoredRecord<PartnerFiguresStanding>[];
  agencies: StoredRecord<AgencyStanding>[];
}

/** The figures that stand for a year as far as this reader reads them, and all agencies, in one query. */
export async function findPartnerFigures(tx: Tx, year: string): Promise<PartnerFiguresFound> {
  const found = await tx.query<RawRecord>({
    name: 'partner figures',
    text: `select ${recordColumns} from record where partnership_id = (select app_partnership())
        and kind = 'partnerFigures' and phase = 'given' and reference = $1
      union all select ${recordColumns} from record where partnership_id = (select app_partnership()) and kind = 'agency'`,
    values: [year],
  });
  const records = found.rows.map(storedRecord);
  const of = (kind: string) => records.filter((one) => one.kind === kind);
  return {
    figures: of('partnerFigures') as StoredRecord<PartnerFiguresStanding>[],
    agencies: of('agency') as StoredRecord<AgencyStanding>[],
  };
}

/** Every figure that stands of an agency, as far as this reader reads it. */
export async function findFiguresOf(tx: Tx, agencyId: string): Promise<PartnerFiguresStanding[]> {
  const found = await tx.query<RawRecord>({
    name: 'figures of an agency',
    text: `select ${recordColumns} from record where partnership_id = (select app_partnership())
        and kind = 'partnerFigures' and phase = 'given' and subject_id = $1`,
    values: [agencyId],
  });
  return found.rows.map((one) => storedRecord(one).standing as PartnerFiguresStanding);
}
