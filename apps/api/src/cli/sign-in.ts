import { password as askPassword, text as askText, isCancel } from '@clack/prompts';
import type { Command } from 'commander';
import { apiAddress } from './api-address.js';
import { type ApiOptions, ask, refusalOf } from './ask.js';
import { CliError, exitCodes, wrongUsage } from './exit-codes.js';
import { outputOf, printResult } from './output.js';
import { readInput } from './read-input.js';
import { keepSession } from './session-file.js';

type Options = ApiOptions & { passwordFile?: string; codeFile?: string };

interface Begun {
  sessionId: string;
  expiresAt: string;
}

const examples = `
Examples:
  $ mase sign-in                                  as the person who is signed in on the web: asks for the code of the page
                                                  “Where you are signed in”, “Sign in the command line”
  $ mase sign-in --code-file -                    the same, with the code on standard input
  $ mase sign-in triage@fernshire.example.org     with a local account, or as a person of the demonstration`;

/** `mase sign-in [EMAIL]`: keeps a session in a file that you alone may read. */
export function signIn(program: Command): void {
  program
    .command('sign-in')
    .summary('sign in, and stay signed in on this computer')
    .description(
      'Signs in and keeps the session in a file that you alone may read. ' +
        'Without an address: with a code that the web shows to whoever is signed in there, also through an ' +
        'organisation’s identity provider. With an address: with a local account. ' +
        'People of the demonstration need no password. Passwords and codes are asked for on the terminal, ' +
        'or read from a file, so that they never stand in the list of processes.',
    )
    .argument('[email]', 'the address of a local account')
    .option('--password-file <file>', 'read the password from this file; - for standard input')
    .option('--code-file <file>', 'read the code from this file; - for standard input')
    .addHelpText('after', examples)
    .action(async (email: string | undefined, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const address = apiAddress(options.api);
      const { sessionId, expiresAt } = email
        ? await withAccount(address, email, options)
        : await withCode(address, options);
      const who = email ?? (await emailOf(address, sessionId));
      keepSession({ api: address, token: sessionId, email: who, expiresAt });
      const until = new Date(expiresAt).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' });
      printResult(outputOf(options), { email: who, api: address, expiresAt }, [
        `Signed in as ${who} at ${address} until ${until}.`,
      ]);
    });
}

const post = (address: string, path: string, body: object) =>
  ask(address, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function withCode(address: string, options: Options): Promise<Begun> {
  const code = await codeFor('Code from the web (“Where you are signed in”)', options);
  const response = await post(address, '/api/v1/sign-in/from-code', { code });
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as Begun;
}

async function withAccount(address: string, email: string, options: Options): Promise<Begun> {
  const password = await passwordFor(address, email, options);
  const response = await post(address, '/api/v1/sessions', {
    email,
    ...(password === undefined ? {} : { password }),
  });
  if (!response.ok) throw await refusalOf(response);
  if (response.status !== 202) return (await response.json()) as Begun;
  const { step, next } = (await response.json()) as { step: string; next: 'code' | 'enrolment' };
  if (next === 'enrolment')
    throw new CliError(
      exitCodes.notSignedIn,
      'This account has no one-time codes yet: sign in on the web once, which sets them up.',
    );
  const taken = await post(address, '/api/v1/sign-in/code', {
    step,
    code: await codeFor('Code of your authenticator app, or a recovery code', options),
  });
  if (!taken.ok) throw await refusalOf(taken);
  return (await taken.json()) as Begun;
}

async function emailOf(address: string, token: string): Promise<string> {
  const response = await ask(address, '/api/v1/me', { token });
  if (!response.ok) throw await refusalOf(response);
  return ((await response.json()) as { email: string }).email;
}

const withoutEnd = (text: string) => text.replace(/\r?\n$/, '');

async function codeFor(message: string, { codeFile }: Options): Promise<string> {
  if (codeFile) return withoutEnd(await readInput(codeFile));
  if (!process.stdin.isTTY)
    throw wrongUsage(
      'There is no terminal to ask for the code on: give --code-file FILE, or - for standard input.',
    );
  const typed = await askText({ message });
  if (isCancel(typed)) throw wrongUsage('Nothing was done.');
  return typed;
}

async function passwordFor(
  address: string,
  email: string,
  { passwordFile }: Options,
): Promise<string | undefined> {
  if (passwordFile) return withoutEnd(await readInput(passwordFile));
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
