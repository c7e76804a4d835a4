import { englandProfile, type UserStanding } from '@mase/workflow';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readingOf } from './access.js';
import { change } from './change.js';
import { findRecord } from './queries/find-case.js';
import { addAgency, addUser, foundPartnership } from './queries/found-partnership.js';
import { openStore, reading, type Store } from './store.js';
import { type TestDatabase, testDatabase } from './testing/index.js';

let database: TestDatabase;
let store: Store;
let partnershipId: string;
let triage: UserStanding & { id: string };

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  store = await openStore(database.connections.app);
  partnershipId = await foundPartnership(database.connections.owner, { name: 'Testshire' });
  const agencyId = await addAgency(store, partnershipId, {
    name: 'Testshire Council',
    kind: 'social-care',
    teams: [],
  });
  const person = {
    name: 'Tess Triage',
    email: 'tess@example.org',
    agencyId,
    roles: ['triage-social-worker' as const],
  };
  const id = await addUser(store, database.connections.owner, partnershipId, person);
  triage = { ...person, id, teamId: null, agencyKind: 'social-care', endedAt: null, clocks: [] };
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

describe('change', () => {
  it('records a referral with its child, clock, readers and list line, and shows it to triage', async () => {
    const who = readingOf(triage, partnershipId);
    const outcome = await change(store, {
      name: 'child-cases/record-referral',
      payload: {
        seenOrSaid: 'Picked up after school by an adult nobody knows',
        immediateDanger: true,
        child: { firstName: 'Sam', lastName: 'Synthetic' },
      },
      actor: {
        kind: 'user',
        userId: triage.id,
        name: triage.name,
        agencyId: triage.agencyId,
        teamId: null,
        roles: triage.roles,
      },
      reading: who,
      profile: englandProfile,
    });
    expect(outcome).toMatchObject({
      outcome: 'accepted',
      version: 1,
      state: { work: 'awaitingTriage', panel: 'notListed' },
    });
    if (outcome.outcome !== 'accepted') return;
    const opened = await reading(store, who, (tx) => findRecord(tx, 'childCase', outcome.record.id));
    expect(opened?.parent?.standing).toMatchObject({ name: 'Sam Synthetic' });
    expect(opened?.written.map((row) => row.kind).sort()).toEqual(['receipt', 'referral']);
    const clocks = (opened?.record.standing.clocks ?? []).map((clock) => clock.rule);
    expect(clocks).toEqual(['triage-decision', 'danger-acknowledgement', 'strategy-discussion']);
  });
});
