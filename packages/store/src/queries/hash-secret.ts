import { hash } from 'node:crypto';

/** SHA-256 of a session id, token, code or key: all that the database holds of it. A password needs a slow hash instead. */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
