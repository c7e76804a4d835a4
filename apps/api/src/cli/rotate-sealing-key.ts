import type { Command } from 'commander';
import { type DatabaseOptions, withDatabase } from './database-options.js';
import { ledgerFolderOf, sealerUrl } from './ledger-options.js';
import { outputOf, printResult } from './output.js';

type Options = DatabaseOptions & { ledger?: string };

/** `mase rotate-sealing-key`: a new sealing key, to which the old one hands over. */
export function rotateSealingKey(program: Command): void {
  withDatabase(program.command('rotate-sealing-key'))
    .summary('replace the key that signs the checkpoints of the ledger')
    .description(
      'Makes a new sealing key. The old one signs a last checkpoint for every partnership that hands over to it, so ' +
        'that whoever trusts the old key can verify what follows. Stop every worker first. Done again after an ' +
        'interruption, it ends what was begun.',
    )
    .option('--ledger <folder>', 'the folder of the ledger (otherwise MASE_LEDGER)')
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const folder = ledgerFolderOf(options);
      const store = await import('@mase/store');
      const { from, to } = await store.rotateSealingKey({ url: sealerUrl(options), folder });
      printResult(outputOf(options), { from, to, folder }, [
        `Key ${to} signs from now on; key ${from} has handed over to it.`,
        `The old key is kept as sealer.${from}.old.key: destroy it once a verification has gone well.`,
      ]);
    });
}
