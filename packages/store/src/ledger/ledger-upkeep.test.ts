import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { LedgerWorld } from '../testing/ledger-world.js';
import { openOwner } from '../testing/open-owner.js';
import { copied, keepCopy } from '../testing/tampering.js';
import { emptyCount } from './ledger-fault.js';
import { acceptSetBack, rotateSealingKey } from './ledger-upkeep.js';
import { ledgerFiles, publicKeysIn, readSealingKey } from './sealing-key.js';
import { verifyLedger } from './verify-ledger.js';

let world: LedgerWorld;

beforeAll(async () => {
  world = await LedgerWorld.open(inject('MASE_TEST_SERVER'));
  await world.live(6);
});
afterAll(() => world.close());

async function codes(keys = world.proof.keys): Promise<string[]> {
  return openOwner(world.database.connections.owner, async (client) => {
    await client.query('begin isolation level repeatable read');
    const faults = await Array.fromAsync(verifyLedger(client, { ...world.proof, keys }, emptyCount()));
    return faults.map((one) => one.code);
  });
}

const place = () => ({ url: world.database.connections.sealer, folder: world.folder, now: world.now });

describe('a new sealing key', () => {
  it('takes over by a checkpoint that the old one signs; who knows only the old one can verify what follows', async () => {
    const old = publicKeysIn(readFileSync(join(world.folder, ledgerFiles.publicKey), 'utf8'));
    await expect(rotateSealingKey(place())).rejects.toThrow('stop every worker first');
    await world.sealer.stop();
    const { from, to } = await rotateSealingKey(place());
    expect(from).not.toBe(to);
    expect(readSealingKey(world.folder).id).toBe(to);
    expect(statSync(join(world.folder, ledgerFiles.key)).mode & 0o777).toBe(0o600);
    expect(existsSync(join(world.folder, `sealer.${from}.old.key`))).toBe(true);
    await world.live(6);
    expect(await codes()).toEqual([]);
    expect([...old.keys()]).toEqual([from]);
    expect(await codes(old)).toEqual([]);
  });

  it('and the old one signs no more: what it signs after that is found, and a sealer that has it stops', async () => {
    const { renameSync } = await import('node:fs');
    await world.sealer.stop();
    const { from } = await rotateSealingKey(place());
    const now = join(world.folder, ledgerFiles.key);
    renameSync(now, `${now}.kept`);
    renameSync(join(world.folder, `sealer.${from}.old.key`), now);
    await world.act(0);
    const look = await world.seal();
    expect(look.entries).toBe(0);
    expect(look.halted[0]?.reason).toContain('handed over to key');
    await world.sealer.stop();
    renameSync(`${now}.kept`, now);
    await world.live(3);
    expect(await codes()).toEqual([]);
  });
});

describe('a restored copy', () => {
  it('is sealed on only after somebody says why; what was signed of the lost entries stays in the file, and so does the reason', async () => {
    const { owner } = world.database.connections;
    await openOwner(owner, (client) => keepCopy(client, 'copy_1'));
    await world.live(6);
    await world.sealer.stop();
    await openOwner(owner, async (client) => {
      await client.query('begin; set local session_replication_role = replica');
      for (const table of copied)
        await client.query(`delete from ${table}; insert into ${table} select * from copy_1.${table}`);
      await client.query('commit');
    });
    world.pass();
    expect(await codes()).toContain('behind');
    expect((await world.seal()).halted).toHaveLength(2);
    await world.sealer.stop();
    const accepted = await acceptSetBack(place(), 'The disk of the database failed');
    expect(accepted).toHaveLength(2);
    expect(accepted.every(({ from, to }) => from > to)).toBe(true);
    expect(await codes()).toEqual([]);
    expect(readFileSync(world.proof.checkpoints, 'utf8')).toContain('The disk of the database failed');
    await openOwner(owner, (client) => client.query('delete from record where version = 0'));
  });

  it('is refused where it is no earlier state of what was signed', async () => {
    await world.sealer.stop();
    const { owner } = world.database.connections;
    await openOwner(owner, (client) =>
      client.query("update ledger_head set number = number - 1, digest = repeat('0', 64)"),
    );
    await expect(acceptSetBack(place(), 'A try')).rejects.toThrow('it is no earlier state');
  });
});
