import { addressMessages, inviteToSittings, openStore, type Store, sendOutgoing } from '@mase/store';
import { panelWords } from '@mase/workflow/testing';
import ICAL from 'ical.js';
import ical from 'node-ical';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type MailServer, mailServer } from '../testing/mail-server.js';
import { type TestApi, testApi } from '../testing/test-api.js';
import { sendLetters } from './send-letters.js';

let api: TestApi;
let worker: Store;
let server: MailServer;
let panelId: string;
let sittingId: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  worker = await openStore(api.database.connections.worker, { clock: () => api.time.now, size: 6 });
  server = await mailServer();
  const { people } = api.founded;
  const words = panelWords(people.chair as string, { name: 'North' });
  ({ id: panelId } = await api.give('coordinator', 'panels/found-panel', words));
  const joining = [
    { userId: people['member-police'], as: 'member' },
    { userId: people['member-health'], as: 'substitute', forId: people['member-police'] },
  ];
  for (const one of joining)
    await api.give('coordinator', 'panels/change-members', { join: [one], reason: 'Founding' }, panelId);
});
afterAll(async () => {
  await server?.close();
  await worker?.close();
  await api?.close();
});

/** What the worker does every few seconds; gives what came of it to each person, as both readers of calendars see it. */
async function invitations() {
  server.taken.length = 0;
  while ((await sendOutgoing(worker)) > 0);
  await addressMessages(worker, { mails: true });
  await inviteToSittings(worker, api.store);
  const settings = {
    ...{ host: '127.0.0.1', port: server.port, tls: 'none' as const },
    ...{ from: 'mase@example.test', site: 'https://mase.example.test' },
  };
  await sendLetters({ worker, app: api.store, settings });
  return Promise.all(server.taken.map(async ({ to, raw }) => ({ to, ...(await calendarIn(raw)) })));
}

async function calendarIn(raw: string) {
  const mail = await PostalMime.parse(raw);
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  const text = typeof part?.content === 'string' ? part.content : new TextDecoder().decode(part?.content);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
  const other = Object.values(ical.sync.parseICS(text)).find((one) => one?.type === 'VEVENT') as {
    start: Date;
    uid: string;
    sequence: string;
  };
  expect([other.uid, Number(other.sequence), other.start.toISOString()]).toEqual([
    event.uid,
    event.sequence,
    event.startDate.toJSDate().toISOString(),
  ]);
  return {
    subject: mail.subject,
    header: /text\/calendar;[^\n]*method=(\w+)/i.exec(raw)?.[1],
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    starts: event.startDate.toJSDate().toISOString(),
  };
}

const scheduled = () => ({ panelId, startsAt: '2027-03-25T10:00:00.000Z' });
const each = (method: string, sequence: number, count: number) =>
  Array.from({ length: count }, () => `${method} ${sequence}`);

describe('the invitation to a sitting by e-mail', () => {
  it('comes to members, substitutes and the chair, once, as a request that two parsers read alike', async () => {
    ({ id: sittingId } = await api.give('coordinator', 'sittings/schedule-sitting', scheduled()));
    const sent = await invitations();
    expect(new Set(sent.map(({ to }) => to)).size).toBe(3);
    for (const { to: _to, ...one } of sent)
      expect(one).toEqual({
        subject: 'MASE: invitation to a sitting',
        header: 'REQUEST',
        method: 'REQUEST',
        uid: `${sittingId}@mase`,
        sequence: 0,
        starts: '2027-03-25T10:00:00.000Z',
      });
    expect(await invitations()).toEqual([]);
  });

  it('comes anew with a higher sequence and the same uid when the sitting moves, over a change of the clocks', async () => {
    const to = { startsAt: '2027-04-01T09:00:00.000Z', reason: 'The room is taken' };
    await api.give('coordinator', 'sittings/move-sitting', to, sittingId);
    const sent = await invitations();
    expect(sent.map(({ method, sequence }) => `${method} ${sequence}`)).toEqual(each('REQUEST', 1, 3));
    for (const one of sent) expect(one).toMatchObject({ uid: `${sittingId}@mase`, starts: to.startsAt });
  });

  it('comes to whoever joins the panel later, and is taken back from whoever leaves', async () => {
    const join = [{ userId: api.founded.people.licensing, as: 'member' }];
    const leave = [api.founded.people['member-health']];
    await api.give('coordinator', 'panels/change-members', { join, leave, reason: 'A change' }, panelId);
    const sent = await invitations();
    expect(sent.map(({ method, sequence }) => `${method} ${sequence}`).sort()).toEqual([
      'CANCEL 1',
      'REQUEST 1',
    ]);
  });

  it('is cancelled for everybody who has it when the sitting is, and nobody hears of it again', async () => {
    await api.give('coordinator', 'sittings/cancel-sitting', { reason: 'Not enough items' }, sittingId);
    const sent = await invitations();
    expect(sent.map(({ header, sequence }) => `${header} ${sequence}`)).toEqual(each('CANCEL', 2, 3));
    for (const one of sent) expect(one.uid).toBe(`${sittingId}@mase`);
    expect(await invitations()).toEqual([]);
  });

  it('is never sent where the sitting is off before anybody was told', async () => {
    const { id } = await api.give('coordinator', 'sittings/schedule-sitting', scheduled());
    await inviteToSittings(worker, api.store);
    await api.give('coordinator', 'sittings/cancel-sitting', { reason: 'A mistake' }, id);
    expect(await invitations()).toEqual([]);
  });
});
