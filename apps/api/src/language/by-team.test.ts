import { aReferral } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

const report = (who: string) => api.ask(who, 'GET', '/api/v1/language/by-team?from=2026-11-01&to=2026-11-30');

it('words are counted by team and never by person; few are not told, quotations and own words do not count', async () => {
  for (let at = 0; at < 6; at += 1) {
    const seenOrSaid = `She is promiscuous. ${at === 0 ? 'A loner.' : ''} “Streetwise”, he said.`;
    await api.give('referrer', 'child-cases/record-referral', aReferral({ seenOrSaid }));
  }
  const answer = await report('auditor');
  const { teams, definition } = answer.json();
  expect(teams).toHaveLength(1);
  expect(teams[0].terms).toEqual([
    { term: 'promiscuous', label: 'promiscuous', count: 6 },
    { term: 'loner', label: expect.any(String), count: null },
  ]);
  expect(definition).toContain('Nobody is named');
  const { rows } = await api.store.pool.query<{ title: string }>(
    `select title from record where kind = 'user'`,
  );
  for (const { title } of rows) expect(answer.body).not.toContain(title);
  for (const id of Object.values(api.founded.people)) expect(answer.body).not.toContain(id);
});

it('is for the coordinator, the chair and auditors', async () => {
  expect((await report('worker')).statusCode).toBe(403);
  expect((await report('coordinator')).statusCode).toBe(200);
});
