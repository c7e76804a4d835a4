import type { Reading } from '../access.js';
import { auditReading } from '../queries/audit-reading.js';
import type { Tx } from '../store.js';
import type { LetterKind } from './letters.js';

/** A letter that the worker gave up, as an administrator sees it: nothing of what it is about. */
export interface DeadLetter {
  id: string;
  userId: string;
  kind: LetterKind;
  madeAt: string;
  triedAt: string;
  tries: number;
  /** Where the conversation with the server ended, and its code. */
  why: string;
}

/** Dead letters, the newest first, at most 500; none where the reader is no administrator. */
export async function findDeadLetters(tx: Tx): Promise<DeadLetter[]> {
  const found = await tx.query<{
    id: string;
    user_id: string;
    kind: LetterKind;
    made_at: string;
    tried_at: string;
    tries: number;
    why: string | null;
  }>({
    name: 'dead letters',
    text: `select id, user_id, kind, made_at, tried_at, tries, why from mail
      where partnership_id = (select app_partnership()) and state = 'dead' order by made_at desc, id desc limit 500`,
  });
  return found.rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    kind: row.kind,
    madeAt: row.made_at,
    triedAt: row.tried_at,
    tries: row.tries,
    why: row.why ?? 'unknown',
  }));
}

/**
 * Settles a dead letter, once: it is tried again from now on, or given up for good with a reason; the audit keeps by
 * whom. False where it is none, or somebody has settled it.
 */
export async function settleDeadLetter(
  tx: Tx,
  who: Reading,
  { id, how, reason }: { id: string; how: 'send-again' | 'give-up'; reason: string | null },
  now: string,
): Promise<boolean> {
  const settled = await tx.query({
    name: 'settle a dead letter',
    text: `update mail set state = $2, next_at = $3, first_tried_at = null, settled_by = $4, settled_at = $3,
        settled_why = $5 where id = $1 and state = 'dead'`,
    values: [id, how === 'give-up' ? 'given-up' : 'waiting', now, who.userId, reason],
  });
  if (settled.rowCount === 0) return false;
  await auditReading(
    tx,
    who,
    { action: `letters/${how}`, persons: [], reason: reason ?? `letter ${id}` },
    now,
  );
  return true;
}
