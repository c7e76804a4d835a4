import { phasesBeforeOwner, type RecordKind, type SilentLack } from '@mase/workflow';
import { findAddressees } from '../mail/addressees.js';
import type { Store, Tx } from '../store.js';

/** An open case that nobody would be told of or find, by its reference alone. */
export interface SilentCase {
  id: string;
  kind: RecordKind;
  reference: string | null;
  /** When the worker first found it so. */
  since: string;
  lacks: SilentLack[];
  persons: string[];
}

/**
 * Looks in every partnership whether each open case has an owner, a next step with a date, and a place in a list that
 * somebody with a running account has; notes those that have not, and since when, and forgets those that have again.
 * Gives how many there are.
 */
export async function noteSilentCases(worker: Store): Promise<number> {
  const partnerships = await worker.pool.query<{ id: string }>('select id from partnership order by id');
  let silent = 0;
  for (const { id } of partnerships.rows) {
    const now = worker.clock();
    const people = await findAddressees(worker.pool, id, now);
    const live = [...new Set(people.flatMap(({ principals }) => [...principals]))];
    const noted = await worker.pool.query<{ silent: number }>({
      name: 'note silent cases',
      text: 'select note_silent($1, $2, $3, $4) as silent',
      values: [id, live, phasesBeforeOwner, now],
    });
    silent += noted.rows[0]?.silent ?? 0;
  }
  return silent;
}

/** The silent cases of the reader's partnership, the longest first; none where he or she is neither chair nor oversees. */
export async function findSilentCases(tx: Tx, limit: number): Promise<SilentCase[]> {
  const found = await tx.query<SilentCase>({
    name: 'silent cases',
    text: 'select id, kind, reference, since, lacks, persons from silent_listed($1)',
    values: [limit],
  });
  return found.rows;
}
