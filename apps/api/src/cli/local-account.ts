import type { NamedAccount } from '@mase/store';
import { appUrl, type DatabaseOptions, ownerUrl } from './database-options.js';
import { CliError, exitCodes } from './exit-codes.js';

/** The options of an operator's verb on one account. */
export type AccountOptions = DatabaseOptions & { partnership?: string };

/** The one open account of an address, found as an operator and audited so; throws where there is none, or several. */
export async function namedAccount(
  options: AccountOptions,
  verb: string,
  email: string,
): Promise<NamedAccount> {
  const { asOperatorClient, findAccountsNamed } = await import('@mase/store');
  const all = await asOperatorClient(ownerUrl(options), verb, (client) => findAccountsNamed(client, email));
  const found = all.filter((one) => !options.partnership || one.partnership === options.partnership);
  const [account] = found;
  if (!account) throw refused(`There is no open account with the address ${email}; nothing was changed.`);
  if (found.length > 1)
    throw refused(
      `Several accounts have the address ${email}, in: ${found.map((one) => one.partnership).join('; ')}. Say which with --partnership, or give each an address of its own.`,
    );
  if (account.demonstration)
    throw refused(
      'That is a person of the demonstration, whose password everybody knows; nothing was changed.',
    );
  return account;
}

const refused = (words: string) => new CliError(exitCodes.refused, words);

/** Writes what an operator did to an account to the audit of its partnership. */
export async function auditAccount(
  options: AccountOptions,
  action: `sign-in/${string}`,
  account: NamedAccount,
): Promise<void> {
  const { auditSignIn, openStore } = await import('@mase/store');
  const store = await openStore(appUrl(options), { size: 1, applicationName: 'mase account' });
  try {
    await auditSignIn(store, {
      action,
      partnershipId: account.partnershipId,
      userId: null,
      about: { of: account.userId, by: 'operator' },
      tell: [],
    });
  } finally {
    await store.close();
  }
}
