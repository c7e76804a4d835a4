import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../app.js';
import { PlainBrowser } from '../../testing/browser-form.js';
import { type FakeApi, fakeApi } from '../../testing/fake-api.js';

const line = {
  line: 'ownName:01890000-0000-7000-8000-000000000001:01890000-0000-7000-8000-000000000002',
  rule: 'ownName',
  label: 'Own name',
  userId: '01890000-0000-7000-8000-000000000001',
  name: 'Wren Worker',
  agencyName: 'Fernshire Council',
  roles: ['Worker'],
  personIds: ['01890000-0000-7000-8000-000000000002'],
  children: [{ id: '01890000-0000-7000-8000-000000000002', name: 'Robin Worker' }],
  looks: 2,
  first: '2026-11-04T10:00:00.000Z',
  last: '2026-11-04T10:20:00.000Z',
  words: 'Opened twice the record of a child with the same surname as his or her own.',
  review: null,
};
const report = {
  from: '2026-11-01',
  to: '2026-11-30',
  items: [line],
  waiting: 1,
  notLookedFor: ['Postcodes'],
};
const look = {
  id: line.userId,
  at: '2026-11-04T10:20:00.000Z',
  userId: line.userId,
  name: 'Wren Worker',
  agencyName: 'Fernshire Council',
  roles: ['Worker'],
  what: 'Opened the case',
  refused: false,
  why: 'Allocated worker.',
  recordId: null,
  persons: 1,
};

let api: FakeApi;
let app: FastifyInstance;
beforeAll(async () => {
  api = await fakeApi();
  app = await buildWeb({ apiUrl: api.url, secure: false });
  api.answer(({ url, method }) => {
    if (url.includes('/looks')) return { status: 200, body: { items: [look], next: 'abc' } };
    if (method === 'POST' && url.endsWith('/review'))
      return { status: 200, body: { line: line.line, decision: 'explained', at: look.at, repeated: false } };
    if (url.startsWith('/api/v1/unusual-looking')) return { status: 200, body: report };
    return undefined;
  });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

async function governance(): Promise<PlainBrowser> {
  const browser = new PlainBrowser(app);
  const who = { name: 'Gale Governance', role: 'Information governance', roles: ['information-governance'] };
  browser.cookies.set('mase_session', 'a-token-of-a-session-of-governance');
  browser.cookies.set('mase_who', app.signCookie(JSON.stringify(who)));
  return browser;
}

describe('who looked at a child', () => {
  it('is shown with role, time, act and reason, page by page, and as a file', async () => {
    const browser = await governance();
    const { body } = await browser.open('/children/01890000-0000-7000-8000-000000000002/looks');
    for (const words of [
      'Who looked at this child',
      'Wren Worker, Worker, Fernshire Council',
      'Opened the case',
      'Allocated worker.',
      'Wednesday 4 November 2026 at 10:20',
    ])
      expect(body).toContain(words);
    expect(body).toContain('/looks?after&#x3D;abc');
    expect(body).toContain(
      '/list-file?table&#x3D;children%2F%3Aid%2Flooks&amp;record&#x3D;01890000-0000-7000-8000-000000000002&amp;format&#x3D;csv',
    );
  });
});

describe('unusual looking', () => {
  it('explains each line, offers its decision and says what it cannot see', async () => {
    const browser = await governance();
    const { body } = await browser.open('/unusual-looking?from=2026-11-01&to=2026-11-30');
    for (const words of ['Own name', line.words, 'Robin Worker', '1 line waits', 'Postcodes'])
      expect(body).toContain(words);
    expect(api.asked.map(({ url }) => url)).toContain(
      '/api/v1/unusual-looking?from=2026-11-01&to=2026-11-30',
    );
  });

  it('keeps a decision with its words', async () => {
    const browser = await governance();
    const at = `/unusual-looking/review?${new URLSearchParams({ line: line.line, from: report.from, to: report.to })}`;
    const { body } = await browser.open(at);
    expect(body).toContain('Explained: there is a good reason');
    const sent = await browser.send({ decision: 'explained', words: 'A cousin; told the manager before' });
    expect([sent.statusCode, sent.headers.location]).toEqual([
      303,
      '/unusual-looking?from=2026-11-01&to=2026-11-30',
    ]);
    const given = api.asked.find(
      ({ method, url }) => method === 'POST' && url.startsWith('/api/v1/unusual-looking'),
    );
    expect(given?.body).toEqual({
      from: report.from,
      to: report.to,
      line: line.line,
      seenUntil: line.last,
      decision: 'explained',
      words: 'A cousin; told the manager before',
    });
  });
});
