import { type Account, bindIdentity, findAccountsByEmail, findIdentity, type Store } from '@mase/store';
import type { Proof } from './claims.js';
import { SignInRefusedError } from './refused.js';
import type { Tenant } from './settings.js';

/** The account that signed in, and whether its subject was bound to it only now. */
export interface Found {
  account: Account;
  boundNow: boolean;
}

/**
 * The account of somebody whom a provider has proved: the one its subject is bound to, whatever the address says now.
 * A subject that is bound to none is bound, for ever, to the one open account of its verified address, unless another
 * subject of the issuer has it. Throws `SignInRefusedError`.
 */
export async function findAccount(store: Store, tenant: Tenant, proof: Proof): Promise<Found> {
  const { partnership: partnershipId, issuer } = tenant;
  const known = await findIdentity(store, { partnershipId, issuer, subject: proof.subject });
  if (known) return { account: allowed(known, tenant), boundNow: false };
  if (!proof.email) throw new SignInRefusedError('EMAIL_NOT_VERIFIED');
  const all = await findAccountsByEmail(store, { partnershipId, email: proof.email, issuer });
  const open = all.filter((one) => one.active);
  const [account] = open;
  if (!account) throw new SignInRefusedError(all.length > 0 ? 'ACCOUNT_ENDED' : 'ACCOUNT_UNKNOWN');
  if (open.length > 1) throw new SignInRefusedError('ACCOUNT_AMBIGUOUS');
  if (account.bound) throw new SignInRefusedError('ACCOUNT_BOUND_ELSEWHERE');
  allowed(account, tenant);
  const bound = await bindIdentity(store, {
    partnershipId,
    tenant: tenant.id,
    issuer,
    subject: proof.subject,
    userId: account.userId,
  });
  if (!bound) throw new SignInRefusedError('ACCOUNT_BOUND_ELSEWHERE', 'race');
  return { account, boundNow: true };
}

function allowed(account: Account, tenant: Tenant): Account {
  if (!account.active) throw new SignInRefusedError('ACCOUNT_ENDED');
  if (tenant.agencies && !tenant.agencies.includes(account.user.agencyId))
    throw new SignInRefusedError('ACCOUNT_OF_OTHER_AGENCY');
  return account;
}
