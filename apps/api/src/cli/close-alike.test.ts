import { closeAlike } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { aNomination, anAcceptedCase } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

const supervisor = 'intelligence-supervisor';

async function accepted(name: string): Promise<{ id: string; aboutId: string }> {
  const nomination = aNomination({ person: { name, birthDate: '1988-12-20' } });
  const { id } = await api.give(supervisor, 'person-cases/nominate', nomination);
  await api.give(supervisor, 'person-cases/start-screening', {}, id);
  await api.give(supervisor, 'person-cases/accept-nomination', anAcceptedCase(), id);
  const shown = await api.ask(supervisor, 'GET', `/api/v1/person-cases/${id}`);
  return { id, aboutId: shown.json<{ aboutId: string }>().aboutId };
}

const status = async (path: string) => (await api.ask('auditor', 'GET', `/api/v1/${path}`)).statusCode;

describe('bringing up to date', () => {
  it('closes with a person who is handled with conditions what an earlier release left open, and once', async () => {
    const one = await accepted('Person Ochre-01');
    const other = await accepted('Person Ochre-02');
    const joined = { otherId: other.aboutId, reasons: 'Made up' };
    await api.give(supervisor, 'persons/merge', joined, one.aboutId);
    const conditions = { handling: 'C', conditions: 'Made up', reason: 'Made up' };
    const left = [other.id, other.aboutId];
    const { connections } = api.database;
    // As an earlier release left it: the case and the record of the other are not closed.
    const kept = await openOwner(connections.owner, async (client) => {
      await client.query('set role mase_backup');
      return (await client.query('select id, standing from record where id = any ($1)', [left])).rows;
    });
    await api.give(supervisor, 'person-cases/set-handling', conditions, one.id);
    expect(await closeAlike(connections.owner, connections)).toBe(0);
    await openOwner(connections.owner, async (client) => {
      await client.query('alter table record no force row level security');
      for (const { id, standing } of kept)
        await client.query('update record set standing = $2 where id = $1', [id, standing]);
      await client.query('alter table record force row level security');
    });
    expect(await closeAlike(connections.owner, connections)).toBe(1);
    expect(await closeAlike(connections.owner, connections)).toBe(0);
    for (const path of [`person-cases/${one.id}`, `person-cases/${other.id}`, `persons/${other.aboutId}`])
      expect(await status(path), path).toBe(404);
  });
});
