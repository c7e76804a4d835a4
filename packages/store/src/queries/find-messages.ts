import type { RecordKind } from '@mase/workflow';
import type { Tx } from '../store.js';

/** A message to one of the reader's principals, with what it is about. */
export interface MessageLine {
  id: string;
  kind: string;
  principal: string;
  at: string;
  recordId: string;
  /** The rule of the clock of which it reminds; null where it tells of something else. */
  rule: string | null;
  about: {
    kind: RecordKind;
    title: string;
    reference: string | null;
    /** The child whom it is about, and his or her name; null where the reader does not see the child. */
    childId: string | null;
    childName: string | null;
    persons: string[];
  };
}

/**
 * One page of the reader's own messages, newest first; none about a record that he or she may not see. What was told the
 * reader by name and by role or team at once is one line: the one by name.
 */
export async function findMessages(
  tx: Tx,
  asked: { principals: readonly string[]; before?: { at: string; id: string } | undefined; limit: number },
): Promise<MessageLine[]> {
  const found = await tx.query<{
    id: string;
    kind: string;
    principal: string;
    at: string;
    record_id: string;
    rule: string | null;
    about: RecordKind;
    title: string;
    reference: string | null;
    persons: string[];
    child_id: string | null;
    child_name: string | null;
  }>({
    name: 'messages',
    text: `select m.id, m.kind, m.principal, m.at, m.record_id, (select k.rule from clock k where k.id = m.clock_id) as rule, r.kind as about, r.title, r.reference,
        r.persons::text[] as persons, c.id as child_id, c.title as child_name
      from message m join record r on r.id = m.record_id
        left join lateral (select one.id, one.title from record one where one.id = r.persons[1] and one.kind = 'child' limit 1) c on true
      where m.principal = any ($1::text[]) and ($2::timestamptz is null or (m.at, m.id) < ($2::timestamptz, $3::uuid))
        and not exists (select 1 from message o where o.principal = any ($1::text[]) and o.at = m.at and o.record_id = m.record_id
          and o.kind = m.kind and o.clock_id is not distinct from m.clock_id
          and (o.principal like 'user:%', o.id) > (m.principal like 'user:%', m.id))
      order by m.at desc, m.id desc limit $4`,
    values: [asked.principals, asked.before?.at ?? null, asked.before?.id ?? null, asked.limit],
  });
  return found.rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    principal: row.principal,
    at: row.at,
    recordId: row.record_id,
    rule: row.rule,
    about: {
      kind: row.about,
      title: row.title,
      reference: row.reference,
      childId: row.child_id,
      childName: row.child_name,
      persons: row.persons,
    },
  }));
}
