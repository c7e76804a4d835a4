import type { IDToken } from 'openid-client';
import { SignInRefusedError } from './refused.js';
import type { Tenant } from './settings.js';

/** What is taken from a provider's answer: nothing else of it is kept. */
export interface Proof {
  subject: string;
  /** In small letters; null where the provider says none, or none that it vouches for. */
  email: string | null;
  providerSession: string | null;
}

const oldestSeconds = 600;

/**
 * Checks what the library leaves to us in an ID token whose signature, issuer, audience, nonce and times it has
 * checked: that it was made now, for us alone or with us as its party, and with the second factor that the tenant
 * demands. Throws `SignInRefusedError`.
 */
export function checkIdToken(claims: IDToken, tenant: Tenant, nowMs: number): void {
  const now = Math.floor(nowMs / 1000);
  if (claims.iat > now + tenant.clockToleranceSeconds || claims.iat < now - oldestSeconds)
    throw new SignInRefusedError('ANSWER_NOT_TRUSTED', 'iat');
  if (claims.azp !== undefined && claims.azp !== tenant.clientId)
    throw new SignInRefusedError('ANSWER_NOT_TRUSTED', 'azp');
  if (claims.sub.length === 0 || claims.sub.length > 255)
    throw new SignInRefusedError('ANSWER_NOT_TRUSTED', 'sub');
  const acr = typeof claims.acr === 'string' ? claims.acr : '';
  const amr = Array.isArray(claims.amr) ? claims.amr : [];
  const shown =
    (tenant.acr.length === 0 || tenant.acr.includes(acr)) &&
    (tenant.amr.length === 0 || tenant.amr.some((one) => amr.includes(one)));
  if (!shown) throw new SignInRefusedError('SECOND_FACTOR_MISSING');
}

/** The address in claims that a provider vouches for: verified by its own word, or of a domain that the tenant owns. */
export function vouchedEmail(claims: { [name: string]: unknown }, tenant: Tenant): string | null {
  const email = claims[tenant.emailClaim];
  if (typeof email !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(email) || email.length > 254) return null;
  const address = email.toLowerCase();
  const domain = address.slice(address.indexOf('@') + 1);
  if (tenant.emailDomains.length > 0 && !tenant.emailDomains.includes(domain)) return null;
  return tenant.emailVerifiedBy === 'tenant' || claims.email_verified === true ? address : null;
}
