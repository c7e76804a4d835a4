import { englandProfile } from '@mase/workflow';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { change } from '../change.js';
import { asOperatorClient } from '../operators/open-operator.js';
import { addAgency, addUser, foundPartnership } from '../queries/found-partnership.js';
import { openStore, type Store } from '../store.js';
import { openOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import type { HistoryFault } from './history-entry.js';
import { verifyAudit } from './verify-audit.js';
import { verifyHistory } from './verify-history.js';

const referral = {
  seenOrSaid: 'An adult waits at the gate.',
  immediateDanger: false,
  child: { firstName: 'Robin', lastName: 'Synthetic' },
};

let database: TestDatabase;
let store: Store;
let caseId: string;
let give: (verb: string, payload: object, recordId?: string) => Promise<string>;

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  store = await openStore(database.connections.app);
  const partnershipId = await foundPartnership(database.connections.owner, { name: 'Test' });
  const agencyId = await addAgency(store, partnershipId, { name: 'Council', kind: 'social-care', teams: [] });
  const roles = ['triage-social-worker' as const, 'information-governance' as const];
  const userId = await addUser(store, database.connections.owner, partnershipId, {
    name: 'Tess',
    email: 'tess@example.org',
    agencyId,
    roles,
  });
  const about = {
    actor: { kind: 'user' as const, userId, name: 'Tess', agencyId, teamId: null, roles },
    reading: {
      partnershipId,
      userId,
      principals: ['everyone', `user:${userId}`, ...roles.map((role) => `role:${role}`)],
    },
    profile: englandProfile,
  };
  give = async (verb, payload, recordId) => {
    const given = { name: `child-cases/${verb}`, ...(recordId ? { recordId } : {}), payload, ...about };
    const made = await change(store, given);
    if (made.outcome !== 'accepted') throw new Error(JSON.stringify(made));
    return made.record.id;
  };
  caseId = await give('record-referral', referral);
  await give('record-safety-action', { who: 'Tess', what: 'Calls the school', when: 'today' }, caseId);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function verify(): Promise<{
  faults: HistoryFault[];
  audits: string[];
  counted: Record<string, number>;
}> {
  return asOperatorClient(database.connections.owner, 'verify', async (client) => {
    const counted = { records: 0, entries: 0, clocks: 0, rows: 0, audits: 0 };
    const faults = await Array.fromAsync(verifyHistory(client, counted));
    const audits = (await Array.fromAsync(verifyAudit(client, counted))).map((one) => one.reason);
    return { faults, audits, counted };
  });
}

/** Changes the database behind everybody's back, verifies, and puts it back as it was. */
async function afterTampering(tamper: string, mend: string): Promise<string[]> {
  await openOwner(database.connections.owner, (client) => client.query(tamper));
  const { faults, audits } = await verify();
  await openOwner(database.connections.owner, (client) => client.query(mend));
  return [...faults.map((one) => one.code), ...audits.map(() => 'audit')];
}

describe('verifying histories', () => {
  it('an untouched database has no fault, and every entry, clock, row and audit line was looked at', async () => {
    const { faults, audits, counted } = await verify();
    expect([faults, audits]).toEqual([[], []]);
    expect(counted).toMatchObject({ records: 4, entries: 5, clocks: 1, rows: 6 });
    expect(counted.audits).toBeGreaterThanOrEqual(5);
  });

  it.each([
    [
      'a standing changed by hand',
      "update record set standing = replace(standing, 'Robin', 'Robyn') where kind = 'childCase'",
      "update record set standing = replace(standing, 'Robyn', 'Robin') where kind = 'childCase'",
      ['standing'],
    ],
    [
      'an entry changed by hand',
      "update history set entry = entry || ' ' where kind = 'agency'",
      "update history set entry = rtrim(entry) where kind = 'agency'",
      ['leaf', 'notCanonical'],
    ],
    [
      'a column that differs from its entry',
      "update history set command = 'child-cases/relist' where command like '%safety-action'",
      "update history set command = 'child-cases/record-safety-action' where command like '%relist'",
      ['column'],
    ],
    [
      'a row whose words were changed',
      "update written set body = replace(body, 'school', 'police')",
      "update written set body = replace(body, 'police', 'school')",
      ['rowDiffers'],
    ],
    [
      'a clock that was put off',
      "update clock set due = due + interval '1 day'",
      "update clock set due = due - interval '1 day'",
      ['clockDiffers'],
    ],
    [
      'a clock that is said to have ended while it ran',
      'update clock set end_accepted = start_at',
      'update clock set end_accepted = null',
      ['clockDiffers'],
    ],
    [
      'an audit line that names another act',
      "update audit set action = 'nothing' where action = 'child-cases/record-referral'",
      "update audit set action = 'child-cases/record-referral' where action = 'nothing'",
      ['audit'],
    ],
  ])('%s is found', async (_name, tamper, mend, codes) => {
    expect(await afterTampering(tamper, mend)).toEqual(codes);
    expect((await verify()).faults).toEqual([]);
  });

  it('a missing version is found, with the record and the version after it', async () => {
    const hidden = `create table hidden as select * from history where record_id = '${caseId}' and version = 1; delete from history where record_id = '${caseId}' and version = 1`;
    await openOwner(database.connections.owner, (client) => client.query(hidden));
    const { faults } = await verify();
    expect(faults[0]).toMatchObject({
      record: { kind: 'childCase', id: caseId },
      version: 2,
      code: 'versionGap',
    });
    await openOwner(database.connections.owner, (client) =>
      client.query('insert into history select * from hidden; drop table hidden'),
    );
  });

  it('an entry that was withdrawn and shown again verifies, and neither goes unsaid', async () => {
    const other = await give('record-referral', { ...referral, child: { firstName: 'Sam' } });
    await give('record-view', { of: 'child', words: 'Made up', how: 'A visit' }, other);
    const rowId = await openOwner(database.connections.owner, async (client) => {
      const { rows } = await client.query<{ id: string }>("select id from written where kind = 'view'");
      return rows[0]?.id as string;
    });
    const withdrawn = `(select partnership_id, id from written where id = '${rowId}')`;
    await give('withdraw-entry', { rowId, reason: 'Two files were open' }, other);
    expect((await verify()).faults).toEqual([]);
    const show = `delete from withdrawn_row where written_id = '${rowId}'`;
    const keepBack = `insert into withdrawn_row (partnership_id, written_id) ${withdrawn}`;
    expect(await afterTampering(show, keepBack)).toEqual(['rowWithdrawn']);
    const right = { rowId, finding: 'no-breach-restore', reported: 'no', reasons: 'It was right' };
    await give('record-breach-decision', right, other);
    expect((await verify()).faults).toEqual([]);
    expect(await afterTampering(keepBack, show)).toEqual(['rowWithdrawn']);
    expect((await verify()).faults).toEqual([]);
  });

  it('a step that the chart does not know is found though its leaf is right', async () => {
    const forged = await openOwner(database.connections.owner, async (client) => {
      const found = await client.query<{ entry: string }>(
        `select entry from history where record_id = '${caseId}' and version = 2`,
      );
      return (found.rows[0]?.entry ?? '').replace(
        '"state":{"panel":"notListed","work":"awaitingTriage"}',
        '"state":{"panel":"listed","work":"monitoring"}',
      );
    });
    const hashed = `leaf = sha256('\\x00'::bytea || salt || convert_to($1, 'UTF8'))`;
    await openOwner(database.connections.owner, (client) =>
      client.query(`update history set entry = $1, ${hashed} where record_id = '${caseId}' and version = 2`, [
        forged,
      ]),
    );
    expect((await verify()).faults.map((one) => one.code)).toEqual(['illegalStep', 'standing']);
  });
});
