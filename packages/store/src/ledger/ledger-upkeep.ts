import { createPublicKey } from 'node:crypto';
import { appendFileSync, existsSync, linkSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { type Checkpoint, checkpointDigest } from './checkpoint.js';
import { appendLines, linesOf } from './checkpoint-file.js';
import { lastInFile, missingInFile } from './match-file.js';
import { TreeEdge } from './merkle.js';
import { headOf, type LedgerHead, writeCheckpoint } from './seal-partnership.js';
import { databaseOf, sealerClient, tryLead } from './sealer.js';
import { ledgerFiles, makeSealingKey, readSealingKey, type SealingKey, spkiOf } from './sealing-key.js';

/** Where an operator finds what the sealer works with. */
export interface LedgerPlace {
  /** The address of the role `mase_sealer`. */
  url: string;
  folder: string;
  now?: string;
}

/** The upkeep cannot be done now, or not at all; why, in words. */
export class LedgerUpkeepError extends Error {
  readonly code = 'LEDGER_UPKEEP';
  constructor(message: string) {
    super(message);
    this.name = 'LedgerUpkeepError';
  }
}

/**
 * Goes on from a restored copy: for each partnership of which the file of checkpoints knows more than the database, a
 * signed checkpoint says from how many entries to how many it was set back, and why; verification tells of it for ever.
 * Gives the partnerships. Throws `LedgerUpkeepError` where the database is no earlier state of what was signed.
 */
export async function acceptSetBack(
  place: LedgerPlace,
  reason: string,
): Promise<{ partnershipId: string; from: number; to: number }[]> {
  return asSealer(place, async (client, key) => {
    const file = join(place.folder, ledgerFiles.checkpoints);
    const last = await lastInFile(file);
    const accepted: { partnershipId: string; from: number; to: number }[] = [];
    for (const [partnershipId, ahead] of last) {
      const head = await headOf(client, partnershipId);
      if (ahead.number <= head.number) continue;
      await mustBeEarlier(file, partnershipId, head);
      const on = { ...head, number: ahead.number, digest: checkpointDigest(ahead) };
      const extra = { setBack: { from: ahead.size, reason } };
      appendLines(file, [await signOn(client, place, { partnershipId, head: on, key, extra })]);
      accepted.push({ partnershipId, from: ahead.size, to: head.size });
    }
    return accepted;
  });
}

async function mustBeEarlier(file: string, partnershipId: string, head: LedgerHead): Promise<void> {
  if (head.number === 0) return;
  for await (const { read } of linesOf(file))
    if (read?.checkpoint.partnership === partnershipId && read.checkpoint.number === head.number)
      if (checkpointDigest(read.checkpoint) === head.digest) return;
  throw new LedgerUpkeepError(
    `The database of partnership ${partnershipId} ends with a checkpoint that the file does not know: it is no earlier state`,
  );
}

/**
 * Puts a new sealing key in the place of the old one: the old key signs, for every partnership, one last checkpoint
 * that hands over to the new one; then the files are exchanged and the new public key is added to `sealer.pub`. Done
 * again after an interruption, it ends what was begun. Gives the ids of both keys.
 */
export async function rotateSealingKey(place: LedgerPlace): Promise<{ from: string; to: string }> {
  return asSealer(place, async (client, key) => {
    const { folder } = place;
    const next = existsSync(join(folder, ledgerFiles.nextKey))
      ? readSealingKey(folder, ledgerFiles.nextKey)
      : makeSealingKey(folder, ledgerFiles.nextKey);
    const nextKey = spkiOf(next.key).toString('base64');
    const file = join(folder, ledgerFiles.checkpoints);
    const last = await lastInFile(file);
    const found = await client.query<{ id: string }>(
      'select partnership_id as id from ledger_head order by 1',
    );
    for (const { id } of found.rows) {
      const head = await headOf(client, id);
      const missing = await missingInFile(client, id, head, last.get(id));
      if ('reason' in missing) throw new LedgerUpkeepError(missing.reason);
      appendLines(file, missing.lines);
      const handed = missing.lines.length === 0 && last.get(id)?.nextKey === nextKey;
      if (!handed)
        appendLines(file, [
          await signOn(client, place, { partnershipId: id, head, key, extra: { nextKey } }),
        ]);
    }
    const pem = createPublicKey(next.key).export({ type: 'spki', format: 'pem' }) as string;
    appendFileSync(join(folder, ledgerFiles.publicKey), pem, { flush: true });
    const old = join(folder, `sealer.${key.id}.old.key`);
    if (!existsSync(old)) linkSync(join(folder, ledgerFiles.key), old);
    renameSync(join(folder, ledgerFiles.nextKey), join(folder, ledgerFiles.key));
    return { from: key.id, to: next.id };
  });
}

/** Signs the tree as it is once more, with something to say about it; commits, and gives the line. */
async function signOn(
  client: pg.Client,
  place: LedgerPlace,
  about: {
    partnershipId: string;
    head: LedgerHead;
    key: SealingKey;
    extra: Pick<Checkpoint, 'nextKey' | 'setBack'>;
  },
): Promise<string> {
  const { head } = about;
  await client.query('begin');
  const line = await writeCheckpoint(client, {
    ...about,
    edge: new TreeEdge(head.size, head.edge),
    now: place.now ?? new Date().toISOString(),
    // What the sealer saw before counts no more: everything is compared once.
    seen: null,
    database: await databaseOf(client),
  });
  await client.query('commit');
  return line;
}

async function asSealer<T>(
  place: LedgerPlace,
  work: (client: pg.Client, key: SealingKey) => Promise<T>,
): Promise<T> {
  const key = readSealingKey(place.folder);
  const client = await sealerClient(place.url);
  try {
    if (!(await tryLead(client)))
      throw new LedgerUpkeepError('A worker is sealing on this database: stop every worker first');
    return await work(client, key);
  } finally {
    await client.end();
  }
}
