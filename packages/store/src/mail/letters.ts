import type { UserStanding } from '@mase/workflow';
import type { Store } from '../store.js';

/** Kinds of letter: of one urgent message, of messages that came together, of a day's messages, and invitations. */
export type LetterKind = 'urgent' | 'messages' | 'digest' | 'invitation';

/** A letter that is to be sent now. Its id is the same at every try. */
export interface LetterToSend {
  id: string;
  partnershipId: string;
  userId: string;
  /** Where it goes; null where the account has ended. */
  email: string | null;
  kind: LetterKind;
  madeAt: string;
  tries: number;
  /** How many messages it tells of that nobody has opened yet, and the first of them. */
  messages: number;
  messageId: string | null;
  /** The state of a sitting, or of one item of it with its time, that it carries to a calendar; null for other letters. */
  invitation: {
    sittingId: string;
    method: 'REQUEST' | 'CANCEL';
    sequence: number;
    item: { id: string; startsAt: string; endsAt: string } | null;
  } | null;
}

/** Whoever sends a letter has so long; then another worker may take it. Within a minute of a kill it is tried again. */
export const leaseMs = 45_000;
/** A letter is tried for three days, then it is a dead one. */
const triedForMs = 3 * 24 * 3_600_000;
const firstPauseMs = 30_000;
const longestPauseMs = { urgent: 2 * 60_000, other: 60 * 60_000 };

/** How long a letter rests after so many tries: twice as long each time. */
export function pauseAfter(tries: number, kind: LetterKind): number {
  const longest = kind === 'urgent' ? longestPauseMs.urgent : longestPauseMs.other;
  return Math.min(firstPauseMs * 2 ** Math.max(0, tries - 1), longest);
}

interface ClaimedRow {
  id: string;
  partnership_id: string;
  user_id: string;
  kind: LetterKind;
  made_at: string;
  tries: number;
  sitting_id: string | null;
  method: 'REQUEST' | 'CANCEL' | null;
  sequence: number | null;
  about_id: string | null;
  starts_at: string | null;
  ends_at: string | null;
}

/** Takes letters that are due, urgent ones first, at most `limit`: nobody else takes them until the lease is over. */
export async function claimLetters(worker: Store, limit: number): Promise<LetterToSend[]> {
  const now = worker.clock();
  const claimed = await worker.pool.query<ClaimedRow>({
    name: 'claim letters',
    text: `with taken as (
        update mail set tries = tries + 1, tried_at = $1, first_tried_at = coalesce(first_tried_at, $1), next_at = $2
        where id in (select id from mail where state = 'waiting' and next_at <= $1
          order by kind <> 'urgent', next_at, id limit $3 for update skip locked)
        returning id, partnership_id, user_id, kind, made_at, tries)
      select t.*, i.sitting_id, i.method, i.sequence, i.about_id, i.starts_at, i.ends_at from taken t left join invitation i on i.mail_id = t.id`,
    values: [now, new Date(Date.parse(now) + leaseMs).toISOString(), limit],
  });
  if (claimed.rows.length === 0) return [];
  const emails = await emailsOf(worker, claimed.rows);
  const unread = await worker.pool.query<{ mail_id: string; messages: number; first_id: string }>({
    name: 'unread in letters',
    text: 'select mail_id, messages, first_id from unread_in($1::uuid[])',
    values: [claimed.rows.map(({ id }) => id)],
  });
  const counts = new Map(unread.rows.map((one) => [one.mail_id, one]));
  return claimed.rows.map((row) => ({
    id: row.id,
    partnershipId: row.partnership_id,
    userId: row.user_id,
    email: emails.get(row.user_id) ?? null,
    kind: row.kind,
    madeAt: row.made_at,
    tries: row.tries,
    messages: counts.get(row.id)?.messages ?? 0,
    messageId: counts.get(row.id)?.first_id ?? null,
    invitation:
      row.sitting_id && row.method
        ? {
            sittingId: row.sitting_id,
            method: row.method,
            sequence: row.sequence ?? 0,
            item:
              row.about_id && row.starts_at && row.ends_at
                ? { id: row.about_id, startsAt: row.starts_at, endsAt: row.ends_at }
                : null,
          }
        : null,
  }));
}

async function emailsOf(worker: Store, rows: readonly ClaimedRow[]): Promise<Map<string, string>> {
  const emails = new Map<string, string>();
  for (const partnershipId of new Set(rows.map((one) => one.partnership_id))) {
    const people = await worker.pool.query<{ id: string; standing: string }>({
      name: 'addresses of letters',
      text: 'select id, standing from people_to_tell($1) where id = any ($2::uuid[])',
      values: [partnershipId, rows.map((one) => one.user_id)],
    });
    for (const { id, standing } of people.rows) emails.set(id, (JSON.parse(standing) as UserStanding).email);
  }
  return emails;
}

/** What came of a try; `why` is a code that names nobody. */
export type Tried =
  | { outcome: 'accepted' }
  | { outcome: 'not-needed' }
  /** Nothing will change by trying again: an address that the server does not take. */
  | { outcome: 'refused'; why: string }
  | { outcome: 'failed'; why: string };

/** Notes what came of a try: a letter that failed is tried again later each time, and after three days no more. */
export async function noteTried(
  worker: Store,
  letter: Pick<LetterToSend, 'id' | 'tries' | 'kind'>,
  tried: Tried,
): Promise<void> {
  const now = worker.clock();
  const why = 'why' in tried ? tried.why.slice(0, 200) : null;
  await worker.pool.query({
    name: 'note a letter tried',
    text: `update mail set why = $4,
        state = case when $3 = 'refused' or ($3 = 'failed' and first_tried_at < $6) then 'dead'
          when $3 = 'failed' then 'waiting' else $3 end,
        accepted_at = case when $3 = 'accepted' then $2::timestamptz end,
        next_at = case when $3 = 'failed' then $5 else next_at end
      where id = $1 and state = 'waiting'`,
    values: [
      letter.id,
      now,
      tried.outcome,
      why,
      new Date(Date.parse(now) + pauseAfter(letter.tries, letter.kind)).toISOString(),
      new Date(Date.parse(now) - triedForMs).toISOString(),
    ],
  });
}

/** How many letters wait past their time and how many are dead, for what the worker counts. */
export async function countLetters(worker: Store): Promise<{ waiting: number; dead: number }> {
  const found = await worker.pool.query<{ waiting: number; dead: number }>({
    name: 'count letters',
    text: `select count(*) filter (where state = 'waiting')::integer as waiting,
        count(*) filter (where state = 'dead')::integer as dead
      from mail where state in ('waiting', 'dead')`,
  });
  return found.rows[0] ?? { waiting: 0, dead: 0 };
}
