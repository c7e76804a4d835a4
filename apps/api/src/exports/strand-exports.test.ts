import type { PersonStanding, StrandCaseStanding } from '@mase/workflow';
import { aNomination, anAcceptedCase, aPlaceReport } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

const person = {
  name: 'Jordan Sampleton',
  aliases: ['Jay'],
  birthDate: '1990-02-28',
  sex: 'male',
  description: 'Tall (made up)',
  identifiers: [
    { kind: 'phone', text: '07700 900123' },
    { kind: 'vehicle', text: 'AB12 CDE' },
    { kind: 'handle', text: 'snapchat:made_up' },
    { kind: 'device', text: '490154203237518' },
    { kind: 'pnc', text: '2002/0073319Z' },
  ],
};
const place = {
  name: 'The Made-up Hotel',
  kind: 'hotel-or-guest-house',
  address: '1 Sample Street, Madeupton',
  latitude: 51.5,
  longitude: -0.12,
  manager: 'Made-up Manager',
};
const bases = [
  { code: 'vehicle', on: '2026-09-01' },
  { code: 'address', on: '2026-09-05' },
];
const told = 'Words of whoever told (made up)';
const necessary = 'Three sightings in a made-up month';

let here: TestApi;
let there: TestApi;

/** Somebody or some place that is told of, and taken on unless it waits. */
async function onBooks(api: TestApi, topic: 'person-cases' | 'location-cases', body: object, isTaken = true) {
  const [open, accept] =
    topic === 'person-cases' ? ['nominate', 'accept-nomination'] : ['report', 'accept-report'];
  const { id } = await api.give('police-desk', `${topic}/${open}`, body);
  if (!isTaken) return;
  await api.give('intelligence', `${topic}/start-screening`, {}, id);
  await api.give('intelligence', `${topic}/${accept}`, anAcceptedCase({ necessity: necessary }), id);
}

/** The file of a list for which an auditor asks and which the Caldicott guardian or governance approves. */
async function exported(api: TestApi, list: string): Promise<string> {
  const recipient = { name: 'Robin Reviewer', organisation: 'Made-up partnership' };
  const asked = { what: 'list', list, recipient, reason: 'A made-up move' };
  const { id } = await api.give('auditor', 'exports/request-export', asked);
  await api.give('governance', 'exports/approve-export', {}, id);
  await api.seal();
  await api.give('auditor', 'exports/begin-download', {}, id);
  const { body } = await api.ask('auditor', 'GET', `/api/v1/exports/${id}/file`);
  const [mark = '', ...rest] = body.split('\n');
  expect(mark).toContain('for Robin Reviewer');
  return rest.join('\n');
}

/** Takes such a file as the police of another partnership do. */
async function imported(api: TestApi, kind: string, text: string): Promise<string> {
  const boundary = 'a-strand-export';
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="file.csv"\r\n\r\n${text}\r\n--${boundary}--\r\n`;
  const headers = {
    authorization: `Bearer ${await api.tokenOf('intelligence')}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const answer = await api.app.inject({ method: 'POST', url: `/api/v1/imports/${kind}`, headers, payload });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.body.trim().split('\n').at(-1) ?? '';
}

/** What a case and the record under it hold that the file tells of. */
async function heldBy(api: TestApi, topic: string, about: string): Promise<object> {
  const { items } = (await api.ask('intelligence', 'GET', `/api/v1/${topic}`)).json();
  const one = items.find(({ name }: { name: string }) => name !== 'Not taken on (made up)') as {
    id: string;
    aboutId: string;
  };
  const view = (await api.view('intelligence', topic, one.id)) as unknown as StrandCaseStanding;
  const record = (await api.view('intelligence', about, view.aboutId)) as unknown as PersonStanding;
  const { name, aliases, birthDate, sex, identifiers } = record;
  const { kind, address, latitude, longitude, manager } = record as never as Record<string, unknown>;
  return {
    ...{ name, aliases, birthDate, sex, identifiers, kind, address, latitude, longitude, manager },
    bases: view.bases.map(({ code, on }) => ({ code, on })),
  };
}

beforeAll(async () => {
  here = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  there = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  await onBooks(here, 'person-cases', aNomination({ person, bases, why: told }));
  const waits = { person: { name: 'Not taken on (made up)' }, why: told };
  await onBooks(here, 'person-cases', aNomination(waits), false);
  const report = { location: place, bases: [{ code: 'incident', on: '2026-09-01' }], why: told };
  await onBooks(here, 'location-cases', aPlaceReport(report));
});
afterAll(async () => {
  await here.close();
  await there.close();
});

describe.each([
  ['personCase', 'persons', 'person-cases', 'persons'],
  ['locationCase', 'locations', 'location-cases', 'locations'],
])('an export of %s', (list, kind, topic, about) => {
  it('is taken by an empty partnership, which then holds the same of them', async () => {
    const text = await exported(here, list);
    expect(await imported(there, kind, text)).toContain('"taken":1');
    expect(await heldBy(there, topic, about)).toEqual(await heldBy(here, topic, about));
  });

  it('says why police find it necessary, and not who told of it in what words, nor who is not taken on', async () => {
    const text = await exported(here, list);
    expect(text).toContain(necessary);
    expect(text).not.toContain(told);
    expect(text).not.toContain('Not taken on');
  });
});
