import type { Store } from '../store.js';

/**
 * Sends what waits in the outbox: at most `limit` rows, claimed so that two workers never take the same one, each
 * turned into a message and noted as processed in one statement, so that each has its effect once. Gives how many.
 */
export async function sendOutgoing(store: Store, limit = 200): Promise<number> {
  const sent = await store.pool.query<{ sent: number }>({
    name: 'send outgoing',
    text: `with claimed as (
        delete from outbox where id in (
          select id from outbox order by at, id limit $1 for update skip locked)
        returning partnership_id, id, kind, principal, record_id, at, clock_id),
      fresh as (
        insert into outbox_processed (partnership_id, id)
        select partnership_id, id from claimed on conflict (id) do nothing returning id),
      told as (
        insert into message (partnership_id, id, principal, kind, record_id, at, clock_id)
        select partnership_id, id, principal, kind, record_id, at, clock_id from claimed where id in (select id from fresh))
      select count(*)::integer as sent from claimed`,
    values: [limit],
  });
  return sent.rows[0]?.sent ?? 0;
}

/** What the worker swept, by kind. */
export interface Swept {
  keys: number;
  sessions: number;
  drafts: number;
  messages: number;
}

/**
 * Removes what has outlived its use: idempotency keys after 24 hours, sessions a day after their end, sign-ins half
 * done, tries of yesterday, drafts that nobody changed for 90 days, messages a year after they were delivered, and letters as old.
 */
export async function sweep(store: Store): Promise<Swept> {
  const keys = await store.pool.query("delete from idempotency_key where at < now() - interval '24 hours'");
  const sessions = await store.pool.query("delete from session where expires_at < now() - interval '1 day'");
  await store.pool.query('delete from sign_in_step where expires_at < now()');
  await store.pool.query("delete from sign_in_try where since < now() - interval '1 day'");
  const drafts = await store.pool.query("delete from draft where saved_at < now() - interval '90 days'");
  const messages = await store.pool.query("delete from message where at < now() - interval '1 year'");
  await store.pool.query("delete from mail where made_at < now() - interval '1 year' and state <> 'waiting'");
  return {
    keys: keys.rowCount ?? 0,
    sessions: sessions.rowCount ?? 0,
    drafts: drafts.rowCount ?? 0,
    messages: messages.rowCount ?? 0,
  };
}
