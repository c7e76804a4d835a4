import type { Command } from 'commander';
import { type DatabaseOptions, withDatabase } from './database-options.js';
import { wrongUsage } from './exit-codes.js';
import { ledgerFolderOf, sealerUrl } from './ledger-options.js';
import { outputOf, printResult } from './output.js';

type Options = DatabaseOptions & { ledger?: string; reason: string };

/** `mase accept-restore`: seal on from a restored backup. */
export function acceptRestore(program: Command): void {
  withDatabase(program.command('accept-restore'))
    .summary('seal on from a backup that was restored')
    .description(
      'After a restore the file of checkpoints knows of more entries than the database, and the sealer stops. This ' +
        'signs, for each partnership, how many entries were lost and why; it stays in the file for ever. Refused ' +
        'where the database is no earlier state of what was signed. Stop every worker first.',
    )
    .requiredOption('--reason <words>', 'why the database was set back')
    .option('--ledger <folder>', 'the folder of the ledger (otherwise MASE_LEDGER)')
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      if (options.reason.trim() === '') throw wrongUsage('A reason is not empty.');
      const { acceptSetBack } = await import('@mase/store');
      const place = { url: sealerUrl(options), folder: ledgerFolderOf(options) };
      const accepted = await acceptSetBack(place, options.reason.trim());
      printResult(outputOf(options), { accepted }, [
        accepted.length === 0
          ? 'The database is not behind the file of checkpoints; nothing was changed.'
          : 'Accepted:',
        ...accepted.map(
          ({ partnershipId, from, to }) =>
            `  partnership ${partnershipId}: set back from ${from} to ${to} entries`,
        ),
      ]);
    });
}
