import { join } from 'node:path';
import type { Command } from 'commander';
import { CliError, exitCodes } from './exit-codes.js';
import { ledgerFolderOf } from './ledger-options.js';
import { outputOf, printResult } from './output.js';

/** `mase make-sealing-key`: the key that signs checkpoints, once. */
export function makeSealingKey(program: Command): void {
  program
    .command('make-sealing-key')
    .summary('make the key that signs the checkpoints of the ledger')
    .description(
      'Makes an Ed25519 key in a folder outside the database: sealer.key, which its owner alone may read, and ' +
        'sealer.pub for those who verify. Run it as the user of the worker. A key that is there is left alone.',
    )
    .option('--ledger <folder>', 'the folder of the ledger (otherwise MASE_LEDGER)')
    .action(async (_options: object, command: Command) => {
      const options = command.optsWithGlobals<{ ledger?: string; json?: boolean }>();
      const folder = ledgerFolderOf(options);
      const store = await import('@mase/store');
      try {
        const { id } = store.makeSealingKey(folder);
        printResult(outputOf(options), { key: id, folder }, [
          `Made sealing key ${id} in ${folder}.`,
          `Hand ${join(folder, store.ledgerFiles.publicKey)} to those who verify, and keep sealer.key to yourself.`,
        ]);
      } catch (error) {
        if ((error as { code?: string }).code !== 'EEXIST') throw error;
        throw new CliError(
          exitCodes.refused,
          `There is a sealing key in ${folder} already; nothing was changed.`,
        );
      }
    });
}
