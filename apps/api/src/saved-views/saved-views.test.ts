import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

const url = '/api/v1/saved-views';
const late = { page: 'clocks/list', name: 'Late actions', query: 'rule=action-due&stands=late' };
const kept = async (who: string, page = 'clocks/list') =>
  (await api.ask(who, 'GET', `${url}?page=${page}`)).json().items as {
    id: string;
    name: string;
    query: string;
  }[];

describe('a view of a list', () => {
  it('is kept under a name, replaced under the same one, and read by nobody else', async () => {
    const first = await api.ask('auditor', 'POST', url, late);
    expect(first.statusCode, first.body).toBe(200);
    const again = await api.ask('auditor', 'POST', url, { ...late, query: 'stands=overdue' });
    expect(again.json().id).toBe(first.json().id);
    expect((await kept('auditor')).map(({ name, query }) => [name, query])).toEqual([
      ['Late actions', 'stands=overdue'],
    ]);
    expect(await kept('auditor', 'child-cases/list')).toEqual([]);
    expect(await kept('coordinator')).toEqual([]);
    const notTheirs = await api.ask('coordinator', 'DELETE', `${url}/${first.json().id}`);
    expect(notTheirs.statusCode).toBe(404);
    expect((await api.ask('auditor', 'DELETE', `${url}/${first.json().id}`)).statusCode).toBe(204);
    expect(await kept('auditor')).toEqual([]);
  });

  it('is refused where it is no page, no name and no filter, and says which', async () => {
    for (const [wrong, pointer] of [
      [{ page: 'https://elsewhere.example' }, '/page'],
      [{ name: '' }, '/name'],
      [{ name: 'x'.repeat(61) }, '/name'],
      [{ query: 'a=<script>' }, '/query'],
      [{ query: 'a='.repeat(501) }, '/query'],
    ] as const) {
      const answer = await api.ask('auditor', 'POST', url, { ...late, ...wrong });
      expect([pointer, answer.statusCode, answer.json().errors[0].pointer]).toEqual([pointer, 400, pointer]);
    }
  });

  it('is one of thirty of its list at most, and one of those can still be changed', async () => {
    const names = Array.from({ length: 34 }, (_, index) => `View ${index}`);
    const answers = [];
    for (const name of names) answers.push(await api.ask('chair', 'POST', url, { ...late, name }));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(30);
    expect(answers.at(-1)?.json()).toMatchObject({ status: 409, code: 'TOO_MANY_VIEWS' });
    const changed = await api.ask('chair', 'POST', url, { ...late, name: 'View 3', query: 'stands=met' });
    expect(changed.statusCode).toBe(200);
  });

  it('goes with the access of whose it is', async () => {
    await api.ask('interviewer', 'POST', url, late);
    const leaver = api.founded.people.interviewer as string;
    const rows = () =>
      openOwner(
        api.database.connections.owner,
        async (client) => (await client.query('select 1 from saved_view where user_id = $1', [leaver])).rows,
      );
    expect(await rows()).toHaveLength(1);
    await api.give('admin', 'users/end-access', { reason: 'Has left' }, leaver);
    expect(await rows()).toEqual([]);
  });
});
