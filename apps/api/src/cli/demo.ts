import type { Command } from 'commander';
import { appUrl, type DatabaseOptions, ownerUrl, withDatabase } from './database-options.js';
import { outputOf, ProgressLine, printResult, table } from './output.js';

/** `mase demo`: the demonstration partnership, once. */
export function demo(program: Command): void {
  withDatabase(program.command('demo'))
    .summary('load the demonstration partnership (synthetic people only)')
    .description(
      'Loads a partnership of synthetic people and children in every state, by real commands on the days before, ' +
        'and prints as whom one may sign in. A second run changes nothing; an interrupted one is finished.',
    )
    .action(async (_options: DatabaseOptions, command: Command) => {
      const options = command.optsWithGlobals<DatabaseOptions>();
      const { loadDemonstration, signIns } = await import('../demonstration/load.js');
      const output = outputOf(options);
      const progress = new ProgressLine(output);
      const about = { ownerUrl: ownerUrl(options), appUrl: appUrl(options) };
      const { loaded } = await loadDemonstration({
        ...about,
        onProgress: (words) => progress.show(words),
      }).finally(() => progress.clear());
      const rows = signIns.map(({ name, email, roles, password }) => [
        name,
        email,
        roles.join(', '),
        password,
      ]);
      printResult(output, { loaded, signIns }, [
        loaded ? 'The demonstration is loaded.' : 'The demonstration is there already; nothing was changed.',
        ...table([['Name', 'Sign in as', 'Roles', 'Password'], ...rows]),
      ]);
    });
}
