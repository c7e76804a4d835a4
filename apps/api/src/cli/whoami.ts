import type { Command } from 'commander';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { outputOf, printResult, table } from './output.js';

interface Me {
  name: string;
  email: string;
  roles: { id: string; name: string }[];
  expiresAt: string;
  profile: { name: string };
}

/** `mase whoami`: who is signed in, in which roles, until when. */
export function whoami(program: Command): void {
  program
    .command('whoami')
    .summary('show who is signed in, and in which roles')
    .description('Shows who is signed in, in which roles and until when.')
    .action(async (_options: ApiOptions, command: Command) => {
      const options = command.optsWithGlobals<ApiOptions>();
      const who = signedIn(options);
      const me = (await (await askAs(who, '/api/v1/me')).json()) as Me;
      const rows = [
        ['Name', me.name],
        ['Address', me.email],
        ['Roles', me.roles.map((role) => role.name).join(', ')],
        ['Area profile', me.profile.name],
        ['Signed in until', me.expiresAt],
        ['At', who.address],
      ];
      printResult(outputOf(options), me, table(rows));
    });
}
