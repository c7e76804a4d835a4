import { addressMessages, inviteToSittings, openStore, type Store, sendOutgoing } from '@mase/store';
import ICAL from 'ical.js';
import ical from 'node-ical';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type LittleSitting, littleSitting } from '../packs/testing/little-sitting.js';
import { type MailServer, mailServer } from '../testing/mail-server.js';
import { type TestApi, testApi } from '../testing/test-api.js';
import { sendLetters } from './send-letters.js';

let api: TestApi;
let worker: Store;
let server: MailServer;
let sitting: LittleSitting;
const guest = 'charity-worker';

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  worker = await openStore(api.database.connections.worker, { clock: () => api.time.now, size: 6 });
  server = await mailServer();
  sitting = await littleSitting(api);
  await told();
}, 240_000);
afterAll(async () => {
  await server?.close();
  await worker?.close();
  await api?.close();
});

/** What a calendar file says, which two readers that share no code read alike. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
  const other = Object.values(ical.sync.parseICS(text)).find((one) => one?.type === 'VEVENT') as {
    start: Date;
    uid: string;
    sequence: string;
  };
  const starts = event.startDate.toJSDate().toISOString();
  expect([other.uid, Number(other.sequence), other.start.toISOString()]).toEqual([
    event.uid,
    event.sequence,
    starts,
  ]);
  const minutes = (event.endDate.toJSDate().getTime() - Date.parse(starts)) / 60_000;
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    ...{ uid: event.uid, sequence: event.sequence, starts, minutes, text },
  };
}

/** What the worker does every few seconds; gives the invitations that came to the guest. */
async function told() {
  server.taken.length = 0;
  while ((await sendOutgoing(worker)) > 0);
  await addressMessages(worker, { mails: true });
  await inviteToSittings(worker, api.store);
  const settings = {
    ...{ host: '127.0.0.1', port: server.port, tls: 'none' as const },
    ...{ from: 'mase@example.test', site: 'https://mase.example.test' },
  };
  await sendLetters({ worker, app: api.store, settings });
  const mails = await Promise.all(server.taken.map(({ raw }) => PostalMime.parse(raw)));
  return mails
    .flatMap(({ attachments }) => attachments)
    .filter(({ mimeType }) => mimeType === 'text/calendar')
    .map(({ content }) => read(typeof content === 'string' ? content : new TextDecoder().decode(content)))
    .filter(({ text }) => text.includes('Charlie Charity'));
}

const later = (minutes: number) => {
  api.time.now = new Date(Date.parse(api.time.now) + minutes * 60_000).toISOString();
};
const agenda = async () =>
  (await api.view('chair', 'sittings', sitting.id)).items as unknown as {
    id: string;
    from: string;
    to: string;
  }[];
const planned = async (id: string) => (await agenda()).find((one) => one.id === id);
const change = (item: string, attendeeIds: string[]) =>
  api.give('coordinator', 'agenda-items/change-item', { attendeeIds }, item);

describe('somebody who comes to a sitting for one item', () => {
  it('is invited to the time of that item alone, without a name, and is told in the product', async () => {
    const { sam } = sitting.items;
    await change(sam, [api.founded.people[guest] as string]);
    const sent = await told();
    const time = await planned(sam);
    expect(sent).toMatchObject([{ method: 'REQUEST', sequence: 0, uid: `${sam}@mase`, starts: time?.from }]);
    expect(Date.parse(time?.to ?? '') - Date.parse(time?.from ?? '')).toBe((sent[0]?.minutes ?? 0) * 60_000);
    expect(sent[0]?.text).not.toMatch(/Robin|Sam|Shielded|CE-/);
    const file = await api.ask(guest, 'GET', `/api/v1/agenda-items/${sam}/invitation.ics`);
    expect(read(file.body)).toMatchObject({ method: 'REQUEST', sequence: 0, starts: time?.from });
    expect(await told()).toEqual([]);
  });

  it('reads that item at its own time, its sheet, and no other paper of the sitting', async () => {
    const { id, items } = sitting;
    const seen = await api.ask(guest, 'GET', `/api/v1/sittings/${id}`);
    const view = seen.json();
    const time = await planned(items.sam);
    expect(view.items).toMatchObject([{ id: items.sam, from: time?.from }]);
    expect([view.guest, view.attendance, view.papers, view.minutes]).toEqual([true, [], null, []]);
    expect(seen.body).not.toContain('guests');
    const item = await api.view(guest, 'agenda-items', items.sam);
    expect(item).toMatchObject({ guest: true, agenda: [{ from: time?.from }] });
    const paper = (document: string, of: string) =>
      api.ask(guest, 'GET', `/api/v1/sittings/${id}/pack?format=html&document=${document}&item=${of}`);
    const extract = await paper('extract', items.sam);
    expect([extract.statusCode, extract.headers['pack-version']]).toEqual([200, '1']);
    for (const kind of ['pack', 'agenda', 'minutes', 'supplement'])
      expect((await paper(kind, items.sam)).statusCode, kind).toBe(403);
    // A letter is for whoever was given something to do, with a seat or without.
    expect((await paper('letter', items.sam)).json()).toMatchObject({ status: 409, code: 'NO_ACTIONS' });
    expect((await paper('extract', items.robin)).statusCode).toBe(409);
    expect((await api.ask(guest, 'GET', `/api/v1/sittings/${id}/invitation.ics`)).statusCode).toBe(404);
    expect(
      (await api.ask(guest, 'GET', `/api/v1/agenda-items/${items.robin}/invitation.ics`)).statusCode,
    ).toBe(404);
  });

  it('is told of another time by the same entry with a higher sequence', async () => {
    const { items, id } = sitting;
    const order = (await agenda()).map((one) => one.id);
    await api.give(
      'coordinator',
      'sittings/order-items',
      { order: [...order.filter((one) => one !== items.sam), items.sam] },
      id,
    );
    later(16);
    const sent = await told();
    const time = await planned(items.sam);
    expect(sent).toMatchObject([
      { method: 'REQUEST', sequence: 1, uid: `${items.sam}@mase`, starts: time?.from },
    ]);
    const file = await api.ask(guest, 'GET', `/api/v1/agenda-items/${items.sam}/invitation.ics`);
    expect(read(file.body).sequence).toBe(1);
  });

  it('is told that it is off when the item leaves the agenda, and no more', async () => {
    const { sam } = sitting.items;
    await api.give('coordinator', 'agenda-items/take-off-agenda', { reason: 'Deferred (made up)' }, sam);
    expect(await told()).toMatchObject([{ method: 'CANCEL', sequence: 2, uid: `${sam}@mase` }]);
    const file = await api.ask(guest, 'GET', `/api/v1/agenda-items/${sam}/invitation.ics`);
    expect(read(file.body).method).toBe('CANCEL');
    expect(await told()).toEqual([]);
  });

  it('hears of a cancelled sitting once, for each item', async () => {
    const { robin, alex } = sitting.items;
    const who = [api.founded.people[guest] as string];
    await change(robin, who);
    await change(alex, who);
    later(16);
    expect((await told()).map(({ method, uid }) => `${method} ${uid}`).sort()).toEqual(
      [alex, robin].map((one) => `REQUEST ${one}@mase`).sort(),
    );
    await api.give('coordinator', 'sittings/cancel-sitting', { reason: 'Snow' }, sitting.id);
    expect((await told()).map(({ method, sequence }) => `${method} ${sequence}`)).toEqual([
      'CANCEL 1',
      'CANCEL 1',
    ]);
  });
});
