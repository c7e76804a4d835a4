import { begin, clockReading } from '../access.js';
import { commit, type Store, withClient } from '../store.js';

/** A copy of a sitting’s papers in which a case stands, and who has it. */
export interface CopyHolder {
  sittingId: string;
  panel: string;
  startsAt: string;
  recipientId: string;
  name: string;
  /** Which of the papers: "pack", "supplement", "agenda", "extract", "minutes", "letter". */
  document: string;
  copyNumber: number;
  version: number;
  issuedAt: string;
  openedAt: string | null;
  /** When it was recalled since; null where it was not, and of minutes and letters, which are not recalled with the papers. */
  recalledAt: string | null;
}

/** The most that are told at once: of more the latest. */
export const mostHolders = 500;

interface RawHolder {
  sitting_id: string;
  panel: string;
  starts_at: string;
  recipient_id: string;
  name: string;
  document: string;
  copy_number: number;
  version: number;
  issued_at: string;
  opened_at: string | null;
  recalled_at: string | null;
}

/**
 * Who has copies of papers in which a case stands with an item of its own, the latest first, as the service itself reads
 * them: whoever restricts a case need read no sitting. Whether the asker may know is for the caller to have found out.
 */
export async function findHolders(app: Store, partnershipId: string, caseId: string): Promise<CopyHolder[]> {
  const clock = clockReading(partnershipId);
  // That a copy was recalled stands on the sitting, for the office that recalls.
  const who = { ...clock, principals: [...clock.principals, 'role:coordinator'] };
  return withClient(app, async (tx) => {
    await begin(tx, who, { purpose: 'change', now: app.clock() });
    const found = await tx.query<RawHolder>({
      name: 'holders of a case',
      text: `select p.record_id as sitting_id, s.title as panel, s.opened_at as starts_at, p.recipient_id, u.title as name,
          split_part(split_part(p.digest, ' ', 1), ':', 1) as document, p.copy_number, p.version, p.issued_at, p.opened_at,
          (select min(w.at) from written w where w.record_id = p.record_id and w.kind = 'copy-recalled' and w.at >= p.issued_at
            and w.body::json ->> 'recipientId' = p.recipient_id::text and p.digest !~ '^(minutes|letter)') as recalled_at
        from record i join pack p on p.record_id = i.parent_id and position(i.id::text in p.parts) > 0
          join record s on s.id = i.parent_id join record u on u.id = p.recipient_id
        where i.kind = 'agendaItem' and i.subject_id = $1
        order by p.issued_at desc, p.copy_number desc limit ${mostHolders}`,
      values: [caseId],
    });
    await commit(tx);
    return found.rows.map((row) => ({
      ...{ sittingId: row.sitting_id, panel: row.panel, startsAt: row.starts_at, name: row.name },
      ...{ recipientId: row.recipient_id, document: row.document, copyNumber: row.copy_number },
      ...{ version: row.version, issuedAt: row.issued_at, openedAt: row.opened_at },
      recalledAt: row.recalled_at,
    }));
  });
}
