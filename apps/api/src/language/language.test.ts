import { anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildApp } from '../app.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

const check = (body: object, who: string | null = 'worker') =>
  api.ask(who, 'POST', '/api/v1/language/check', body);
const rowsOf = async (table: string) => {
  const { rows } = await api.store.pool.query<{ n: string }>(`select count(*) as n from ${table}`);
  return Number(rows[0]?.n);
};

describe('checking a text', () => {
  it('says where a term stands, why it harms and what could be said, and of which lexicon it is', async () => {
    const answer = await check({ text: 'Seen today.\nShe is placing herself at risk.' });
    expect(answer.json()).toMatchObject({
      lexicon: { id: 'england', version: 1 },
      found: 1,
      findings: [{ term: 'putting-self-at-risk', offset: 19, length: 23, line: 2, quoted: false }],
    });
    expect(answer.json().findings[0].say.length).toBeGreaterThan(0);
  });

  it('takes somebody’s own words as they are', async () => {
    const answer = await check({ text: 'I was promiscuous', ownWords: true });
    expect(answer.json().findings).toMatchObject([{ quoted: true }]);
  });

  it('is for people who are signed in, and for texts up to a length', async () => {
    expect((await check({ text: 'promiscuous' }, null)).statusCode).toBe(401);
    expect((await check({ text: 'x'.repeat(200_001) })).statusCode).toBe(400);
    expect((await check({ text: 'promiscuous '.repeat(90_000) })).statusCode).toBe(413);
    const many = (await check({ text: 'promiscuous '.repeat(16_000) })).json();
    expect([many.findings.length, many.found]).toEqual([100, 16_000]);
  });

  it('keeps nothing of the text: no row of the audit, no draft, no line of the log', async () => {
    const lines: string[] = [];
    const log = { level: 'trace', stream: { write: (line: string) => lines.push(line) } };
    const app = await buildApp({ store: api.store, mode: 'demonstration', limits: 'off', log });
    const before = await Promise.all(['audit', 'draft', 'history'].map(rowsOf));
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/language/check',
      headers: { authorization: `Bearer ${await api.tokenOf('worker')}` },
      payload: { text: 'Quennell Abrahams is promiscuous' },
    });
    await app.close();
    expect(answer.json().found).toBe(1);
    expect(await Promise.all(['audit', 'draft', 'history'].map(rowsOf))).toEqual(before);
    expect(lines.join('\n')).not.toMatch(/Quennell|promiscuous/);
  });
});

describe('an accepted command', () => {
  it('says beside its answer what could be said otherwise, field by field, and keeps what was written', async () => {
    const seenOrSaid = 'Tas is promiscuous and has disengaged.';
    const done = await api.give('referrer', 'child-cases/record-referral', aReferral({ seenOrSaid }));
    expect(done).toMatchObject({
      language: [
        { pointer: '/seenOrSaid', term: 'promiscuous', offset: 7, quoted: false },
        { pointer: '/seenOrSaid', term: 'not-engaging', line: 1 },
      ],
    });
    const view = await api.view('triage', 'child-cases', done.id);
    expect(JSON.stringify(view)).toContain(seenOrSaid);
    expect(JSON.stringify(view)).not.toContain('language');
  });

  it('finds them in parts and lists of a body as well, and says nothing of one without', async () => {
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
    const triage = aTriage('risk-assessment', { teamId: 'north' });
    expect(await api.give('triage', 'child-cases/decide-triage', triage, id)).toMatchObject({ language: [] });
    const worker = api.founded.people.worker as string;
    await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), id);
    const body = anAssessment('medium');
    body.harm[0] = { ...body.harm[0], basis: 'A lifestyle choice, they wrote.' } as (typeof body.harm)[0];
    const done = await api.give('worker', 'child-cases/assess-risk', body, id);
    expect(done).toMatchObject({ language: [{ pointer: '/harm/0/basis', term: 'lifestyle-choice' }] });
  });

  it('holds nothing against the own words of a child, nor against their correction', async () => {
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
    const view = { of: 'child', how: 'at school', words: 'They call me a slag' };
    const done = await api.give('triage', 'child-cases/record-view', view, id);
    expect(done).toMatchObject({ language: [{ pointer: '/words', quoted: true }] });
    const { written } = (await api.view('triage', 'child-cases', id)) as unknown as {
      written: { id: string; kind: string }[];
    };
    const rowId = written.find(({ kind }) => kind === 'view')?.id;
    const corrected = { rowId, reason: 'Streetwise was not said', corrected: { words: 'They call me slag' } };
    expect(await api.give('triage', 'child-cases/correct-record', corrected, id)).toMatchObject({
      language: [
        { pointer: '/reason', term: 'streetwise', quoted: false },
        { pointer: '/corrected/words', term: 'promiscuous', quoted: true },
      ],
    });
  });

  it('says the same when it is sent again', async () => {
    const body = aReferral({ seenOrSaid: 'A loner.' });
    const send = () =>
      api.ask('referrer', 'POST', '/api/v1/child-cases/record-referral', body, {
        'idempotency-key': 'language-again-1',
      });
    const [first, again] = [(await send()).json(), (await send()).json()];
    expect(again).toEqual({ ...first, repeated: true });
    expect(again.language).toMatchObject([{ term: 'loner' }]);
  });
});
