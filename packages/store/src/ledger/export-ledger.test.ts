import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { LedgerWorld } from '../testing/ledger-world.js';
import { openOwner } from '../testing/open-owner.js';
import { exportLedger, verifyExport } from './export-ledger.js';
import { emptyCount, type LedgerCounted } from './ledger-fault.js';

let world: LedgerWorld;
let lines: string[];

beforeAll(async () => {
  world = await LedgerWorld.open(inject('MASE_TEST_SERVER'));
  await world.live(12);
  lines = await exported();
});
afterAll(() => world.close());

async function exported(bare = false): Promise<string[]> {
  return openOwner(world.database.connections.owner, async (client) =>
    (await Array.fromAsync(exportLedger(client, { bare }))).flat(),
  );
}

async function verified(some: string[]): Promise<{ codes: string[]; counted: LedgerCounted }> {
  const file = join(world.folder, 'export.jsonl');
  writeFileSync(file, `${some.join('\n')}\n`);
  const counted = emptyCount();
  const faults = await Array.fromAsync(verifyExport(file, world.proof, counted));
  return { codes: faults.map((one) => one.code), counted };
}

describe('an export of the ledger', () => {
  it('is verified without a database, whole and without its texts', async () => {
    const { codes, counted } = await verified(lines);
    expect(codes).toEqual([]);
    expect(counted.sealed).toBe(lines.length - 2);
    const bare = await exported(true);
    expect(bare.join()).not.toContain('Collects the child');
    expect(await verified(bare)).toMatchObject({ codes: [], counted: { sealed: counted.sealed } });
  });

  it('is found out where an entry is changed, left out, exchanged or cut off, or a partnership is missing', async () => {
    const at = lines.findIndex((line) => line.includes('Collects the child'));
    const change = (work: (line: string) => string) =>
      lines.map((line, index) => (index === at ? work(line) : line));
    expect((await verified(change((line) => line.replace('Collects', 'Collected')))).codes).toContain(
      'content',
    );
    const otherLeaf = (line: string) =>
      line.replace(/"leaf":"(.)/, (_, first) => `"leaf":"${first === '0' ? '1' : '0'}`);
    expect((await verified(change(otherLeaf))).codes).toEqual(expect.arrayContaining(['content', 'root']));
    expect((await verified(lines.filter((_, index) => index !== at))).codes).toContain('missing');
    expect((await verified(lines.slice(0, -1))).codes).toContain('behind');
    const second = lines.findLastIndex((line) => line.startsWith('{"ledger"'));
    expect((await verified(lines.slice(0, second))).codes).toContain('behind');
    const [one, other] = [lines[2], lines[3]].map(
      (line) => JSON.parse(line as string) as { position: number },
    );
    const exchanged = [
      { ...other, position: 1 },
      { ...one, position: 2 },
    ].map((line) => JSON.stringify(line));
    expect((await verified([...lines.slice(0, 2), ...exchanged, ...lines.slice(4)])).codes).toContain('root');
  });

  it('may be younger than the file of checkpoints', async () => {
    const file = readFileSync(world.proof.checkpoints, 'utf8');
    await world.live(3);
    const longer = await exported();
    writeFileSync(world.proof.checkpoints, file);
    expect((await verified(longer)).codes).toEqual([]);
  });
});
