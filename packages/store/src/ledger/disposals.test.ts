import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { LedgerWorld } from '../testing/ledger-world.js';
import { openOwner } from '../testing/open-owner.js';
import { emptyCount, type LedgerCounted } from './ledger-fault.js';
import { verifyAudit } from './verify-audit.js';
import { verifyHistory } from './verify-history.js';
import { verifyLedger } from './verify-ledger.js';

let world: LedgerWorld;

beforeAll(async () => {
  world = await LedgerWorld.open(inject('MASE_TEST_SERVER'));
  await world.live(8);
});
afterAll(() => world.close());

const owner = <T>(work: (client: pg.Client) => Promise<T>) =>
  openOwner(world.database.connections.owner, work);

async function codesOf(client: pg.Client, counted = emptyCount()): Promise<string[]> {
  const ledger = await Array.fromAsync(verifyLedger(client, world.proof, counted));
  const more = { records: 0, entries: 0, clocks: 0, rows: 0, audits: 0 };
  const history = await Array.fromAsync(verifyHistory(client, more));
  const audit = await Array.fromAsync(verifyAudit(client, more));
  return [
    ...ledger.map((one) => one.code),
    ...history.map((one) => one.code),
    ...audit.map((one) => one.reason),
  ];
}

async function codes(): Promise<{ found: string[]; counted: LedgerCounted }> {
  const counted = emptyCount();
  const found = await owner(async (client) => {
    await client.query('begin isolation level repeatable read');
    return codesOf(client, counted);
  });
  return { found, counted };
}

/** Destroys text and salt of all that a record's history says, and points to the line of a disposal. */
async function empty(client: pg.Client, recordId: string, line: string): Promise<void> {
  await client.query('update history set entry = null, salt = null, disposal_id = $2 where record_id = $1', [
    recordId,
    line,
  ]);
  await client.query('delete from written where record_id = $1', [recordId]);
  await client.query('delete from clock where record_id = $1', [recordId]);
}

/** What verification finds after this is done behind everybody's back; it is undone again. */
const afterwards = async (work: (client: pg.Client) => Promise<unknown>) => {
  let found: string[] = [];
  await owner(async (client) => {
    await client.query('begin isolation level repeatable read');
    await work(client);
    found = await codesOf(client);
    await client.query('rollback');
  });
  return found;
};

describe('a disposal', () => {
  let disposal: string;
  let line: string;
  beforeAll(async () => {
    disposal = await world.dispose();
    await world.seal();
    line = await owner(async (client) => {
      const found = await client.query<{ id: string }>(
        'select distinct disposal_id as id from history where disposal_id is not null',
      );
      return found.rows[0]?.id as string;
    });
  });

  it('by two people after the wait destroys texts and salts, and the ledger and everything else still verifies', async () => {
    const { found, counted } = await codes();
    expect(found).toEqual([]);
    expect(counted.disposed).toBeGreaterThan(1);
    expect(counted.disposals).toMatchObject([{ id: disposal, entries: counted.disposed }]);
    const [{ proposedBy, approvedBy }] = counted.disposals as [LedgerCounted['disposals'][number]];
    expect(new Set([proposedBy, approvedBy, null]).size).toBe(3);
  });

  it('of which no sealed line names the entries is found, entry by entry, in ledger and history', async () => {
    const { id } = world.cases[0] as { id: string };
    const found = await afterwards((client) => empty(client, id, line));
    expect(new Set(found)).toEqual(new Set(['emptied']));
    expect(found.length).toBeGreaterThan(2);
  });

  it('of which register or certificate says nothing is found', async () => {
    const lost = (table: string) => afterwards((client) => client.query(`delete from ${table}`));
    expect(await lost('disposal_record')).toEqual(expect.arrayContaining(['disposal', 'emptied']));
    expect(await lost('disposal_certificate')).toEqual(
      expect.arrayContaining(['disposal', 'emptied', expect.stringContaining('no certified disposal')]),
    );
  });

  it('of a record that is still there is found', async () => {
    const back = await afterwards((client) =>
      client.query("update record set phase = 'onBooks' where phase = 'disposed'"),
    );
    expect(back).toContain('emptied');
  });

  it('cannot leave a salt without its text, or name no line', async () => {
    const { id } = world.cases[2] as { id: string };
    await expect(
      owner((client) => client.query('update history set entry = null where record_id = $1', [id])),
    ).rejects.toThrow('history_disposed');
    await expect(
      owner((client) =>
        client.query('update history set entry = null, salt = null where record_id = $1', [id]),
      ),
    ).rejects.toThrow('history_disposed');
  });
});
