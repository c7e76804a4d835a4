import { invitationMessages, isUrgentMessage } from '@mase/workflow';
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { findProfile } from '../queries/find-profile.js';
import { commit, type Store, withClient } from '../store.js';
import { type Addressee, findAddressees, findReadersToTell } from './addressees.js';
import { type MailPreference, nextDaily, usualPreference } from './preferences.js';

/** What is not urgent waits so long for what else there is to tell, so that one letter tells of both. */
const gatherMs = 60_000;

interface Message {
  id: string;
  partnership_id: string;
  principal: string;
  kind: string;
  rule: string | null;
  record_id: string;
}

interface Letter {
  id: string;
  user_id: string;
  kind: 'urgent' | 'messages' | 'digest';
  next_at: string;
}

/**
 * Works out whom each new message is told to: those who hold its principal now, in their own part or for another, and
 * read its record. Where e-mail is sent (`mails`), a letter to each follows from what he or she chose: of an urgent
 * message at once and by itself; else together with what comes within a minute, or once a day, or none. At most
 * `limit` messages, each once, however many workers there are. Gives how many.
 */
export async function addressMessages(
  worker: Store,
  { mails, limit = 200 }: { mails: boolean; limit?: number },
): Promise<number> {
  return withClient(worker, async (client) => {
    await client.query('begin');
    const found = await client.query<Message>({
      name: 'messages to address',
      text: `select m.id, m.partnership_id, m.principal, m.kind, m.record_id, c.rule
        from message m left join clock c on c.id = m.clock_id
        where m.addressed_at is null order by m.at, m.id limit $1 for update of m skip locked`,
      values: [limit],
    });
    const now = worker.clock();
    for (const id of new Set(found.rows.map((one) => one.partnership_id))) {
      const messages = found.rows.filter((one) => one.partnership_id === id);
      await addressIn(client, id, messages, { now, mails });
    }
    await client.query({
      name: 'note addressed',
      text: 'update message set addressed_at = $2 where id = any ($1::uuid[])',
      values: [found.rows.map(({ id }) => id), now],
    });
    await commit(client);
    return found.rows.length;
  });
}

async function addressIn(
  client: PoolClient,
  partnershipId: string,
  messages: readonly Message[],
  { now, mails }: { now: string; mails: boolean },
): Promise<void> {
  const people = await findAddressees(client, partnershipId, now);
  const records = [...new Set(messages.map((one) => one.record_id))];
  const reads = await findReadersToTell(client, records, now);
  const told = messages.flatMap((message) =>
    people
      .filter((who) => who.principals.has(message.principal) && reads(who, message.record_id))
      .map((who) => ({ message, who })),
  );
  if (told.length === 0) return;
  const letters = mails ? await lettersFor(client, partnershipId, told, now) : null;
  const deliveries = told.map(({ message, who }) => ({
    message_id: message.id,
    user_id: who.id,
    mail_id: letters?.of(message, who) ?? null,
  }));
  await client.query({
    name: 'letters to send',
    text: `insert into mail (partnership_id, id, user_id, kind, made_at, next_at)
      select $1, l.id, l.user_id, l.kind, $3, l.next_at
      from json_to_recordset($2) l (id uuid, user_id uuid, kind text, next_at timestamptz)`,
    values: [partnershipId, JSON.stringify(letters?.fresh ?? []), now],
  });
  await client.query({
    name: 'deliveries',
    text: `insert into delivery (partnership_id, message_id, user_id, mail_id)
      select $1, d.message_id, d.user_id, d.mail_id
      from json_to_recordset($2) d (message_id uuid, user_id uuid, mail_id uuid)
      on conflict do nothing`,
    values: [partnershipId, JSON.stringify(deliveries)],
  });
}

type Told = { message: Message; who: Addressee };

/** Says by which letter somebody is told of a message: one that waits already and can take more, or a new one, which is kept in `fresh`. */
async function lettersFor(client: PoolClient, partnershipId: string, told: readonly Told[], now: string) {
  const ids = [...new Set(told.map(({ who }) => who.id))];
  const chosen = await client.query<{ user_id: string; way: MailPreference['way']; daily_at: string }>({
    name: 'mail preferences',
    text: 'select user_id, way, daily_at from mail_preference where user_id = any ($1::uuid[])',
    values: [ids],
  });
  const ways = new Map(
    chosen.rows.map((one) => [one.user_id, { way: one.way, dailyAt: one.daily_at } as MailPreference]),
  );
  const waiting = await client.query<{ id: string; user_id: string; kind: Letter['kind'] }>({
    name: 'letters that gather',
    text: `select id, user_id, kind from mail where user_id = any ($1::uuid[]) and state = 'waiting' and tries = 0
        and kind in ('messages', 'digest') for update skip locked`,
    values: [ids],
  });
  const gathering = new Map(waiting.rows.map((one) => [`${one.user_id} ${one.kind}`, one.id]));
  const { timeZone } = await findProfile(client as never, partnershipId, now);
  const fresh: Letter[] = [];
  const begin = (user_id: string, kind: Letter['kind'], next_at: string): string => {
    const id = uuidv7();
    fresh.push({ id, user_id, kind, next_at });
    if (kind !== 'urgent') gathering.set(`${user_id} ${kind}`, id);
    return id;
  };
  const soon = new Date(Date.parse(now) + gatherMs).toISOString();
  const of = ({ kind, rule }: Message, { id }: Addressee): string | null => {
    if (isUrgentMessage(kind, rule)) return begin(id, 'urgent', now);
    const { way, dailyAt } = ways.get(id) ?? usualPreference;
    if (way === 'in-app' || invitationMessages.includes(kind)) return null;
    const letter = way === 'daily' ? 'digest' : 'messages';
    const due = way === 'daily' ? nextDaily(now, dailyAt, timeZone) : soon;
    return gathering.get(`${id} ${letter}`) ?? begin(id, letter, due);
  };
  return { fresh, of };
}
