import type { Mended } from '@mase/store';
import type { Command } from 'commander';
import {
  connectionsFile,
  type DatabaseOptions,
  keptPasswords,
  ownerUrl,
  readConnections,
  withDatabase,
} from './database-options.js';
import { outputOf, ProgressLine, printResult, say } from './output.js';
import { writePrivateFile } from './private-file.js';

type Options = DatabaseOptions & { membersAnew?: boolean };

const number = (n: number) => n.toLocaleString('en-GB');

/** `mase migrate`: roles, tables and who may read what, up to date; the addresses of the roles in a file. */
export function migrate(program: Command): void {
  withDatabase(program.command('migrate'))
    .summary('make or bring up to date the roles and tables')
    .description(
      'Brings the database up to date: roles, then migrations, each once. Safe to repeat. ' +
        'The address must name a role that owns the database and may create roles. With --connections ' +
        'the addresses of all roles are written to a file that its owner alone may read; passwords that ' +
        'stand in it already are kept. Where the rules of this program are others than those by which it was worked ' +
        'out who may read each record and in whose list it stands, that is worked out anew for every record; an ' +
        'interrupted pass goes on where it was.',
    )
    .option('--members-anew', 'work out anew who may read each record, also where the rules are the same')
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const output = outputOf(options);
      const url = ownerUrl(options);
      const file = connectionsFile(options);
      const {
        asOperatorClient,
        closeAlike,
        migrate: migrateDatabase,
        workOutMembers,
      } = await import('@mase/store');
      say(output, 'Bringing the database up to date');
      const connections = await migrateDatabase(url, keptPasswords(readConnections(options)));
      if (file) writePrivateFile(file, `${JSON.stringify(connections, null, 2)}\n`);
      await asOperatorClient(url, 'migrate', async () => undefined);
      const progress = new ProgressLine(output);
      const mended = await workOutMembers(url, {
        force: options.membersAnew ?? false,
        onProgress: ({ records }) =>
          progress.show(`Working out who may read what: ${number(records)} records`),
      }).finally(() => progress.clear());
      const closed = await closeAlike(url, connections);
      const words = file
        ? `The database is up to date; addresses are in ${file}.`
        : 'The database is up to date. The passwords of its roles are new: give --connections FILE to keep them.';
      printResult(
        output,
        { upToDate: true, connections: file ?? null, members: mended, closedAlike: closed },
        [
          words,
          ...(mended ? [membersWords(mended)] : []),
          ...(closed > 0
            ? [`Closed what else tells of ${number(closed)} persons and places handled with conditions.`]
            : []),
        ],
      );
    });
}

function membersWords({ records, readers, queue }: Mended): string {
  const changed = readers + queue;
  return `Worked out who may read ${number(records)} records: ${changed === 0 ? 'nothing differed' : `${number(readers)} readers and ${number(queue)} lines of lists put right`}.`;
}
