import { accessSync, constants, readFileSync } from 'node:fs';
import type { LedgerProof } from '@mase/store';
import type { Command } from 'commander';
import { type DatabaseOptions, readConnections } from './database-options.js';
import { wrongUsage } from './exit-codes.js';

/** By what the ledger is verified: public keys and the file of checkpoints. */
export interface ProofOptions {
  key?: string;
  checkpoints?: string;
}

/** Adds the options by which the ledger is verified. */
export function withProof(command: Command): Command {
  return command
    .option('--key <file>', 'the public keys that are trusted: sealer.pub, best a copy kept elsewhere')
    .option('--checkpoints <file>', 'the file of checkpoints: checkpoints.jsonl, best a copy kept elsewhere');
}

/** The public keys and the file of checkpoints; undefined where neither is given. Throws where one is missing or faulty. */
export async function proofOf({ key, checkpoints }: ProofOptions): Promise<LedgerProof | undefined> {
  if (!key && !checkpoints) return undefined;
  if (!key || !checkpoints)
    throw wrongUsage('The ledger is verified by both: give --key FILE and --checkpoints FILE.');
  return { keys: await keysIn(key), checkpoints: readable(checkpoints) };
}

/** The public keys of a file, by id. */
export async function keysIn(file: string): Promise<LedgerProof['keys']> {
  const { publicKeysIn } = await import('@mase/store');
  try {
    return publicKeysIn(readFileSync(file, 'utf8'));
  } catch (error) {
    throw wrongUsage(`${file} is not a file of public keys: ${(error as Error).message}`);
  }
}

/** A file that can be read; throws where it cannot. */
export function readable(file: string): string {
  try {
    accessSync(file, constants.R_OK);
    return file;
  } catch (error) {
    throw wrongUsage(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** The folder of the ledger; throws where none is named. */
export function ledgerFolderOf(options: { ledger?: string }): string {
  const folder = options.ledger ?? process.env.MASE_LEDGER;
  if (!folder)
    throw wrongUsage('Which folder holds the sealing key? Give --ledger FOLDER or set MASE_LEDGER.');
  return folder;
}

/** The address of the sealer from the file of connections; throws where it is missing. */
export function sealerUrl(options: DatabaseOptions): string {
  const url = readConnections(options)?.sealer;
  if (!url)
    throw wrongUsage('This needs the file of connections: give --connections FILE or set MASE_CONNECTIONS.');
  return url;
}
