import { createHash, hash, randomFillSync } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Canonical JSON text (RFC 8785): the same value gives the same bytes everywhere. Throws on what JSON cannot hold. */
export function canonicalText(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('The value has no canonical JSON form');
  return text;
}

const saltBytes = 32;
// Drawn for many rows at once: asking the system for each costs more than hashing its leaf.
let drawn = Buffer.alloc(0);

/** A fresh 32-byte salt for one row of history or audit. */
export function newSalt(): Buffer {
  if (drawn.length < saltBytes) drawn = randomFillSync(Buffer.alloc(saltBytes * 128));
  const salt = drawn.subarray(0, saltBytes);
  drawn = drawn.subarray(saltBytes);
  return salt;
}

/** The leaf of a row: SHA-256 of 0x00, the row's 32-byte salt and the bytes of its entry. */
export function leafOf(salt: Buffer, entry: string): Buffer {
  return createHash('sha256').update(zero).update(salt).update(entry, 'utf8').digest();
}

const zero = Buffer.from([0]);

/** SHA-256 of a text as lower-case hexadecimal: the digest of a written row inside its history entry. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'hex');
}
