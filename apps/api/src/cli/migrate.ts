import type { Connections, LoginRole } from '@mase/store';
import type { Command } from 'commander';
import {
  connectionsFile,
  type DatabaseOptions,
  ownerUrl,
  readConnections,
  withDatabase,
} from './database-options.js';
import { outputOf, printResult, say } from './output.js';
import { writePrivateFile } from './private-file.js';

/** `mase migrate`: roles and tables, up to date; the addresses of the roles in a file. */
export function migrate(program: Command): void {
  withDatabase(program.command('migrate'))
    .summary('make or bring up to date the roles and tables')
    .description(
      'Brings the database up to date: roles, then migrations, each once. Safe to repeat. ' +
        'The address must name a role that owns the database and may create roles. With --connections ' +
        'the addresses of all roles are written to a file that its owner alone may read; passwords that ' +
        'stand in it already are kept.',
    )
    .action(async (_options: DatabaseOptions, command: Command) => {
      const options = command.optsWithGlobals<DatabaseOptions>();
      const output = outputOf(options);
      const url = ownerUrl(options);
      const file = connectionsFile(options);
      const { asOperatorClient, migrate: migrateDatabase } = await import('@mase/store');
      say(output, 'Bringing the database up to date');
      const connections = await migrateDatabase(url, passwordsOf(readConnections(options)));
      if (file) writePrivateFile(file, `${JSON.stringify(connections, null, 2)}\n`);
      await asOperatorClient(url, 'migrate', async () => undefined);
      const words = file
        ? `The database is up to date; addresses are in ${file}.`
        : 'The database is up to date. The passwords of its roles are new: give --connections FILE to keep them.';
      printResult(output, { upToDate: true, connections: file ?? null }, [words]);
    });
}

/** The passwords of the roles as the file of connections has them. */
function passwordsOf(connections: Connections | undefined): Partial<Record<LoginRole, string>> {
  const passwords: Partial<Record<LoginRole, string>> = {};
  for (const [name, address] of Object.entries(connections ?? {})) {
    const password = decodeURIComponent(new URL(address).password);
    if (name !== 'owner' && password) passwords[`mase_${name}` as LoginRole] = password;
  }
  return passwords;
}
