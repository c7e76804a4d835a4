import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from './testing/test-api.js';

let api: TestApi;
const ids: string[] = [];
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  for (let index = 0; index < 23; index += 1) {
    const { id } = await api.give(
      'referrer',
      'child-cases/record-referral',
      aReferral({ child: { firstName: `Child${index}` } }),
    );
    ids.unshift(id);
    const teamId = index % 2 === 0 ? 'north' : 'south';
    if (index < 10)
      await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId }), id);
  }
});
afterAll(() => api.close());

/** Every page of a list, by following its links. */
async function followed(who: string, start: string): Promise<string[][]> {
  const pages: string[][] = [];
  let url: string | undefined = start;
  while (url) {
    const answer = await api.ask(who, 'GET', url);
    expect(answer.statusCode, answer.body).toBe(200);
    pages.push(answer.json().items.map((one: { id?: string; recordId?: string }) => one.id ?? one.recordId));
    url = String(answer.headers.link ?? '').match(/^<(.+)>; rel="next"$/)?.[1];
  }
  return pages;
}

interface Asked {
  query: (...all: unknown[]) => unknown;
}
const heard = new WeakSet<Asked>();
let statements = 0;

/** Counts what a connection is asked from now on. */
function listen(client: Asked): void {
  if (heard.has(client)) return;
  heard.add(client);
  const query = client.query.bind(client);
  client.query = (...all) => {
    statements += 1;
    return query(...all);
  };
}

/** How many statements the database is asked for one request. */
async function statementsOf(who: string, url: string): Promise<number> {
  api.store.pool.removeAllListeners('acquire').on('acquire', listen as never);
  await api.ask(who, 'GET', url);
  statements = 0;
  expect((await api.ask(who, 'GET', url)).statusCode).toBe(200);
  return statements;
}

describe('lists', () => {
  it('are followed page by page to their end, every record once, in their order', async () => {
    const pages = await followed('triage', '/api/v1/child-cases?limit=5');
    expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3]);
    expect(pages.flat()).toEqual(ids);
    const queue = await followed('triage', '/api/v1/work-queue?limit=4');
    expect(new Set(queue.flat()).size).toBe(13);
    expect((await followed('triage', '/api/v1/users?limit=7')).flat()).toHaveLength(31);
  });

  it('keep their filters over the pages', async () => {
    const pages = await followed(
      'senior',
      '/api/v1/child-cases?team=north&phase=assessing&phase=planning&limit=2',
    );
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
  });

  it('hold for each reader only what he or she may see', async () => {
    expect((await followed('manager', '/api/v1/child-cases')).flat()).toHaveLength(5);
    expect((await followed('manager-south', '/api/v1/child-cases')).flat()).toHaveLength(5);
    expect((await followed('licensing', '/api/v1/child-cases')).flat()).toHaveLength(0);
    expect((await followed('admin', '/api/v1/children')).flat()).toHaveLength(0);
  });

  it('find a case by its reference, however it is typed', async () => {
    const { reference } = await api.view('triage', 'child-cases', ids[0] as string);
    const url = `/api/v1/child-cases?reference=${String(reference).toLowerCase()}`;
    expect((await followed('triage', url)).flat()).toEqual([ids[0]]);
  });

  it('find a child by a name typed without regard to case, and by no part of a name of somebody else', async () => {
    const found = async (asked: object) =>
      (await api.ask('triage', 'POST', '/api/v1/children/search', asked)).json().items;
    expect(await found({ name: 'CHILD7' })).toHaveLength(1);
    expect(await found({ name: 'CHILD7', birthDate: '1999-01-01' })).toHaveLength(0);
  });

  it.each(['child-cases', 'children', 'users', 'work-queue', 'plan-actions', 'sittings'])(
    'ask the database as often for one line of %s as for twenty',
    async (topic) => {
      const one = await statementsOf('triage', `/api/v1/${topic}?limit=1`);
      expect(await statementsOf('triage', `/api/v1/${topic}?limit=20`)).toBe(one);
      expect(one).toBeGreaterThan(3);
      expect(one).toBeLessThanOrEqual(7);
    },
  );
});
