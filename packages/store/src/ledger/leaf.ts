import { hash, randomFillSync } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Canonical JSON text (RFC 8785): the same value gives the same bytes everywhere. Throws on what JSON cannot hold. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('The value has no canonical JSON form');
  return text;
}

/** The canonical JSON text of an object of which some values are canonical text already, so that none is written twice. */
export function canonicalTextWith(value: object, ready: { [key: string]: string }): string {
  const texts = new Map<string, string>();
  for (const [key, one] of Object.entries(value)) if (one !== undefined) texts.set(key, canonicalText(one));
  for (const [key, text] of Object.entries(ready)) texts.set(key, text);
  const keys = [...texts.keys()].sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${texts.get(key)}`).join(',')}}`;
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
  return hash('sha256', leafBytes(salt, entry), 'buffer');
}

/** Whether a leaf is that of a salt and an entry. */
export function isLeafOf(leaf: Buffer, salt: Buffer, entry: string | Buffer): boolean {
  // Hexadecimal costs less than a buffer for each row.
  return hash('sha256', leafBytes(salt, entry), 'hex') === leaf.toString('hex');
}

// Its first byte stays 0; everything else is written anew at each use, within one turn.
let scratch = Buffer.alloc(16_384);
const encoder = new TextEncoder();

function leafBytes(salt: Buffer, entry: string | Buffer): Buffer {
  const start = 1 + salt.length;
  // A UTF-16 unit takes three bytes of UTF-8 at most.
  if (scratch.length < start + entry.length * 3) scratch = Buffer.alloc(start + entry.length * 4);
  scratch.set(salt, 1);
  const written =
    typeof entry === 'string'
      ? encoder.encodeInto(entry, scratch.subarray(start)).written
      : entry.copy(scratch, start);
  return scratch.subarray(0, start + written);
}

/** SHA-256 of a text as lower-case hexadecimal: the digest of a written row inside its history entry. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'hex');
}
