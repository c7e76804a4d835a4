import { messageAnswers, type RecordKind } from '@mase/workflow';
import type { Tx } from '../store.js';

/** One telling: of what, to whom, how it went, whether he or she opened it, and what answered it. */
export interface Knowing {
  messageId: string;
  kind: string;
  rule: string | null;
  recordId: string;
  recordKind: RecordKind;
  title: string;
  at: string;
  userId: string;
  /** Null where it was told inside the product alone. */
  letter: { kind: string; state: string; sentAt: string | null; acceptedAt: string | null } | null;
  openedAt: string | null;
  /** Whether it asks for something: a date to keep, or an answer. What merely tells is never answered. */
  asks: boolean;
  /** The command that ended or put off the clock, or that answered: the own one of whoever was told before another's. */
  answer: Answer | null;
  /** When whoever was told first recorded something on the record after, whatever it was. */
  didAfterAt: string | null;
}

/** What answered a telling. */
export interface Answer {
  command: string;
  at: string;
  /** Null where the product did it by itself. */
  byId: string | null;
  /** How the clock ended, of a message of a clock. */
  ended: string | null;
}

const answers = Object.entries(messageAnswers).flatMap(([kind, commands]) =>
  commands.map((command) => ({ kind, command })),
);

/**
 * How far somebody may ask who knew of a record: `part` of a link of which the manager of a team reads what workers are
 * told: then of those alone who work with a child whom the team holds.
 */
export type WhoKnewReach = 'all' | 'part';

/** How far the reader may ask who knew of a record, and null where he or she may not: the database’s own answer. */
export async function findWhoKnewReach(tx: Tx, recordId: string): Promise<WhoKnewReach | null> {
  const found = await tx.query<{ reach: WhoKnewReach | null }>({
    name: 'who knew reach',
    text: 'select who_knew_reach($1) as reach',
    values: [recordId],
  });
  return found.rows[0]?.reach ?? null;
}

/** So many tellings of a record are told at once, the latest; the function of the database stops at them. */
export const mostTellings = 2000;

/** Who was told of a record and of what hangs under it, newest first, the latest `mostTellings`. */
export async function findWhoKnew(tx: Tx, recordId: string): Promise<Knowing[]> {
  const found = await tx.query<{
    message_id: string;
    kind: string;
    rule: string | null;
    record_id: string;
    record_kind: RecordKind;
    title: string;
    at: string;
    user_id: string;
    mail_kind: string | null;
    mail_state: string | null;
    sent_at: string | null;
    accepted_at: string | null;
    opened_at: string | null;
    answered_at: string | null;
    answered_by: string | null;
    answered_with: string | null;
    ended_how: string | null;
    did_after: string | null;
  }>({
    name: 'who knew',
    text: 'select * from who_knew($1, $2, $3)',
    values: [recordId, answers.map(({ kind }) => kind), answers.map(({ command }) => command)],
  });
  return found.rows.map((row) => ({
    messageId: row.message_id,
    kind: row.kind,
    rule: row.rule,
    recordId: row.record_id,
    recordKind: row.record_kind,
    title: row.title,
    at: row.at,
    userId: row.user_id,
    letter:
      row.mail_kind && row.mail_state
        ? { kind: row.mail_kind, state: row.mail_state, sentAt: row.sent_at, acceptedAt: row.accepted_at }
        : null,
    openedAt: row.opened_at,
    asks: row.rule !== null || row.kind in messageAnswers,
    answer:
      row.answered_at && row.answered_with
        ? { command: row.answered_with, at: row.answered_at, byId: row.answered_by, ended: row.ended_how }
        : null,
    didAfterAt: row.did_after,
  }));
}
