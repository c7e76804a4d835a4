import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { exportLedger, verifyExport } from '../ledger/export-ledger.js';
import { emptyCount } from '../ledger/ledger-fault.js';
import { sealWithin } from '../ledger/seal-partnership.js';
import { readSealingKey } from '../ledger/sealing-key.js';
import { verifyLedger } from '../ledger/verify-ledger.js';
import { chanceOf, type Seal } from './chance.js';
import { LedgerWorld } from './ledger-world.js';
import { openOwner } from './open-owner.js';
import { keepCopy, tamperings } from './tampering.js';

/** What came of tampering many times: how often each kind was found, and what was not. */
export interface TamperingReport {
  seed: number;
  tried: number;
  found: Record<string, number>;
  missed: string[];
}

/**
 * Tampers with the sealed rows of a world as a superuser, so many times, each kind in turn, each time on what was there
 * before; and verifies each time against key and checkpoints alone. `missed` must be empty.
 */
export async function runTamperings(
  serverUrl: string,
  about: { count: number; seed: number },
): Promise<TamperingReport> {
  const world = await LedgerWorld.open(serverUrl);
  try {
    await liveWithCopies(world);
    const chance = chanceOf(about.seed);
    const key = readSealingKey(world.folder);
    const seal: Seal = async (client, partnershipId, now) => {
      await sealWithin(client, { partnershipId, since: null, database: '', key, now, limit: 20_000 });
    };
    const report: TamperingReport = { seed: about.seed, tried: 0, found: {}, missed: [] };
    await openOwner(world.database.connections.owner, async (client) => {
      for (const kind of Object.keys(tamperings)) report.found[kind] = 0;
      // Without tampering nothing is found, before and after; otherwise the rest would say nothing.
      await mustBeClean(client, world);
      for (; report.tried < about.count; report.tried += 1) {
        const kinds = Object.keys(tamperings);
        const kind = kinds[report.tried % kinds.length] as string;
        await client.query('begin isolation level repeatable read');
        await client.query('set local session_replication_role = replica');
        const did = await tamperings[kind]?.(client, chance, seal);
        const offline = kind !== forged || (await faultsOfExport(client, world)) > 0;
        const faults = offline ? await faultsOf(client, world) : 0;
        await client.query('rollback');
        if (faults > 0) report.found[kind] = (report.found[kind] ?? 0) + 1;
        else report.missed.push(`${kind}: ${did}`);
      }
      await mustBeClean(client, world);
    });
    return report;
  } finally {
    await world.close();
  }
}

async function liveWithCopies(world: LedgerWorld): Promise<void> {
  for (let copy = 1; copy <= 3; copy += 1) {
    await world.live(10);
    await openOwner(world.database.connections.owner, (client) => keepCopy(client, `copy_${copy}`));
  }
  await world.live(10);
  await world.dispose();
  await world.seal();
}

/** Where this is done, an export is verified without the database as well: it must be found there too. */
const forged = 'forge a disposal';

async function faultsOfExport(client: ClientBase, world: LedgerWorld): Promise<number> {
  const file = join(world.folder, 'export.jsonl');
  writeFileSync(file, '');
  for await (const lines of exportLedger(client)) appendFileSync(file, `${lines.join('\n')}\n`);
  let faults = 0;
  for await (const _ of verifyExport(file, world.proof, emptyCount())) faults += 1;
  return faults;
}

async function faultsOf(client: ClientBase, world: LedgerWorld): Promise<number> {
  let faults = 0;
  for await (const _ of verifyLedger(client, world.proof, emptyCount())) faults += 1;
  return faults;
}

async function mustBeClean(client: ClientBase, world: LedgerWorld): Promise<void> {
  await client.query('begin isolation level repeatable read');
  const faults = await faultsOf(client, world);
  await client.query('rollback');
  if (faults > 0) throw new Error(`${faults} faults without tampering`);
}
