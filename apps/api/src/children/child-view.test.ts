import { openOwner } from '@mase/store/testing';
import { aReferral } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let childId: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const described = { firstName: 'Robin', lastName: 'Synthetic', birthDate: '2011-05-04', ethnicity: 'WBRI' };
  const given = await api.give('coordinator', 'children/record-child', { ...described, from: 'a return' });
  childId = given.id;
  const status = { legalStatus: 'C2', placement: 'U1', since: '2026-01-01' };
  await api.give('coordinator', 'children/record-status', status, childId);
});
afterAll(() => api.close());

describe('the police desk', () => {
  it('finds a missing child by name, records the absence and its end', async () => {
    const found = await api.ask('police-desk', 'POST', '/api/v1/children/search', {
      name: 'robin synthetic',
    });
    expect(found.json().items).toMatchObject([
      { id: childId, name: 'Robin Synthetic', birthDate: '2011-05-04' },
    ]);
    const absence = { childId, kind: 'missing', start: '2026-11-01', from: 'a call to 101' };
    const { id } = await api.give('police-desk', 'missing-episodes/record-episode', absence);
    expect(await api.view('police-desk', 'missing-episodes', id)).toMatchObject({
      state: 'absent',
      end: null,
    });
    const met = { end: '2026-11-02', from: 'the officer who met Robin' };
    await api.give('police-desk', 'missing-episodes/record-return', met, id);
    expect(await api.view('coordinator', 'children', childId)).toMatchObject({
      episodes: [{ start: '2026-11-01', end: '2026-11-02' }],
    });
  });

  it('learns who the child is, and neither status nor ethnicity, and is told that the rest is kept', async () => {
    const seen = await api.view('police-desk', 'children', childId);
    expect(seen).toMatchObject({ name: 'Robin Synthetic', withheld: ['case'], written: [] });
    for (const field of ['ethnicity', 'status', 'upn']) expect(seen).not.toHaveProperty(field);
    const all = await api.view('coordinator', 'children', childId);
    expect(all).toMatchObject({ ethnicity: 'WBRI', status: { legalStatus: 'C2' }, withheld: [] });
  });

  it('is shown no case of the child, nor its history', async () => {
    const answer = await api.ask('police-desk', 'GET', `/api/v1/history/${childId}`);
    expect(answer.statusCode).toBe(403);
    const cases = await api.ask('police-desk', 'GET', '/api/v1/child-cases');
    expect(cases.json().items).toEqual([]);
  });
});

describe('a status that books of before kept with what a return gave besides', () => {
  it('is shown as the status alone: of the child, in the list of children, and on the case', async () => {
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
    const seen = (await api.view('coordinator', 'child-cases', id)) as unknown as { childId: string };
    const ofCase = seen.childId;
    const status = { legalStatus: 'C2', placement: 'U1', since: '2026-01-01' };
    await api.give('coordinator', 'children/record-status', status, ofCase);
    await openOwner(api.database.connections.owner, (client) =>
      client.query(
        `update record set standing = jsonb_set(standing::jsonb, '{status,asGiven}', '{"HOME_POST": "AA1 1AA"}')::text
          where id = $1`,
        [ofCase],
      ),
    );
    const alone = { ...status, until: null };
    const list = await api.ask('coordinator', 'GET', '/api/v1/children?limit=100');
    const line = list.json().items.find((one: { id: string }) => one.id === ofCase);
    expect(line.status).toEqual(alone);
    expect((await api.view('coordinator', 'children', ofCase)).status).toEqual(alone);
    const { child } = await api.view('coordinator', 'child-cases', id);
    expect(child).toMatchObject({ id: ofCase, status: alone });
    expect(JSON.stringify(child)).not.toContain('AA1 1AA');
  });
});
