import { emptyCount, type LedgerFault } from '../ledger/ledger-fault.js';
import { verifyLedger } from '../ledger/verify-ledger.js';
import { LedgerWorld } from './ledger-world.js';
import { openOwner } from './open-owner.js';

/** What came of many writers beside a sealer and verification. */
export interface WritersReport {
  entries: number;
  looks: number;
  verifications: number;
  /** The longest that an entry was accepted and not sealed, and the median over the looks of the sealer. */
  longestUnsealedMs: number;
  medianUnsealedMs: number;
  faults: LedgerFault[];
}

/** How long the sealer rests between two looks: as the worker does. */
export const sealingPauseMs = 1500;

/**
 * Lets so many writers act for some seconds while a sealer seals as the worker does and the ledger is verified again
 * and again; then seals the rest. `faults` must be empty.
 */
export async function runWriters(
  serverUrl: string,
  about: { seconds: number; writers: number },
): Promise<WritersReport> {
  const world = await LedgerWorld.open(serverUrl);
  const report: WritersReport = {
    entries: 0,
    looks: 0,
    verifications: 0,
    longestUnsealedMs: 0,
    medianUnsealedMs: 0,
    faults: [],
  };
  const windows: number[] = [];
  const until = Date.now() + about.seconds * 1000;
  world.clock = () => new Date().toISOString();
  const look = async () => {
    const { entries, oldest } = await world.sealer.look();
    report.looks += 1;
    report.entries += entries;
    if (oldest) windows.push(Date.now() - Date.parse(oldest));
  };
  try {
    // What the world wrote before belongs to another clock.
    await look();
    windows.length = 0;
    await Promise.all([
      ...Array.from({ length: about.writers }, async (_, writer) => {
        for (let index = writer; Date.now() < until; index += about.writers) await world.act(index);
      }),
      (async () => {
        for (; Date.now() < until; await pause(sealingPauseMs)) await look();
      })(),
      (async () => {
        for (; Date.now() < until; await pause(500)) report.faults.push(...(await verified(world, report)));
      })(),
    ]);
    await look();
    report.faults.push(...(await verified(world, report)));
    windows.sort((one, other) => one - other);
    report.longestUnsealedMs = windows.at(-1) ?? 0;
    report.medianUnsealedMs = windows[windows.length >> 1] ?? 0;
    return report;
  } finally {
    await world.close();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function verified(world: LedgerWorld, report: WritersReport): Promise<LedgerFault[]> {
  report.verifications += 1;
  return openOwner(world.database.connections.owner, async (client) => {
    await client.query('begin isolation level repeatable read');
    const faults: LedgerFault[] = [];
    for await (const fault of verifyLedger(client, world.proof, emptyCount())) faults.push(fault);
    return faults;
  });
}
