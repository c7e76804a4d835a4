import {
  type Access,
  type Actor,
  accessEvent,
  type ChildCaseStanding,
  clockPrincipals,
  englandProfile,
  queueOf,
  type RecordChange,
  readersOf,
  type StoredRecord,
  topicOf,
} from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { begin, type Reading } from './access.js';
import { change } from './change.js';
import { ChangeBatch } from './change-batch.js';
import { writeRows } from './change-write.js';
import type { HistoryFault } from './ledger/history-entry.js';
import { verifyHistory } from './ledger/verify-history.js';
import { asOperatorClient } from './operators/open-operator.js';
import { findByTerms } from './queries/find-case.js';
import { findQueue } from './queries/find-queue.js';
import { foundPartnership } from './queries/found-partnership.js';
import { commit, openStore, reading, type Store, withClient } from './store.js';
import { openOwner, type TestDatabase, testDatabase } from './testing/index.js';

let database: TestDatabase;
let store: Store;
let partnershipId: string;
let tess: Reading;
let tom: Reading;
let caseId: string;

const triageActor = (userId: string): Actor => ({
  kind: 'user',
  userId,
  name: 'Tess Triage',
  agencyId: null,
  teamId: null,
  roles: ['triage-social-worker'],
});

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  store = await openStore(database.connections.app);
  partnershipId = await foundPartnership(database.connections.owner, { name: 'Testshire' });
  const readingAs = (userId: string): Reading => ({
    partnershipId,
    userId,
    principals: ['everyone', `user:${userId}`, 'role:triage-social-worker'],
  });
  [tess, tom] = [readingAs(uuidv7()), readingAs(uuidv7())];
  const payload = {
    seenOrSaid: 'An adult waits at the gate.',
    immediateDanger: false,
    child: { firstName: 'Robin', lastName: 'Synthetic' },
  };
  const about = { actor: triageActor(tess.userId), reading: tess, profile: englandProfile };
  const made = await change(store, { name: 'child-cases/record-referral', payload, ...about });
  if (made.outcome !== 'accepted') throw new Error(JSON.stringify(made));
  caseId = made.record.id;
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function stored(): Promise<StoredRecord<ChildCaseStanding>> {
  const [row] = await openOwner(database.connections.owner, async (client) => {
    const found = await client.query(
      'select id, kind, version, state, standing, at, parent_id, subject_id from record where id = $1',
      [caseId],
    );
    return found.rows;
  });
  const { parent_id: parentId, subject_id: subjectId, state, standing, at, ...rest } = row;
  return {
    ...rest,
    parentId,
    subjectId,
    at: new Date(at).toISOString(),
    state: JSON.parse(state),
    standing: JSON.parse(standing),
  };
}

/** Writes a change of the case that leaves it in its state, as an accepted command would. */
async function write(over: Partial<RecordChange> & { access?: Access }): Promise<void> {
  const before = await stored();
  const { access, ...rest } = over;
  const standing = { ...before.standing, ...over.standing, ...(access ? { access } : {}) };
  const after = { ...before, ...rest, standing };
  const topic = topicOf('childCase');
  const at = new Date(Date.parse(before.at) + 1000).toISOString();
  const of = <T extends { principal: string }>(list: T[], others: T[]) =>
    list.filter((one) => !others.some((other) => JSON.stringify(one) === JSON.stringify(other)));
  const [readers, readersBefore] = [readersOf(topic, after, at), readersOf(topic, before, before.at)];
  const [lines, linesBefore] = [queueOf(topic, after), queueOf(topic, before)];
  const one: RecordChange = {
    kind: 'childCase',
    id: caseId,
    fromVersion: before.version,
    fromState: before.state,
    state: before.state,
    parentId: before.parentId,
    subjectId: before.subjectId,
    summary: { ...topic.summary(standing as never, before.state) },
    persons: topic.persons(after as never),
    personsLeft: [],
    readersAdded: of(readers, readersBefore),
    readersRemoved: of(readersBefore, readers),
    queueAdded: of(lines, linesBefore),
    queueRemoved: of(linesBefore, lines),
    started: [],
    ended: [],
    reassigned: [],
    written: [],
    terms: [],
    termsGone: [],
    payload: {},
    event: accessEvent,
    ...rest,
    standing,
  };
  const command = {
    id: uuidv7(),
    name: 'child-cases/correct-record',
    record: { kind: 'childCase' as const, id: caseId },
    actor: triageActor(tess.userId),
    happened: at,
    at,
    payload: {},
  };
  const batch = new ChangeBatch(partnershipId);
  batch.add(command, { records: [one], outgoing: [] });
  await withClient(store, async (client) => {
    await begin(client, tess, { purpose: 'change', now: at });
    await writeRows(client, batch.partnership, batch.toRows());
    await commit(client);
  });
}

const cases = (who: Reading) =>
  reading(store, who, async (tx) => {
    const found = await tx.query<{ id: string }>("select id from record where kind = 'childCase'");
    return found.rows.map((row) => row.id);
  });
const queue = async (who: Reading) =>
  (await reading(store, who, (tx) => findQueue(tx, { principals: who.principals, limit: 10 }))).length;
const rowsOf = (who: Reading, table: string) =>
  reading(store, who, async (tx) => {
    const found = await tx.query<{ rows: number }>(
      `select count(*)::integer as rows from ${table} where record_id = $1`,
      [caseId],
    );
    return found.rows[0]?.rows;
  });
async function faults(): Promise<HistoryFault[]> {
  const counted = { records: 0, entries: 0, clocks: 0, rows: 0 };
  return asOperatorClient(database.connections.owner, 'verify', (client) =>
    Array.fromAsync(verifyHistory(client, counted)),
  );
}

describe('somebody who is kept from a record', () => {
  it('finds no row of it in any table, though the role would read it; a colleague reads on', async () => {
    expect([await cases(tess), await cases(tom)]).toEqual([[caseId], [caseId]]);
    await write({ access: { without: [tom.userId] } });
    expect([await cases(tess), await cases(tom)]).toEqual([[caseId], []]);
    expect([await queue(tess), await queue(tom)]).toEqual([1, 0]);
    for (const table of ['history', 'written', 'clock', 'case_reader', 'queue_row'])
      expect([table, await rowsOf(tom, table)]).toEqual([table, 0]);
    expect(await faults()).toEqual([]);
  });

  it('does not find it by its name, and finds it again when that is taken back', async () => {
    const byName = (who: Reading) =>
      reading(store, who, (tx) =>
        findByTerms(tx, { term: 'name', terms: ['robin synthetic'], kind: 'childCase' }),
      );
    expect([(await byName(tess)).size, (await byName(tom)).size]).toEqual([1, 0]);
    await write({ access: {} });
    expect((await byName(tom)).size).toBe(1);
    expect(await cases(tom)).toEqual([caseId]);
  });
});

describe('a record that was moved and named anew', () => {
  it('hangs under the other child, is found by the new name alone, and its history verifies', async () => {
    const { parentId, standing } = await stored();
    const other = uuidv7();
    await write({
      parentId: other,
      subjectId: parentId,
      standing: { ...standing, childId: other, name: 'Robin Right' } as never,
      persons: [other],
      personsLeft: [parentId as string],
      termsGone: [{ kind: 'name', term: 'Robin  SYNTHETIC' }],
      terms: [{ kind: 'name', term: 'Robin Right' }],
    });
    expect(await stored()).toMatchObject({ parentId: other, subjectId: parentId });
    const found = await reading(store, tess, (tx) =>
      findByTerms(tx, { term: 'name', terms: ['robin synthetic', 'robin right'], kind: 'childCase' }),
    );
    expect([...found.keys()]).toEqual(['robin right']);
    const audited = await openOwner(database.connections.owner, async (client) => {
      const rows = await client.query(
        `select s.person_id from audit a join audit_subject s on s.audit_id = a.id
          where a.record_id = $1 and a.action = 'child-cases/correct-record' order by a.at desc limit 2`,
        [caseId],
      );
      return rows.rows.map((row) => row.person_id).sort();
    });
    expect(audited).toEqual([other, parentId].sort());
    const [line] = await reading(store, tess, (tx) =>
      findQueue(tx, { principals: tess.principals, limit: 1 }),
    );
    // The other child is no record that she reads: the line leads to the case alone.
    expect(line).toMatchObject({ childId: null, persons: [other] });
    expect(await faults()).toEqual([]);
  });

  it('is found to be tampered with where somebody moves it back by hand', async () => {
    const { parentId } = await stored();
    const move = (id: string | null) =>
      openOwner(database.connections.owner, (client) =>
        client.query('update record set parent_id = $2 where id = $1', [caseId, id]),
      );
    await move(uuidv7());
    expect((await faults()).map((one) => one.code)).toEqual(['standing']);
    await move(parentId);
  });
});

describe('a clock', () => {
  const clock: Reading = { partnershipId: '', userId: '', principals: clockPrincipals };
  const seen = (purpose: 'read' | 'change') =>
    withClient(store, async (client) => {
      await begin(client, { ...clock, partnershipId }, { purpose, now: store.clock() });
      const tables = ['record where id = $1', 'clock where record_id = $1', 'written where record_id = $1'];
      const counts: number[] = [];
      for (const table of tables) {
        const found = await client.query(`select 1 from ${table}`, [caseId]);
        counts.push(found.rowCount ?? 0);
      }
      await commit(client);
      return counts;
    });

  it('addresses a command to a record on which it runs, and reads nothing that was written', async () => {
    expect(await seen('change')).toEqual([1, 1, 0]);
  });

  it('shows no row to anybody who only reads', async () => {
    expect(await seen('read')).toEqual([0, 0, 0]);
  });
});
