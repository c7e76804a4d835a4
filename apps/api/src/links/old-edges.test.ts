import { migrate, openStore } from '@mase/store';
import { openOwner, testPasswords } from '@mase/store/testing';
import { aNomination, anIntelligenceReport } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { weighNow } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const shared = '07700 900777';
/** The migration from which on identifiers and reports are edges. */
const sinceEdges = '1764760000000';

let api: TestApi;
let children: string[];
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const identifiers = [{ kind: 'phone', text: shared }];
  children = [];
  for (const firstName of ['Ada', 'Bea', 'Cleo']) {
    const child = { firstName, lastName: 'Made-up', from: 'return' };
    const { id } = await api.give('coordinator', 'children/record-child', child);
    children.push(id);
    const report = { identifiers, named: [{ kind: 'child', id }] };
    await api.give('intelligence', 'intelligence/submit-intelligence', anIntelligenceReport(report));
  }
  const person = { name: 'Person Amber-77', identifiers };
  await api.give('intelligence', 'person-cases/nominate', aNomination({ person }));
  await toOldState();
}, 180_000);
afterAll(() => api.close());

const edges = () =>
  openOwner(api.database.connections.owner, async (client) => {
    const text = `select r.kind, count(*)::integer as edges from link_edge e join record r on r.id = e.record_id group by 1 order by 1`;
    return (await client.query<{ kind: string; edges: number }>(text)).rows;
  });

/** Takes the migrations back to before identifiers were edges; what came since is gone from the network. */
async function toOldState(): Promise<void> {
  const store = await openStore(api.database.connections.owner, { size: 2 });
  const newest = async (): Promise<string> =>
    (await store.dataSource.query('select max(timestamp)::text as at from migration'))[0].at;
  try {
    while ((await newest()) >= sinceEdges) await store.dataSource.undoLastMigration({ transaction: 'each' });
    await store.dataSource.query('truncate unweighed_link');
  } finally {
    await store.close();
  }
}

describe('identifiers and reports that were recorded before they were part of the network', () => {
  it('are made part of it once, and what the reports show together is proposed to those cleared', async () => {
    expect(await edges()).toEqual([]);
    await migrate(api.database.connections.owner, testPasswords);
    expect(await edges()).toEqual([
      { kind: 'intelligence', edges: 6 },
      { kind: 'person', edges: 2 },
    ]);
    expect(await weighNow(api)).toBe(3);
    const clusters = async (who: string) =>
      (await api.ask(who, 'GET', '/api/v1/clusters')).json().items as { children: { id: string }[] }[];
    const [found] = await clusters('intelligence-supervisor');
    expect(found?.children.map(({ id }) => id).sort()).toEqual([...children].sort());
    expect(await clusters('coordinator')).toEqual([]);
    expect(await weighNow(api)).toBe(0);
  });

  it('lead the desk from a child to the person on whose record the number stands, and nobody who is not cleared', async () => {
    const body = { kind: 'child', id: children[0], steps: 2 };
    const reached = async (who: string) =>
      JSON.stringify((await api.ask(who, 'POST', '/api/v1/links/neighbours', body)).json());
    expect(await reached('intelligence')).toContain('Person Amber-77');
    expect(await reached('coordinator')).not.toContain('Amber-77');
  });
});
