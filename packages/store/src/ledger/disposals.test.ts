import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { LedgerWorld } from '../testing/ledger-world.js';
import { openOwner } from '../testing/open-owner.js';
import { disposalAction } from './disposals.js';
import { canonicalText, leafOf, newSalt } from './leaf.js';
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

async function codes(): Promise<{ found: string[]; counted: LedgerCounted }> {
  const counted = emptyCount();
  const found = await owner(async (client) => {
    await client.query('begin isolation level repeatable read');
    const ledger = await Array.fromAsync(verifyLedger(client, world.proof, counted));
    const more = { records: 0, entries: 0, clocks: 0, rows: 0, audits: 0 };
    const history = await Array.fromAsync(verifyHistory(client, more));
    const audit = await Array.fromAsync(verifyAudit(client, more));
    return [
      ...ledger.map((one) => one.code),
      ...history.map((one) => one.code),
      ...audit.map((one) => one.reason),
    ];
  });
  return { found, counted };
}

/** Destroys text and salt of all that a record's history says, as a disposal does; names all of it but `unnamed`. */
async function dispose(client: pg.Client, recordId: string, unnamed: number): Promise<void> {
  const rows = await client.query<{ partnership_id: string; version: number; leaf: Buffer }>(
    'select partnership_id, version, leaf from history where record_id = $1 order by version',
    [recordId],
  );
  const [id, salt] = [uuidv7(), newSalt()];
  const entry = canonicalText({
    id,
    at: world.now,
    user: null,
    as: 'user',
    action: disposalAction,
    record: { kind: 'childCase', id: recordId },
    persons: [],
    disposed: rows.rows
      .slice(unnamed)
      .map(({ version, leaf }) => ({ source: 'history', id: recordId, version, leaf: leaf.toString('hex') })),
  });
  await client.query(
    'insert into audit (partnership_id, id, at, user_id, action, record_id, entry, salt, leaf) values ($1, $2, $3, null, $4, $5, $6, $7, $8)',
    [rows.rows[0]?.partnership_id, id, world.now, disposalAction, recordId, entry, salt, leafOf(salt, entry)],
  );
  await client.query('update history set entry = null, salt = null, disposal_id = $2 where record_id = $1', [
    recordId,
    id,
  ]);
  await client.query('delete from written where record_id = $1', [recordId]);
  await client.query('delete from clock where record_id = $1', [recordId]);
}

describe('a disposal', () => {
  it('destroys texts and salts, and the ledger and everything else still verifies', async () => {
    const { id } = world.cases[0] as { id: string };
    world.pass();
    await owner((client) => dispose(client, id, 0));
    world.pass();
    await world.seal();
    const { found, counted } = await codes();
    expect(found).toEqual([]);
    expect(counted.disposed).toBeGreaterThan(2);
  });

  it('of which no sealed line speaks is found, entry by entry', async () => {
    const { id } = world.cases[1] as { id: string };
    world.pass();
    await owner((client) => dispose(client, id, 1));
    world.pass();
    await world.seal();
    expect((await codes()).found).toEqual(['emptied']);
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
