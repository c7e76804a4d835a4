import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import { type DatabaseOptions, ownerUrl, withDatabase } from './database-options.js';
import { outputOf, ProgressLine, printResult } from './output.js';

type Options = DatabaseOptions & { out: string; bare?: boolean };

/** `mase export-ledger`: the ledger as a file that can be verified without the database. */
export function exportLedger(program: Command): void {
  withDatabase(program.command('export-ledger'))
    .summary('write the ledger to a file that mase verify --export verifies without a database')
    .description(
      'Writes every sealed entry in order, a line of JSON each, with its text and salt. The file holds everything ' +
        'about every child: its owner alone may read it. With --bare it holds leaves only, and shows nothing but ' +
        'that the tree is the one that was signed.',
    )
    .requiredOption('--out <file>', 'the file to write; one that is there is not overwritten')
    .option('--bare', 'leaves only, without texts and salts')
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { asOperatorClient, exportLedger: exported } = await import('@mase/store');
      const output = outputOf(options);
      const progress = new ProgressLine(output);
      const file = createWriteStream(options.out, { flags: 'wx', mode: 0o600 });
      let lines = 0;
      await once(file, 'open');
      const action = options.bare ? 'export-ledger-bare' : 'export-ledger';
      await asOperatorClient(ownerUrl(options), action, async (client) => {
        for await (const some of exported(client, { bare: options.bare ?? false })) {
          if (!file.write(`${some.join('\n')}\n`)) await once(file, 'drain');
          lines += some.length;
          progress.show(`${lines.toLocaleString('en-GB')} lines`);
        }
      }).finally(() => progress.clear());
      file.end();
      await finished(file);
      printResult(output, { lines, file: options.out }, [
        `Wrote ${lines.toLocaleString('en-GB')} lines to ${options.out}.`,
      ]);
    });
}
