import type { Tx } from '../store.js';

/** A copy of a sitting's papers that was issued after an entry was recorded and before it was withdrawn. */
export interface Carrier {
  packId: string;
  sittingId: string;
  recipientId: string;
  recipientName: string;
  copyNumber: number;
  issuedAt: string;
  /** What was withdrawn: the kind of entry, and when. */
  entryKind: string;
  withdrawnAt: string;
}

/**
 * The copies that may have carried a withdrawn entry of a case: those of every sitting that had the case on its agenda,
 * issued while the entry stood. Which parts of the papers each recipient read is not asked: who may have, is told.
 */
export async function findCarriers(tx: Tx, caseId: string): Promise<Carrier[]> {
  const found = await tx.query<{
    id: string;
    sitting_id: string;
    recipient_id: string;
    title: string | null;
    copy_number: number;
    issued_at: string;
    entry_kind: string;
    withdrawn_at: string;
  }>({
    name: 'carriers',
    text: `select p.id, p.sitting_id, p.recipient_id, n.title, p.copy_number, p.issued_at, e.kind as entry_kind, w.at as withdrawn_at
      from written w
      join written e on e.id = w.replaces
      join record i on i.kind = 'agendaItem' and i.subject_id = w.record_id
      join pack p on p.sitting_id = i.parent_id and p.issued_at >= e.at and p.issued_at <= w.at
      left join lateral names_of(array[p.recipient_id]) n on true
      where w.record_id = $1 and w.kind = 'entry-withdrawn'
      order by p.issued_at, p.copy_number`,
    values: [caseId],
  });
  return found.rows.map((row) => ({
    packId: row.id,
    sittingId: row.sitting_id,
    recipientId: row.recipient_id,
    recipientName: row.title ?? '',
    copyNumber: row.copy_number,
    issuedAt: row.issued_at,
    entryKind: row.entry_kind,
    withdrawnAt: row.withdrawn_at,
  }));
}
