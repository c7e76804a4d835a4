import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { lastInFile, missingInFile, takenOver } from '../ledger/match-file.js';
import { headOf } from '../ledger/seal-partnership.js';
import { ledgerFiles, publicKeysIn, readSealingKey } from '../ledger/sealing-key.js';
import { type Finding, fault, faultsOr } from './finding.js';

/** Whether the folder of the ledger holds a key that may sign, its public part, and checkpoints that fit the database. */
export async function ledgerFilesFinding(client: ClientBase, folder: string): Promise<Finding> {
  const check = 'ledger folder';
  let keyId: string;
  try {
    keyId = readSealingKey(folder).id;
  } catch (error) {
    return fault(
      check,
      (error as Error).message,
      'the worker’s user owns the key and nobody else reads it; a lost one is in the safe',
    );
  }
  const publicFile = join(folder, ledgerFiles.publicKey);
  const isPublic = existsSync(publicFile) && publicKeysIn(readFileSync(publicFile, 'utf8')).has(keyId);
  const last = await lastInFile(join(folder, ledgerFiles.checkpoints));
  const found = await client.query<{ id: string }>('select partnership_id as id from ledger_head order by 1');
  const reasons = await Promise.all(
    found.rows.map(async ({ id }) => {
      const missing = await missingInFile(client, id, await headOf(client, id), last.get(id));
      return 'reason' in missing ? missing.reason : takenOver(last.get(id), keyId);
    }),
  );
  return faultsOr(
    check,
    [
      ...(isPublic ? [] : [`${ledgerFiles.publicKey} does not hold the public part of key ${keyId}`]),
      ...reasons.filter((reason) => reason !== undefined),
    ],
    {
      well: `key ${keyId} signs, and the file of checkpoints fits the database`,
      todo: 'mase verify with a copy of the checkpoints from elsewhere says what differs; nothing is sealed meanwhile',
    },
  );
}
