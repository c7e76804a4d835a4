import type { AgendaItemStanding, PanelStanding, SittingStanding, StoredRecord } from '@mase/workflow';
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { begin, clockReading } from '../access.js';
import { commit, type Store, type Tx, withClient } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

const open = ['scheduled', 'agendaOpen', 'papersIssued'];
const mostSittings = 500;

type Sitting = StoredRecord<SittingStanding>;

/** What somebody's calendar is to say of a sitting. */
interface Wanted {
  sittingId: string;
  userId: string;
  sequence: number;
}

interface Sent extends Wanted {
  method: 'REQUEST' | 'CANCEL';
  mailId: string | null;
}

/**
 * Brings calendars up to date with the sittings to come: a request to members, substitutes, the chair and whoever
 * attends for an item, where none was sent or the sitting has changed since; a cancellation to whoever was invited and
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
  const keyOf = ({ sittingId, userId }: Wanted) => `${sittingId} ${userId}`;
  const known = new Map(sent.map((one) => [keyOf(one), one]));
  const keys = new Set(wanted.map(keyOf));
  const requests = wanted.filter((one) => {
    const before = known.get(keyOf(one));
    return !before || before.method === 'CANCEL' || before.sequence < one.sequence;
  });
  const sequences = new Map(sittings.map(({ id, standing }) => [id, standing.sequence ?? 0]));
  const gone = sent.filter((one) => one.method === 'REQUEST' && !keys.has(keyOf(one)));
  const changes = [
    ...requests.map((one) => ({ ...one, method: 'REQUEST' as const, before: known.get(keyOf(one)) })),
    ...gone.map((one) => ({
      ...one,
      sequence: sequences.get(one.sittingId) ?? one.sequence,
      method: 'CANCEL' as const,
      before: one,
    })),
  ];
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

async function findWanted(
  app: Store,
  partnershipId: string,
  now: string,
): Promise<{ sittings: Sitting[]; wanted: Wanted[] }> {
  const who = clockReading(partnershipId);
  return withClient(app, async (tx) => {
    await begin(tx, who, { purpose: 'change', now });
    const sittings = (await records(
      tx,
      `kind = 'sitting' and opened_at > $1 and phase = any ($2) order by opened_at limit ${mostSittings}`,
      [now, [...open, 'cancelled']],
    )) as Sitting[];
    const ahead = sittings.filter(({ state }) => open.includes(state as string));
    const panelIds = ahead.flatMap(({ standing }) => standing.panelId ?? []);
    const panels = (await records(tx, 'id = any ($1::uuid[])', [panelIds])) as StoredRecord<PanelStanding>[];
    const items = (await records(
      tx,
      `parent_id = any ($1::uuid[]) and kind = 'agendaItem' and phase in ('waiting', 'open')`,
      [ahead.map(({ id }) => id)],
    )) as StoredRecord<AgendaItemStanding>[];
    await commit(tx);
    const wanted = ahead.flatMap(({ id, standing }) => {
      const members = panels.find((one) => one.id === standing.panelId)?.standing.memberIds ?? [];
      const coming = items
        .filter(({ parentId }) => parentId === id)
        .flatMap(({ standing: { attendees = [], presenterId } }) => [
          ...attendees.map((one) => one.id),
          ...(presenterId ? [presenterId] : []),
        ]);
      const users = [...new Set([standing.chairId, ...members, ...coming])].filter(Boolean);
      return users.map((userId) => ({ sittingId: id, userId, sequence: standing.sequence ?? 0 }));
    });
    return { sittings, wanted };
  });
}

async function records(tx: Tx, which: string, values: unknown[]): Promise<StoredRecord[]> {
  const found = await tx.query<RawRecord>(`select ${recordColumns} from record where ${which}`, values);
  return found.rows.map((row) => storedRecord(row));
}

async function findSent(client: PoolClient, sittings: readonly string[]): Promise<Sent[]> {
  const found = await client.query<{
    sitting_id: string;
    user_id: string;
    sequence: number;
    method: Sent['method'];
    mail_id: string | null;
  }>({
    name: 'invitations sent',
    text: `select sitting_id, user_id, sequence, method, mail_id from invitation
      where sitting_id = any ($1::uuid[]) for update`,
    values: [sittings],
  });
  return found.rows.map((row) => ({
    sittingId: row.sitting_id,
    userId: row.user_id,
    sequence: row.sequence,
    method: row.method,
    mailId: row.mail_id,
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
async function wasInvited(client: PoolClient, { sittingId, userId, sequence }: Sent): Promise<boolean> {
  if (sequence > 0) return true;
  await client.query({
    name: 'forget an invitation',
    text: 'delete from invitation where sitting_id = $1 and user_id = $2',
    values: [sittingId, userId],
  });
  return false;
}

async function keepInvitation(
  client: PoolClient,
  partnershipId: string,
  { sittingId, userId, sequence, method, mailId }: Sent,
  now: string,
): Promise<void> {
  await client.query({
    name: 'keep an invitation',
    text: `with letter as (
        insert into mail (partnership_id, id, user_id, kind, made_at, next_at)
        values ($1, $2, $3, 'invitation', $4, $4) returning id)
      insert into invitation (partnership_id, sitting_id, user_id, sequence, method, at, mail_id)
      select $1, $5, $3, $6, $7, $4, id from letter
      on conflict (sitting_id, user_id) do update set sequence = excluded.sequence, method = excluded.method,
        at = excluded.at, mail_id = excluded.mail_id`,
    values: [partnershipId, mailId, userId, now, sittingId, sequence, method],
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
