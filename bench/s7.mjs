import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  emptyCount,
  ledgerFiles,
  makeSealingKey,
  publicKeysIn,
  Sealer,
  verifyHistory,
  verifyLedger,
} from '@mase/store';
import pg from 'pg';
import { median } from './load/clients.mjs';
import { copyCases } from './load/copied-cases.mjs';
import { openBench } from './partnership.mjs';

const pageSize = 2000;
const encoder = new TextEncoder();
const bytesOfText = Buffer.alloc(65_536);

/** The floor: reads every text of history in the order of its key and hashes it; the next page is asked for meanwhile. */
async function floorRun(client) {
  const started = performance.now();
  const page = (after) =>
    client.query({
      name: 'floor',
      text: 'select record_id, version, entry from history where (record_id, version) > ($1, $2) order by record_id, version limit $3',
      values: [...after, pageSize],
      rowMode: 'array',
    });
  let entries = 0;
  let bytes = 0;
  for (let next = page(['00000000-0000-0000-0000-000000000000', 0]); next; ) {
    const { rows } = await next;
    next = rows.length === pageSize ? page(rows.at(-1).slice(0, 2)) : undefined;
    for (const [, , entry] of rows) {
      const { written } = encoder.encodeInto(entry, bytesOfText);
      hash('sha256', bytesOfText.subarray(0, written), 'hex');
      bytes += written;
    }
    entries += rows.length;
  }
  return { perSecond: (entries * 1000) / (performance.now() - started), entries, bytes };
}

async function inTransaction(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await work(client);
  } finally {
    await client.end();
  }
}

async function verifyRun(url, proof) {
  const started = performance.now();
  const counted = emptyCount();
  await inTransaction(url, async (client) => {
    for await (const fault of verifyLedger(client, proof, counted)) throw new Error(JSON.stringify(fault));
  });
  return { perSecond: (counted.sealed * 1000) / (performance.now() - started), counted };
}

async function replayRun(url) {
  const started = performance.now();
  const counted = { records: 0, entries: 0, clocks: 0, rows: 0 };
  await inTransaction(url, async (client) => {
    for await (const fault of verifyHistory(client, counted)) throw new Error(JSON.stringify(fault));
  });
  return (counted.entries * 1000) / (performance.now() - started);
}

async function sealAll(url, folder) {
  makeSealingKey(folder);
  const sealer = new Sealer({ url, folder, limit: 100_000 });
  const started = performance.now();
  let sealed = 0;
  for (let look = await sealer.look(); look.entries > 0; look = await sealer.look()) sealed += look.entries;
  await sealer.stop();
  return (sealed * 1000) / (performance.now() - started);
}

/**
 * S7: the verification of a history of so many entries against the signed tree, leaf, columns, place and checkpoint,
 * against reading and hashing the same text, both in one process. MASE_BENCH_ENTRIES makes it smaller.
 */
export async function s7({ entries = Number(process.env.MASE_BENCH_ENTRIES ?? 1_000_000), rounds = 3 } = {}) {
  const bench = await openBench();
  const folder = mkdtempSync(join(tmpdir(), 'mase-bench-ledger-'));
  try {
    const each = 10;
    const started = performance.now();
    await copyCases(bench, { cases: Math.ceil(entries / (each + 1)), entries: each });
    const generatedSeconds = (performance.now() - started) / 1000;
    const sealedPerSecond = await sealAll(bench.connections.sealer, folder);
    await bench.owner.query('vacuum analyze');
    const { owner } = bench.connections;
    const proof = {
      checkpoints: join(folder, ledgerFiles.checkpoints),
      keys: publicKeysIn(readFileSync(join(folder, ledgerFiles.publicKey), 'utf8')),
    };
    const measured = [];
    let counted;
    let floor;
    for (let round = 0; round < rounds; round += 1) {
      floor = await inTransaction(owner, floorRun);
      const product = await verifyRun(owner, proof);
      counted = product.counted;
      measured.push({
        floor: floor.perSecond,
        product: product.perSecond,
        ratio: product.perSecond / floor.perSecond,
      });
    }
    const replayPerSecond = await replayRun(owner);
    return {
      name: `S7 verification of ${floor.entries} entries of history (${counted.sealed} sealed with the audit)`,
      ratio: median(measured.map((one) => one.ratio)),
      promise: 0.5,
      product: median(measured.map((one) => one.product)),
      floor: median(measured.map((one) => one.floor)),
      ratios: measured.map((one) => Number(one.ratio.toFixed(3))),
      bytesAnEntry: floor.bytes / floor.entries,
      sealedPerSecond,
      replayPerSecond,
      generatedSeconds,
      megabytes: process.memoryUsage().rss / 1_048_576,
    };
  } finally {
    await bench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
