import type { Command } from 'commander';
import { ownerUrl, withDatabase } from './database-options.js';
import { type AccountOptions, auditAccount, namedAccount } from './local-account.js';
import { outputOf, printResult } from './output.js';

/** `mase reset-code EMAIL`: takes away the one-time and recovery codes of a local account whose phone is lost. */
export function resetCode(program: Command): void {
  withDatabase(program.command('reset-code'))
    .summary('let a local account set its one-time codes up anew')
    .description(
      'Takes the one-time codes and recovery codes of a local account away and ends its local sessions. The next ' +
        'sign-in with its password sets new ones up: make sure that it is the right person who does, and give the ' +
        'account a new password where you are not sure.',
    )
    .argument('<email>', 'the address of the account')
    .option('--partnership <name>', 'its partnership, where several have an account with the address')
    .action(async (email: string, _options: AccountOptions, command: Command) => {
      const options = command.optsWithGlobals<AccountOptions>();
      const { resetOneTimeCode } = await import('@mase/store');
      const account = await namedAccount(options, 'reset-code', email);
      await resetOneTimeCode(ownerUrl(options), account.userId);
      await auditAccount(options, 'sign-in/codes-reset', account);
      printResult(outputOf(options), { userId: account.userId, email }, [
        `The one-time codes of ${account.name} <${email}> are gone; the next sign-in sets new ones up.`,
      ]);
    });
}
