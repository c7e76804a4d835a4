import type { GrowthProof, InclusionProof } from '@mase/store';
import type { Command } from 'commander';
import { type DatabaseOptions, ownerUrl, withDatabase } from './database-options.js';
import { CliError, exitCodes, wrongUsage } from './exit-codes.js';
import { outputOf, printResult } from './output.js';
import { writePrivateFile } from './private-file.js';

type Options = DatabaseOptions & { entryVersion?: string; from?: string; to?: string; out: string };

const examples = `
Examples:
  $ mase prove 0198… --out proof.json                     every entry of a command, a record or an audit line
  $ mase prove 0198… --entry-version 3 --out proof.json   version 3 of a record
  $ mase prove 0198… --from 120 --out growth.json         the ledger of a partnership grew from 120 entries
  $ mase verify --proof proof.json --key sealer.pub       by whoever has the public key, without a database`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `mase prove`: the proof that an entry stands in the ledger, or that the ledger grew from what it was. */
export function prove(program: Command): void {
  withDatabase(program.command('prove'))
    .summary('prove that an entry stands in the ledger, to somebody who has only the public key')
    .description(
      'Writes proofs of the entries that go by an id: an audit line, a command, or a record. Each holds the text and ' +
        'salt of its entry. With --from, proves instead that the ledger of a partnership begins with what an earlier ' +
        'checkpoint signed; that holds no text.',
    )
    .argument('<id>', 'the id of an entry, or with --from of a partnership')
    .option('--entry-version <number>', 'one version of a record')
    .option('--from <size>', 'the number of entries that an earlier checkpoint signed')
    .option('--to <size>', 'the number of entries of the later one (otherwise the last)')
    .requiredOption('--out <file>', 'the file to write, which its owner alone may read')
    .addHelpText('after', examples)
    .action(async (id: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      if (!uuid.test(id)) throw wrongUsage(`${id} is not an id.`);
      const { asOperatorClient, proveEntries, proveGrowth } = await import('@mase/store');
      const [version, from, to] = [options.entryVersion, options.from, options.to].map(wholeNumber);
      const proofs = await asOperatorClient<(GrowthProof | InclusionProof)[]>(
        ownerUrl(options),
        'prove',
        async (client) =>
          from === undefined ? proveEntries(client, id, version) : [await proveGrowth(client, id, from, to)],
      ).catch((error: Error) => {
        throw error instanceof RangeError ? new CliError(exitCodes.refused, `${error.message}.`) : error;
      });
      if (proofs.length === 0) throw new CliError(exitCodes.refused, `Nothing that is sealed goes by ${id}.`);
      writePrivateFile(options.out, `${JSON.stringify(proofs, null, 2)}\n`);
      const words = proofs.length === 1 ? '1 proof' : `${proofs.length} proofs`;
      printResult(outputOf(options), { proofs: proofs.length, file: options.out }, [
        `Wrote ${words} to ${options.out}.`,
      ]);
    });
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw wrongUsage(`${text} is not a whole number.`);
  return Number(text);
}
