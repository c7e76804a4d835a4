import { password as askPassword, isCancel } from '@clack/prompts';
import type { Command } from 'commander';
import { apiAddress } from './api-address.js';
import { type ApiOptions, ask, refusalOf } from './ask.js';
import { wrongUsage } from './exit-codes.js';
import { outputOf, printResult } from './output.js';
import { readInput } from './read-input.js';
import { keepSession } from './session-file.js';

type Options = ApiOptions & { passwordFile?: string };

/** `mase sign-in EMAIL`: keeps a session in a file that you alone may read. */
export function signIn(program: Command): void {
  program
    .command('sign-in')
    .summary('sign in, and stay signed in on this computer')
    .description(
      'Signs in with a local account and keeps the session in a file that you alone may read. ' +
        'People of the demonstration need no password. Otherwise it is asked for on the terminal, ' +
        'or read from a file, so that it never stands in the list of processes.',
    )
    .argument('<email>', 'the address of the account')
    .option('--password-file <file>', 'read the password from this file; - for standard input')
    .action(async (email: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const address = apiAddress(options.api);
      const password = await passwordFor(address, email, options);
      const response = await ask(address, '/api/v1/sessions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, ...(password === undefined ? {} : { password }) }),
      });
      if (!response.ok) throw await refusalOf(response);
      const { sessionId, expiresAt } = (await response.json()) as { sessionId: string; expiresAt: string };
      keepSession({ api: address, token: sessionId, email, expiresAt });
      const until = new Date(expiresAt).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' });
      printResult(outputOf(options), { email, api: address, expiresAt }, [
        `Signed in as ${email} at ${address} until ${until}.`,
      ]);
    });
}

async function passwordFor(
  address: string,
  email: string,
  { passwordFile }: Options,
): Promise<string | undefined> {
  if (passwordFile) return (await readInput(passwordFile)).replace(/\r?\n$/, '');
  const response = await ask(address, '/api/v1/demonstration-users');
  const { users = [] } = response.ok ? ((await response.json()) as { users?: { email: string }[] }) : {};
  if (users.some((user) => user.email.toLowerCase() === email.toLowerCase())) return undefined;
  if (!process.stdin.isTTY)
    throw wrongUsage(
      'There is no terminal to ask for the password on: give --password-file FILE, or - for standard input.',
    );
  const typed = await askPassword({ message: `Password of ${email}` });
  if (isCancel(typed)) throw wrongUsage('Nothing was done.');
  return typed;
}
