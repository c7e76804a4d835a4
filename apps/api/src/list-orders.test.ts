import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from './testing/test-api.js';

interface Line {
  id: string;
  nextDue?: string | null;
}

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  for (let index = 0; index < 9; index += 1) {
    const child = { firstName: `Zqsorted${index}`, lastName: 'Example' };
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child }));
    if (index % 3 === 0)
      await api.give(
        'triage',
        'child-cases/decide-triage',
        aTriage('risk-assessment', { teamId: 'north' }),
        id,
      );
    api.time.now = new Date(Date.parse(api.time.now) + 600_000).toISOString();
  }
}, 120_000);
afterAll(() => api.close());

const list = (who: string, more: string) => api.ask(who, 'GET', `/api/v1/child-cases?${more}`);

async function allOf(sort: string): Promise<Line[]> {
  const lines: Line[] = [];
  let after = '';
  do {
    const { items, next } = (
      await list('triage', `sort=${sort}&limit=2${after && `&after=${after}`}`)
    ).json();
    lines.push(...items);
    after = next ?? '';
  } while (after);
  return lines;
}

describe('the order of a list', () => {
  it('is that which is asked for, with each record once over all its pages', async () => {
    const newest = (await allOf('-recorded')).map(({ id }) => id);
    expect(newest).toHaveLength(9);
    expect(newest).toEqual((await list('triage', 'limit=100')).json().items.map(({ id }: Line) => id));
    expect((await allOf('recorded')).map(({ id }) => id)).toEqual([...newest].reverse());
    const due = await allOf('due');
    expect(new Set(due.map(({ id }) => id))).toEqual(new Set(newest));
    const dates = due.map(({ nextDue }) => nextDue ?? '9');
    expect(dates).toEqual([...dates].sort());
    expect(new Set(dates).size).toBeGreaterThan(1);
  });

  it('stands in the address of the next page, and in the file', async () => {
    const first = await list('triage', 'sort=due&limit=2');
    expect(first.headers.link).toContain('sort=due');
    const file = (await list('triage', 'sort=recorded&format=csv')).body.trimEnd().split('\r\n').slice(1);
    const ids = (await allOf('recorded')).map(({ id }) => id);
    expect(file.map((line, index) => line.includes(ids[index] ?? 'none'))).toEqual(ids.map(() => true));
  });

  it('that a list does not have is refused, with those that it has', async () => {
    const refused = await list('triage', 'sort=grade');
    expect([refused.statusCode, refused.json().errors]).toMatchObject([
      400,
      [{ pointer: '/sort', detail: 'Choose one of: recorded, -recorded, opened, -opened, due.' }],
    ]);
  });

  it('tells whoever has a receipt alone nothing of when a case is due', async () => {
    expect((await list('referrer', 'sort=recorded')).json().items).toHaveLength(9);
    expect((await list('referrer', 'sort=due')).json().items).toEqual([]);
  });

  it('of the actions of plans is asked with the agency, the state and the date that has passed', async () => {
    const actions = (more: string) => api.ask('coordinator', 'GET', `/api/v1/plan-actions?${more}`);
    const agency = (await api.ask('coordinator', 'GET', '/api/v1/agencies')).json().items[0].id;
    for (const more of [
      `agencyId=${agency}`,
      'stands=overdue&phase=accepted',
      `agencyId=${agency}&stands=overdue&sort=due`,
    ])
      expect([more, (await actions(more)).statusCode]).toEqual([more, 200]);
    expect((await actions('stands=late')).statusCode).toBe(400);
    expect((await actions('sort=-due')).statusCode).toBe(400);
  });
});
