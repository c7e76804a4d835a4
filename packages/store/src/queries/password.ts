import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** argon2id by OWASP's second setting: 19 MiB, two passes, one lane; salt and result of 16 and 32 bytes. */
const cost = { parallelism: 1, memory: 19_456, passes: 2, tagLength: 32 } as const;

const derive = promisify(argon2);

/** Hashes a local account's password, off the main thread, as text that holds its own salt. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await derive('argon2id', { message: password, nonce, ...cost });
  return `argon2id$${nonce.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Whether a password is the one that was hashed; takes the same time either way, and holds nobody else up. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, nonce, hash] = stored.split('$');
  if (!nonce || !hash) return false;
  const expected = Buffer.from(hash, 'base64url');
  const given = await derive('argon2id', {
    message: password,
    nonce: Buffer.from(nonce, 'base64url'),
    ...cost,
  });
  return expected.length === given.length && timingSafeEqual(expected, given);
}
