import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../../app.js';
import { PlainBrowser } from '../../../testing/browser-form.js';
import { type FakeApi, fakeApi } from '../../../testing/fake-api.js';

const id = '01890000-0000-7000-8000-000000000001';
const reader = '01890000-0000-7000-8000-000000000002';
const at = '2026-11-04T10:20:00.000Z';
const missing: object[] = [];
const view = {
  id,
  reference: 'FERN-MADE-UPXX',
  childId: reader,
  state: { work: 'assessing', panel: 'notListed' },
  version: 3,
  etag: '"3"',
  classes: ['restricted'],
  withheld: ['case', 'sheet', 'safety', 'disruption'],
  written: [
    {
      id: reader,
      kind: 'restriction',
      class: 'restricted',
      happened: at,
      at,
      authorId: null,
      wrong: false,
      replaces: null,
      body: { reason: 'A made-up risk', readers: [reader], names: ['Sol Senior'], by: 'Mo Manager' },
    },
  ],
  chronology: [],
  names: {},
  allowed: ['restrict', 'lift-restriction'].map((verb) => ({
    command: `child-cases/${verb}`,
    available: true,
    missing,
  })),
};
const people = [
  { id: reader, version: 1, name: 'Sol Senior', agencyId: id, agencyKind: 'social-care', roles: ['senior'] },
];

let api: FakeApi;
let app: FastifyInstance;
const browser = () => {
  const one = new PlainBrowser(app);
  const who = { name: 'Cal Caldicott', role: 'Caldicott guardian', roles: ['caldicott-guardian'] };
  one.cookies.set('mase_session', 'a-token-of-a-session-of-the-guardian');
  one.cookies.set('mase_who', app.signCookie(JSON.stringify(who)));
  return one;
};
beforeAll(async () => {
  api = await fakeApi();
  app = await buildWeb({ apiUrl: api.url, secure: false });
  api.answer(({ url, method }) => {
    if (method === 'POST') return { status: 200, body: { id, version: 4, state: view.state, entry: id } };
    if (url.startsWith('/api/v1/users')) return { status: 200, body: { items: people, next: null } };
    return url.startsWith('/api/v1/child-cases/') ? { status: 200, body: view } : undefined;
  });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

describe('a restricted case as the Caldicott guardian looks it over', () => {
  it('says why and who reads it, not who the child is, and offers to confirm or lift it', async () => {
    const { body } = await browser().open(`/child-cases/${id}`);
    for (const words of ['Restricted case', 'A made-up risk', 'Sol Senior', 'Lift the restriction'])
      expect(body).toContain(words);
    expect(body).not.toContain('Your referral');
    expect(body).not.toContain('Referral received');
  });

  it('is confirmed with the readers that it has, ticked already', async () => {
    const guardian = browser();
    const { body } = await guardian.open(`/child-cases/${id}/restrict`);
    expect(body).toMatch(new RegExp(`value="${reader}"[^>]*checked|checked[^>]*value="${reader}"`));
    await guardian.send({ reason: 'Looked over', readers: [reader] });
    const given = api.asked.find(({ url }) => url.endsWith('/restrict'));
    expect(given?.body).toMatchObject({ reason: 'Looked over', readers: [reader] });
  });
});
