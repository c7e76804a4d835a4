import type { StoredRecord } from '@mase/workflow';
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { begin, clockReading } from '../access.js';
import { commit, type Store, withClient } from '../store.js';
import { findWanted, records, type Sitting, type Wanted } from './wanted-invitations.js';

/** What somebody's calendar was told last, and by which letter. */
interface Sent extends Omit<Wanted, 'settled'> {
  sequence: number;
  method: 'REQUEST' | 'CANCEL';
  mailId: string | null;
}

/**
 * Brings calendars up to date with the sittings to come: a request to members, substitutes and the chair, and of the item
 * alone to whoever comes for one, where none was sent or it has changed since; a cancellation to whoever was invited and
 * is so no longer, or all, where it is cancelled. What is wanted follows from the sittings alone, so nobody is missed
 * who joins later. One worker at a time; gives how many letters it made.
 */
export async function inviteToSittings(worker: Store, app: Store): Promise<number> {
  return withClient(worker, async (client) => {
    await client.query('begin');
    const mine = await client.query<{ locked: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('invite to sittings')) as locked",
    );
    let made = 0;
    if (mine.rows[0]?.locked) {
      const partnerships = await client.query<{ id: string }>('select id from partnership order by id');
      for (const { id } of partnerships.rows) made += await inviteIn(client, app, id, worker.clock());
    }
    await commit(client);
    return made;
  });
}

async function inviteIn(client: PoolClient, app: Store, partnershipId: string, now: string): Promise<number> {
  const { sittings, wanted } = await findWanted(app, partnershipId, now);
  if (sittings.length === 0) return 0;
  const sent = await findSent(
    client,
    sittings.map(({ id }) => id),
  );
  const known = new Map(sent.map((one) => [keyOf(one), one]));
  const keys = new Set(wanted.map(keyOf));
  const requests = wanted.flatMap(({ settled, ...one }) => {
    const before = known.get(keyOf(one));
    const isTold = before?.method === 'REQUEST' && isSame(before, one);
    if (isTold || !settled) return [];
    return [{ ...one, sequence: nextSequence(before, one), method: 'REQUEST' as const, before }];
  });
  const sequences = new Map(sittings.map(({ id, standing }) => [id, standing.sequence ?? 0]));
  const gone = sent
    .filter((one) => one.method === 'REQUEST' && !keys.has(keyOf(one)))
    .map((before) => {
      const sittingSequence = sequences.get(before.sittingId) ?? before.sittingSequence;
      const sequence = nextSequence(before, { ...before, sittingSequence });
      return { ...before, sittingSequence, sequence, method: 'CANCEL' as const, before };
    });
  const changes = [...requests, ...gone];
  let made = 0;
  for (const { before, ...one } of changes) {
    const unsent = before?.mailId ? await takeBack(client, before.mailId) : false;
    // Nobody is told that what they never heard of is off.
    if (unsent && before && one.method === 'CANCEL' && !(await wasInvited(client, before))) continue;
    await keepInvitation(client, partnershipId, { ...one, mailId: uuidv7() }, now);
    made += 1;
  }
  return made;
}

const keyOf = ({ sittingId, userId, aboutId }: Pick<Wanted, 'sittingId' | 'userId' | 'aboutId'>) =>
  `${sittingId} ${userId} ${aboutId}`;

/** Whether a calendar says already what it is to say. */
const isSame = (told: Sent, one: Omit<Wanted, 'settled'>): boolean =>
  told.sittingSequence >= one.sittingSequence &&
  sameTime(told.startsAt, one.startsAt) &&
  sameTime(told.endsAt, one.endsAt);

const sameTime = (one: string | null, other: string | null) =>
  one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other));

/** Of a sitting the number of its changes, which the file that somebody fetches has too; of an item one more each time. */
function nextSequence(
  before: Sent | undefined,
  { aboutId, sittingId, sittingSequence }: Omit<Wanted, 'settled'>,
) {
  if (aboutId === sittingId) return sittingSequence;
  return before ? before.sequence + 1 : 0;
}

async function findSent(client: PoolClient, sittings: readonly string[]): Promise<Sent[]> {
  const found = await client.query<{
    sitting_id: string;
    user_id: string;
    sequence: number;
    method: Sent['method'];
    mail_id: string | null;
    about_id: string;
    starts_at: string | null;
    ends_at: string | null;
    sitting_sequence: number;
  }>({
    name: 'invitations sent',
    text: `select sitting_id, user_id, sequence, method, mail_id, about_id, starts_at, ends_at, sitting_sequence from invitation
      where sitting_id = any ($1::uuid[]) for update`,
    values: [sittings],
  });
  return found.rows.map((row) => ({
    sittingId: row.sitting_id,
    userId: row.user_id,
    sequence: row.sequence,
    method: row.method,
    mailId: row.mail_id,
    aboutId: row.about_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    sittingSequence: row.sitting_sequence,
  }));
}

/** Takes a letter back that nobody has tried to send; says whether it could. What was tried may have arrived. */
async function takeBack(client: PoolClient, mailId: string): Promise<boolean> {
  const gone = await client.query({
    name: 'take a letter back',
    text: `delete from mail where id in (select id from mail where id = $1 and state = 'waiting' and tries = 0
      for update skip locked)`,
    values: [mailId],
  });
  return (gone.rowCount ?? 0) > 0;
}

/** Whether somebody heard of a sitting by an earlier letter; where not, what was kept of the invitation goes. */
async function wasInvited(
  client: PoolClient,
  { sittingId, userId, aboutId, sequence }: Sent,
): Promise<boolean> {
  if (sequence > 0) return true;
  await client.query({
    name: 'forget an invitation',
    text: 'delete from invitation where sitting_id = $1 and user_id = $2 and about_id = $3',
    values: [sittingId, userId, aboutId],
  });
  return false;
}

async function keepInvitation(
  client: PoolClient,
  partnershipId: string,
  { sittingId, userId, aboutId, startsAt, endsAt, sittingSequence, sequence, method, mailId }: Sent,
  now: string,
): Promise<void> {
  await client.query({
    name: 'keep an invitation',
    text: `with letter as (
        insert into mail (partnership_id, id, user_id, kind, made_at, next_at)
        values ($1, $2, $3, 'invitation', $4, $4) returning id)
      insert into invitation (partnership_id, sitting_id, user_id, sequence, method, at, mail_id, about_id, starts_at, ends_at,
        sitting_sequence)
      select $1, $5, $3, $6, $7, $4, id, $8, $9, $10, $11 from letter
      on conflict (sitting_id, user_id, about_id) do update set sequence = excluded.sequence, method = excluded.method,
        at = excluded.at, mail_id = excluded.mail_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
        sitting_sequence = excluded.sitting_sequence`,
    values: [
      ...[partnershipId, mailId, userId, now, sittingId, sequence, method],
      ...[aboutId, startsAt, endsAt, sittingSequence],
    ],
  });
}

/** A sitting with the people whom its invitation names, as the service itself reads them; null where it is no more. */
export async function findInvited(
  app: Store,
  partnershipId: string,
  { sittingId, userId }: { sittingId: string; userId: string },
): Promise<{ sitting: Sitting; people: StoredRecord[] } | null> {
  const who = clockReading(partnershipId);
  return withClient(app, async (tx) => {
    await begin(tx, who, { purpose: 'change', now: app.clock() });
    const [sitting] = (await records(tx, `id = $1 and kind = 'sitting'`, [sittingId])) as Sitting[];
    const ids = [sitting?.standing.chairId, userId].filter(Boolean);
    const people = sitting ? await records(tx, `id = any ($1::uuid[]) and kind = 'user'`, [ids]) : [];
    await commit(tx);
    return sitting ? { sitting, people } : null;
  });
}
