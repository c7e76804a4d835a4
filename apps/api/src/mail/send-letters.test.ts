import { addressMessages, leaseMs, openStore, pauseAfter, type Store, sendOutgoing } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { invitationMessages, messageWords } from '@mase/workflow';
import { aReferral } from '@mase/workflow/testing';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type MailServer, mailServer, manners, points } from '../testing/mail-server.js';
import { type TestApi, testApi } from '../testing/test-api.js';
import { sendLetters } from './send-letters.js';

let api: TestApi;
let worker: Store;
let server: MailServer;
let caseId: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  worker = await openStore(api.database.connections.worker, { clock: () => api.time.now, size: 6 });
  server = await mailServer();
  caseId = (await danger()).id;
});
beforeEach(() => {
  server.taken.length = 0;
  server.faults.length = 0;
});
afterAll(async () => {
  await server?.close();
  await worker?.close();
  await api?.close();
});

const canaries = ['Zebedee', 'Quillfeather', 'Kingfisher', '2012-03-04', 'Hotel Ostrich'];
const danger = async () => {
  const child = { firstName: 'Zebedee', lastName: 'Quillfeather', birthDate: '2012-03-04' };
  const seenOrSaid = 'Kingfisher was seen at Hotel Ostrich';
  return api.give(
    'referrer',
    'child-cases/record-referral',
    aReferral({ child, seenOrSaid, immediateDanger: true }),
  );
};

const rows = <T extends object>(sql: string, values: unknown[] = []) =>
  openOwner(api.database.connections.owner, async (client) => (await client.query(sql, values)).rows as T[]);
const later = (ms: number) => {
  api.time.now = new Date(Date.parse(api.time.now) + ms).toISOString();
};
const address = async () => {
  while ((await sendOutgoing(worker)) > 0);
  while ((await addressMessages(worker, { mails: true })) > 0);
};
const settings = () => ({
  host: '127.0.0.1',
  port: server.port,
  tls: 'none' as const,
  from: 'mase@example.test',
  site: 'https://mase.example.test',
});
const go = (lanes = 4) =>
  sendLetters({
    worker,
    app: api.store,
    settings: settings(),
    patience: { greeting: 250, silence: 250, whole: 500 },
    lanes,
  });
const parsed = () => Promise.all(server.taken.map(({ raw }) => PostalMime.parse(raw)));
const letters = (where: string) =>
  rows<{ id: string; state: string; tries: number; why: string | null; kind: string }>(
    `select id, state, tries, why, kind from mail where ${where} order by id`,
  );

describe('a server that refuses, stalls and drops at every point of a conversation', () => {
  it('has every letter once in effect in the end, each with the Message-ID that it always had', async () => {
    for (let index = 0; index < 2; index += 1) await danger();
    await address();
    const waiting = (await letters("kind = 'urgent'")).map(({ id }) => id);
    expect(waiting.length).toBeGreaterThanOrEqual(9);
    server.faults.push(...points.flatMap((point) => manners.map((manner) => ({ point, manner }))));
    for (let index = 0; index < 30 && (await letters("state = 'waiting'")).length > 0; index += 1) {
      await go();
      later(leaseMs + 120_000);
    }
    expect(server.faults).toEqual([]);
    expect((await letters("kind = 'urgent'")).map(({ state }) => state)).toEqual(
      waiting.map(() => 'accepted'),
    );
    const ids = (await parsed()).map(({ messageId }) => messageId);
    expect([...new Set(ids)].sort()).toEqual(waiting.map((id) => `<${id}@example.test>`).sort());
    // Where the answer to a letter was lost, the same bytes came again.
    expect(ids.length).toBeGreaterThan(waiting.length);
    for (const id of new Set(ids)) {
      const copies = server.taken.filter((_one, index) => ids[index] === id).map(({ raw }) => raw);
      expect(new Set(copies).size).toBe(1);
    }
  }, 30_000);

  it('is asked by many at once without a letter going out twice', async () => {
    await danger();
    await address();
    const before = (await letters("state = 'waiting'")).length;
    await Promise.all([go(), go(), go()]);
    expect(server.taken).toHaveLength(before);
  });
});

describe('a letter that cannot go', () => {
  it('is dead at once where the server does not know the address, and holds up nobody, nor does one that stalls', async () => {
    const unknown = await emailOf('duty');
    server.unknown.add(unknown);
    server.stalling.add(await emailOf('out-of-hours'));
    await danger();
    await address();
    const begun = performance.now();
    await go(2);
    expect(performance.now() - begun).toBeLessThan(5_000);
    const left = await letters("state in ('dead', 'waiting')");
    expect(left.map(({ state, why }) => `${state} ${why}`).sort()).toEqual([
      'dead sending RCPT TO 550',
      expect.stringMatching(/^waiting sending/),
    ]);
    expect(server.taken.length).toBeGreaterThan(0);
    server.stalling.clear();
    server.unknown.clear();
  });

  it('rests longer after each try, and is dead after three days of trying, not before', async () => {
    expect([1, 2, 3, 20].map((tries) => pauseAfter(tries, 'messages') / 60_000)).toEqual([0.5, 1, 2, 60]);
    expect(pauseAfter(20, 'urgent')).toBe(2 * 60_000);
    await server.close();
    await danger();
    await address();
    const states = async () =>
      new Set(
        (await letters("kind = 'urgent' and tries > 0 and state <> 'accepted'")).map(({ state }) => state),
      );
    await rows("delete from mail where state = 'dead'");
    await go(1);
    later(3 * 24 * 3_600_000 - 60_000);
    await go(1);
    expect(await states()).toEqual(new Set(['waiting']));
    later(3_600_000);
    for (let index = 0; index < 9; index += 1) await go(1);
    expect(await states()).toEqual(new Set(['dead', 'waiting']));
    await rows("delete from mail where state = 'waiting'");
    server = await mailServer();
  });
});

async function emailOf(who: string): Promise<string> {
  const [row] = await rows<{ email: string }>(
    `select standing::json ->> 'email' as email from record where id = $1`,
    [api.founded.people[who]],
  );
  return row?.email ?? '';
}

describe('what stands in a letter', () => {
  const kinds = Object.keys(messageWords);
  const tell = (principal: string) =>
    rows(
      `insert into message (partnership_id, id, principal, kind, record_id, at)
       select $1, gen_random_uuid(), $2, kind, $3, $4 from unnest($5::text[]) kind`,
      [api.founded.partnershipId, principal, caseId, api.time.now, kinds],
    );

  it('is, for every kind of message, urgent, together or once a day, a link and no name of a child, person, place or case', async () => {
    const { triage, coordinator } = api.founded.people as { triage: string; coordinator: string };
    const { reference } = (await api.view('triage', 'child-cases', caseId)) as unknown as {
      reference: string;
    };
    await rows(
      `insert into mail_preference (partnership_id, user_id, way, daily_at, changed_at) values ($1, $2, 'daily', '17:30', now())`,
      [api.founded.partnershipId, coordinator],
    );
    for (const who of [triage, coordinator]) await tell(`user:${who}`);
    await address();
    later(61_000);
    await go();
    const mails = await parsed();
    const of = (email: string) => mails.filter(({ to }) => to?.[0]?.address === email);
    expect(of(await emailOf('triage')).length).toBeGreaterThan(of(await emailOf('coordinator')).length);
    later(24 * 3_600_000);
    await go();
    const told = await rows<{ kind: string; user_id: string }>(
      `select distinct m.kind, d.user_id from message m join delivery d on d.message_id = m.id
       join mail l on l.id = d.mail_id where l.state = 'accepted' and m.at = $1`,
      [(await rows<{ at: string }>('select max(at) as at from message'))[0]?.at],
    );
    const byLetter = kinds.filter((kind) => !invitationMessages.includes(kind));
    for (const who of [triage, coordinator])
      expect(
        told
          .filter((one) => one.user_id === who)
          .map(({ kind }) => kind)
          .sort(),
      ).toEqual([...byLetter].sort());
    for (const { raw } of server.taken)
      for (const canary of [...canaries, reference, caseId]) expect(raw).not.toContain(canary);
    const subjects = new Set((await parsed()).map(({ subject }) => subject));
    expect([...subjects].sort()).toEqual([
      'MASE: something new for you',
      'MASE: urgent, sign in now',
      'MASE: your messages of the day',
    ]);
    for (const { text } of await parsed()) expect(text).toMatch(/https:\/\/mase\.example\.test\/messages/);
  });

  it('is nothing where the message was opened meanwhile, or the account has ended', async () => {
    await rows('delete from mail_preference');
    await tell(`user:${api.founded.people.triage}`);
    await address();
    await rows('update delivery set opened_at = $1', [api.time.now]);
    later(61_000);
    await go();
    expect(server.taken).toEqual([]);
    expect(await letters("state = 'waiting'")).toEqual([]);
  });
});
