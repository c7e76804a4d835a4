import { createHmac, randomBytes } from 'node:crypto';

/** A secret of 32 random bytes, as text for addresses and cookies. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Nonce and PKCE verifier of one sign-in. Both follow from a secret that only the browser holds and from the state, so
 * that they are stored nowhere, and fit no other browser and no other sign-in.
 */
export function providerSecrets(browser: string, state: string): { nonce: string; verifier: string } {
  const of = (what: string) => createHmac('sha256', browser).update(`${what} ${state}`).digest('base64url');
  return { nonce: of('nonce'), verifier: of('verifier') };
}
