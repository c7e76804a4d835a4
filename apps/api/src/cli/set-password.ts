import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { isWeak, passwordRule } from '../sign-in/password-rule.js';
import { ownerUrl, withDatabase } from './database-options.js';
import { CliError, exitCodes } from './exit-codes.js';
import { type AccountOptions, auditAccount, namedAccount } from './local-account.js';
import { outputOf, printResult } from './output.js';
import { readInput } from './read-input.js';

type Options = AccountOptions & { passwordFile?: string };

/** `mase set-password EMAIL`: a new password for a local account; without one before, the account becomes a break-glass account. */
export function setPassword(program: Command): void {
  withDatabase(program.command('set-password'))
    .summary('give an account a local password, for when its identity provider is down')
    .description(
      'Gives an account a password in place of the one it had, if any, and ends its local sessions. The password is ' +
        'made by chance and printed once, or read from a file. Each sign-in with it also asks for a one-time code, ' +
        'which the first one sets up, and tells the Caldicott guardian and the administrators.',
    )
    .argument('<email>', 'the address of the account')
    .option('--partnership <name>', 'its partnership, where several have an account with the address')
    .option(
      '--password-file <file>',
      'read the password, 15 to 200 characters, from this file; - for standard input',
    )
    .action(async (email: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const password = await passwordOf(options, email);
      const { setCredential } = await import('@mase/store');
      const account = await namedAccount(options, 'set-password', email);
      await setCredential(
        ownerUrl(options),
        account.partnershipId,
        { id: account.userId, email },
        { password, demonstration: false },
      );
      await auditAccount(options, 'sign-in/password-set', account);
      const made = options.passwordFile ? {} : { password };
      printResult(outputOf(options), { userId: account.userId, email, ...made }, [
        `${account.name} <${email}> of ${account.partnership} has a new password.`,
        ...(options.passwordFile
          ? []
          : [`  password  ${password}`, 'It is not shown again: hand it over in person.']),
        ...(account.local ? [] : ['It is a break-glass account from now on.']),
      ]);
    });
}

async function passwordOf({ passwordFile, partnership }: Options, email: string): Promise<string> {
  if (!passwordFile) return randomBytes(18).toString('base64url');
  const password = (await readInput(passwordFile)).replace(/\r?\n$/, '');
  if (await isWeak(password, { email, partnership }))
    throw new CliError(exitCodes.refused, `${passwordRule} Nothing was changed.`);
  return password;
}
