import type { RecordKind } from '@mase/workflow';
import type { Tx } from '../store.js';

/** What a message leads to. */
export interface OpenedMessage {
  id: string;
  kind: string;
  at: string;
  recordId: string;
  recordKind: RecordKind;
  persons: string[];
}

/**
 * Opens a message for the reader and keeps that he or she has, the first time. Null where it is told to none of the
 * reader's principals, or he or she may not see what it is about.
 */
export async function openMessage(
  tx: Tx,
  who: { partnershipId: string; userId: string; principals: readonly string[] },
  id: string,
  now: string,
): Promise<OpenedMessage | null> {
  const found = await tx.query<{
    id: string;
    kind: string;
    at: string;
    record_id: string;
    record_kind: RecordKind;
    persons: string[];
  }>({
    name: 'one message',
    text: `select m.id, m.kind, m.at, m.record_id, r.kind as record_kind, r.persons::text[] as persons
      from message m join record r on r.id = m.record_id where m.id = $1 and m.principal = any ($2::text[])`,
    values: [id, who.principals],
  });
  const row = found.rows[0];
  if (!row) return null;
  await tx.query({
    name: 'open a message',
    text: `insert into delivery (partnership_id, message_id, user_id, opened_at) values ($1, $2, $3, $4)
      on conflict (message_id, user_id) do update set opened_at = coalesce(delivery.opened_at, excluded.opened_at)`,
    values: [who.partnershipId, id, who.userId, now],
  });
  const { record_id, record_kind, ...message } = row;
  return { ...message, recordId: record_id, recordKind: record_kind };
}
