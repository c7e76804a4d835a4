import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The key that signs checkpoints, with the id under which they name it. */
export interface SealingKey {
  id: string;
  key: KeyObject;
}

/** The sealing key is missing, readable by others, or no Ed25519 key. */
export class SealingKeyError extends Error {
  readonly code = 'SEALING_KEY';
  constructor(message: string) {
    super(message);
    this.name = 'SealingKeyError';
  }
}

/** The names of the files in a ledger folder. */
export const ledgerFiles = {
  key: 'sealer.key',
  publicKey: 'sealer.pub',
  nextKey: 'sealer.next.key',
  checkpoints: 'checkpoints.jsonl',
} as const;

/** The id of a key: the first 16 hexadecimal digits of the SHA-256 of its public part (SPKI, DER). */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256').update(spkiOf(key)).digest('hex').slice(0, 16);
}

/** The public part of a key as SPKI in DER. */
export function spkiOf(key: KeyObject): Buffer {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return publicKey.export({ type: 'spki', format: 'der' });
}

/**
 * Makes an Ed25519 key in a folder: `sealer.key`, which its owner alone may read, and `sealer.pub` for those who
 * verify. Never overwrites; throws with code EEXIST where the file is there already.
 */
export function makeSealingKey(folder: string, name: string = ledgerFiles.key): SealingKey {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const publicFile = join(folder, ledgerFiles.publicKey);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  // The public file first: it must not be there from an older key, nor a private key without it.
  if (name === ledgerFiles.key) {
    if (existsSync(join(folder, name)))
      throw Object.assign(new Error(`EEXIST: there is a key ${join(folder, name)}`), { code: 'EEXIST' });
    writeNew(publicFile, publicKey.export({ type: 'spki', format: 'pem' }) as string, 0o644);
  }
  writeNew(join(folder, name), privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, 0o600);
  return { id: keyIdOf(publicKey), key: privateKey };
}

function writeNew(file: string, text: string, mode: number): void {
  const handle = openSync(file, 'wx', mode);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Reads the sealing key of a folder. Throws `SealingKeyError` where it is missing, or others may read it. */
export function readSealingKey(folder: string, name: string = ledgerFiles.key): SealingKey {
  const file = join(folder, name);
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status) throw new SealingKeyError(`There is no sealing key ${file}: mase make-sealing-key makes one`);
  if ((status.mode & 0o077) !== 0)
    throw new SealingKeyError(`Others than its owner may read ${file}: chmod 600, or make a new key`);
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== 'ed25519') throw new SealingKeyError(`${file} holds no Ed25519 key`);
  return { id: keyIdOf(key), key };
}

/** The public keys of a file, by id: one or several PEM blocks. Throws where it holds none, or another kind of key. */
export function publicKeysIn(pem: string): Map<string, KeyObject> {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  const keys = blocks.map((block) => createPublicKey(block));
  if (keys.length === 0) throw new SealingKeyError('The file of keys holds no public key (PEM)');
  if (keys.some((key) => key.asymmetricKeyType !== 'ed25519'))
    throw new SealingKeyError('The file of keys holds another key than Ed25519');
  return new Map(keys.map((key) => [keyIdOf(key), key]));
}
