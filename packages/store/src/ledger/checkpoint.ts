import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalText, digestOf } from './leaf.js';
import { keyIdOf, type SealingKey } from './sealing-key.js';

/** What a checkpoint says: at this time the tree of this partnership had this size and this root. */
export interface Checkpoint {
  partnership: string;
  /** 1 for the first of a partnership; each follows the one before it, whatever became of the database. */
  number: number;
  size: number;
  /** Hexadecimal. */
  root: string;
  /** An instant, ISO 8601 in UTC. */
  time: string;
  /** The digest of the checkpoint before it; null for the first. */
  previous: string | null;
  /** The id of the key that signs it. */
  key: string;
  /** More was waiting than one look of the sealer takes: what comes next may have been accepted before this time. */
  more?: true;
  /** The public key (SPKI, base64) that signs from now on. */
  nextKey?: string;
  /** The database was set back, knowingly: from how many entries, and why. */
  setBack?: { from: number; reason: string };
}

const domain = 'mase ledger checkpoint\n';
const bytesOf = (checkpoint: Checkpoint) => Buffer.from(domain + canonicalText(checkpoint));

/** The digest of a checkpoint, by which the next one names it: SHA-256 of its canonical text, hexadecimal. */
export function checkpointDigest(checkpoint: Checkpoint): string {
  return digestOf(canonicalText(checkpoint));
}

/** Signs a checkpoint: one line of JSON, without the end of line. */
export function signedLine(checkpoint: Omit<Checkpoint, 'key'>, { id, key }: SealingKey): string {
  const whole: Checkpoint = { ...checkpoint, key: id };
  return canonicalText({ checkpoint: whole, signature: sign(null, bytesOf(whole), key).toString('base64') });
}

/** A line of the file of checkpoints, taken apart; undefined where it is none. */
export function readLine(line: string): { checkpoint: Checkpoint; signature: string } | undefined {
  try {
    const { checkpoint, signature } = JSON.parse(line) as { checkpoint: Checkpoint; signature: string };
    const holds =
      typeof signature === 'string' &&
      typeof checkpoint.partnership === 'string' &&
      Number.isSafeInteger(checkpoint.number) &&
      Number.isSafeInteger(checkpoint.size) &&
      /^[0-9a-f]{64}$/.test(checkpoint.root) &&
      !Number.isNaN(Date.parse(checkpoint.time));
    return holds ? { checkpoint, signature } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether one of the trusted keys signed a checkpoint: the one that it names. */
export function isSigned(
  checkpoint: Checkpoint,
  signature: string,
  keys: ReadonlyMap<string, KeyObject>,
): boolean {
  const key = keys.get(checkpoint.key);
  return key !== undefined && verify(null, bytesOf(checkpoint), key, Buffer.from(signature, 'base64'));
}

/** The key that a checkpoint hands over to, where it does. */
export function keyHandedTo({ nextKey }: Checkpoint): { id: string; key: KeyObject } | undefined {
  if (!nextKey) return undefined;
  const key = createPublicKey({ key: Buffer.from(nextKey, 'base64'), format: 'der', type: 'spki' });
  return { id: keyIdOf(key), key };
}

/** Whether all that had been accepted by the time of a checkpoint is in it, but for what was still being committed. */
export function isComplete({ more, setBack }: Checkpoint): boolean {
  return !more && !setBack;
}
