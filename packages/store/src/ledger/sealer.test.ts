import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { LedgerWorld } from '../testing/ledger-world.js';
import { openOwner } from '../testing/open-owner.js';
import { appendLines } from './checkpoint-file.js';
import { emptyCount, type LedgerCounted } from './ledger-fault.js';
import { ledgerFiles, makeSealingKey } from './sealing-key.js';
import { verifyLedger } from './verify-ledger.js';

let world: LedgerWorld;

beforeAll(async () => {
  world = await LedgerWorld.open(inject('MASE_TEST_SERVER'));
});
afterAll(() => world.close());

async function verified(
  checkpoints = world.proof.checkpoints,
): Promise<{ codes: string[]; counted: LedgerCounted }> {
  const counted = emptyCount();
  const codes = await openOwner(world.database.connections.owner, async (client) => {
    await client.query('begin isolation level repeatable read');
    const faults = await Array.fromAsync(verifyLedger(client, { ...world.proof, checkpoints }, counted));
    return faults.map((one) => one.code);
  });
  return { codes, counted };
}

const owner = <T>(work: (client: pg.Client) => Promise<T>) =>
  openOwner(world.database.connections.owner, work);

describe('the sealer', () => {
  it('seals whatever is committed, of every partnership, and what comes later', async () => {
    await world.live(12);
    const { codes, counted } = await verified();
    expect(codes).toEqual([]);
    expect(counted).toMatchObject({ waiting: 0, unfinished: 0 });
    const rows = await owner((client) =>
      client.query('select (select count(*) from history) + (select count(*) from audit) as n'),
    );
    expect(counted.sealed).toBe(Number(rows.rows[0].n));
    expect(counted.checkpoints).toBeGreaterThan(6);
  });

  it('reads no text: its role may see of history and audit only what it orders', async () => {
    const client = await owner(async () => {
      const { sealerClient } = await import('./sealer.js');
      return sealerClient(world.database.connections.sealer);
    });
    try {
      await expect(client.query('select entry from history')).rejects.toThrow('permission denied');
      await expect(client.query('select salt from audit')).rejects.toThrow('permission denied');
      await expect(client.query('delete from ledger_entry')).rejects.toThrow('permission denied');
      await expect(client.query('update ledger_entry set leaf = leaf')).rejects.toThrow('permission denied');
    } finally {
      await client.end();
    }
  });

  it('passes over nothing: what was accepted first and committed last is sealed in the look after its commit', async () => {
    await owner(async (client) => {
      await client.query('begin');
      await client.query(
        `insert into audit (partnership_id, id, at, user_id, action, record_id, entry, salt, leaf)
         select partnership_id, '018f0000-0000-7000-8000-000000000001', at, user_id, action, record_id, entry, salt, leaf
         from audit order by at limit 1`,
      );
      await world.act(0);
      const first = await world.seal();
      expect(first.entries).toBeGreaterThan(0);
      await world.act(1);
      expect((await world.seal()).entries).toBeGreaterThan(0);
      await client.query('commit');
    });
    expect((await world.seal()).entries).toBe(1);
    expect((await world.seal()).entries).toBe(0);
    await owner((client) =>
      client.query("delete from ledger_entry where id = '018f0000-0000-7000-8000-000000000001'"),
    );
    expect((await verified()).codes).toContain('behind');
  });
});

describe('two sealers, crashes and files', () => {
  beforeAll(async () => {
    await world.close();
    world = await LedgerWorld.open(inject('MASE_TEST_SERVER'));
    await world.live(6);
  });

  it('of two sealers one leads; when it ends the other goes on', async () => {
    const other = world.newSealer();
    expect((await other.look()).leads).toBe(false);
    await world.sealer.stop();
    await world.act(0);
    const look = await other.look();
    expect(look).toMatchObject({ leads: true, halted: [] });
    expect(look.entries).toBeGreaterThan(0);
    expect((await world.sealer.look()).leads).toBe(false);
    await other.stop();
    expect((await verified()).codes).toEqual([]);
  });

  it('a checkpoint that was committed and not written, and a line that was cut, are written by whoever leads next', async () => {
    const whole = readFileSync(world.proof.checkpoints, 'utf8');
    const lines = whole.trimEnd().split('\n');
    await world.sealer.stop();
    writeFileSync(
      world.proof.checkpoints,
      `${lines.slice(0, -2).join('\n')}\n${lines.at(-2)?.slice(0, 100)}`,
    );
    await world.seal();
    expect(
      readFileSync(world.proof.checkpoints, 'utf8')
        .split('\n')
        .filter((line) => lines.includes(line))
        .sort(),
    ).toEqual([...lines].sort());
    const { codes, counted } = await verified();
    expect(codes).toEqual([]);
    expect(counted.unfinished).toBe(1);
  });

  it('takes what waits in as many looks as it needs', async () => {
    for (let index = 0; index < 8; index += 1) await world.act(index);
    await world.sealer.stop();
    const small = world.newSealer(3);
    const looks = [];
    for (let look = await small.look(); looks.push(look) < 20 && look.entries > 0; )
      look = await small.look();
    await small.stop();
    expect(looks.length).toBeGreaterThan(3);
    expect(looks.at(-1)).toMatchObject({ entries: 0, more: false });
    expect((await verified()).codes).toEqual([]);
  });

  it('does not seal on where the file knows more than the database, and says so', async () => {
    await world.sealer.stop();
    const before = readFileSync(world.proof.checkpoints, 'utf8');
    const set = await owner((client) =>
      client.query('select partnership_id, size, edge, number, digest from ledger_head'),
    );
    await world.act(0);
    await world.act(1);
    await world.seal();
    await world.sealer.stop();
    expect(readFileSync(world.proof.checkpoints, 'utf8').length).toBeGreaterThan(before.length);
    await owner(async (client) => {
      for (const head of set.rows) {
        await client.query('delete from ledger_entry where partnership_id = $1 and position >= $2', [
          head.partnership_id,
          head.size,
        ]);
        await client.query('delete from ledger_checkpoint where partnership_id = $1 and number > $2', [
          head.partnership_id,
          head.number,
        ]);
        await client.query(
          'update ledger_head set size = $2, edge = $3, number = $4, digest = $5 where partnership_id = $1',
          Object.values(head),
        );
      }
    });
    const look = await world.seal();
    expect(look.entries).toBe(0);
    expect(look.halted.map((one) => one.reason).join()).toContain('An older copy was restored');
    expect((await verified()).codes).toContain('behind');
  });

  it('refuses a key that others may read, and one that is missing', async () => {
    const { readSealingKey } = await import('./sealing-key.js');
    const { chmodSync } = await import('node:fs');
    expect(() => makeSealingKey(world.folder)).toThrow('EEXIST');
    chmodSync(join(world.folder, ledgerFiles.key), 0o640);
    expect(() => readSealingKey(world.folder)).toThrow('Others than its owner may read');
    expect(() => readSealingKey(join(world.folder, 'none'))).toThrow('There is no sealing key');
  });
});

describe('the file of checkpoints', () => {
  it('is found out where a line is changed, left out, doubled from elsewhere, or signed by another', async () => {
    await world.close();
    world = await LedgerWorld.open(inject('MASE_TEST_SERVER'));
    await world.live(15);
    const lines = readFileSync(world.proof.checkpoints, 'utf8').trimEnd().split('\n');
    const copy = join(world.folder, 'copy.jsonl');
    const of = async (changed: string[]) => {
      writeFileSync(copy, `${changed.join('\n')}\n`);
      return (await verified(copy)).codes;
    };
    expect(await of(lines)).toEqual([]);
    expect(
      await of(
        lines.map((line, index) => (index === 1 ? line.replace(/"size":(\d+)/, '"size":9999') : line)),
      ),
    ).toContain('signature');
    expect(await of(lines.filter((_, index) => index !== 1))).toContain('chain');
    expect(await of([...lines.slice(0, 5), lines[0] as string, ...lines.slice(5)])).toContain('chain');
    expect(await of([...lines, lines.at(-1) as string])).toEqual([]);
    expect(await of(lines.slice(0, 4))).toEqual([]);
    expect((await verified(copy)).counted.beyondFile).toBe(lines.length - 4);
    world.pass(60);
    appendFileSync(copy, '');
    appendLines(copy, ['{"torn":']);
    expect((await verified(copy)).counted.unfinished).toBe(1);
  });
});
