import type { Tx } from '../store.js';

/** A copy of a sitting's papers that prints the part of a report for the panel. */
export interface ReportCopy {
  recipientId: string;
  recipientName: string;
  copyNumber: number;
  issuedAt: string;
  openedAt: string | null;
  /** Whether the part was written anew since: the copy holds another text than the one that is read now. */
  isEarlier: boolean;
}

interface CopyColumns {
  recipient_id: string;
  recipient_name: string | null;
  copy_number: number;
  issued_at: string;
  opened_at: string | null;
  is_earlier: boolean;
}

/** The copies that print a part of a report, the last issued first; none for whoever is not cleared for the report. */
export async function findReportCopies(tx: Tx, reportId: string): Promise<ReportCopy[]> {
  const found = await tx.query<CopyColumns>({
    name: 'report copies',
    text: `with changed as (select max(at) as at from written
        where record_id = $1 and kind = 'intelligence-part' and class = 'sheet' and replaces is not null)
      select p.recipient_id, n.title as recipient_name, p.copy_number, p.issued_at, p.opened_at,
        p.issued_at < coalesce(c.at, '-infinity') as is_earlier
      from pack p cross join changed c left join lateral names_of(array[p.recipient_id]) n on true
      where p.reports @> array[$1::uuid] and exists (select 1 from case_reader k where k.record_id = $1 and k.class = 'unsanitised')
      order by p.issued_at desc, p.copy_number`,
    values: [reportId],
  });
  return found.rows.map((row) => ({
    recipientId: row.recipient_id,
    recipientName: row.recipient_name ?? '',
    copyNumber: row.copy_number,
    issuedAt: row.issued_at,
    openedAt: row.opened_at,
    isEarlier: row.is_earlier,
  }));
}
