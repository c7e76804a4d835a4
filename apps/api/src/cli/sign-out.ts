import type { Command } from 'commander';
import { apiAddress } from './api-address.js';
import { type ApiOptions, ask } from './ask.js';
import { outputOf, printResult } from './output.js';
import { forgetSession, keptSession } from './session-file.js';

/** `mase sign-out`: ends the session at the api and forgets it here. */
export function signOut(program: Command): void {
  program
    .command('sign-out')
    .summary('end the session, here and at the api')
    .description('Ends the session at the api at once and forgets it on this computer.')
    .action(async (_options: ApiOptions, command: Command) => {
      const options = command.optsWithGlobals<ApiOptions>();
      const address = apiAddress(options.api);
      const session = keptSession(address);
      if (session) await ask(address, '/api/v1/sessions/current', { method: 'DELETE', token: session.token });
      forgetSession();
      const words = session ? `Signed out ${session.email}.` : `Nobody was signed in at ${address}.`;
      printResult(outputOf(options), { signedOut: session?.email ?? null }, [words]);
    });
}
