import type { Command } from 'commander';
import { contentWords, ledgerWords, totals } from './backup.js';
import {
  connectionsFile,
  type DatabaseOptions,
  keptPasswords,
  ownerUrl,
  readConnections,
  withDatabase,
} from './database-options.js';
import { type Output, outputOf, ProgressLine, printResult } from './output.js';
import { writePrivateFile } from './private-file.js';

type Options = DatabaseOptions & { from: string; digest?: string; check?: boolean };

const number = (n: number) => n.toLocaleString('en-GB');

/** `mase restore`: a backup into an empty database. */
export function restore(program: Command): void {
  withDatabase(program.command('restore'))
    .summary('put a backup into an empty database, or check that one is whole')
    .description(
      'Reads the whole backup and compares it with its manifest before it touches anything; then makes roles and ' +
        'tables, puts every row in, compares counts and the root of each ledger, and brings the database up to date. ' +
        'Refused, with nothing half-done: a database that holds something, a backup that is cut off or altered, one ' +
        'of a newer program. The address must name a role that owns the database and may create roles, as for migrate; ' +
        'with --connections the addresses of all roles are written there, and passwords that stand in it are kept.',
    )
    .requiredOption('--from <folder>', 'the folder of the backup')
    .option('--digest <hex>', 'the digest that was printed when the backup was made')
    .option('--check', 'only read the backup through and compare; needs no database')
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const output = outputOf(options);
      await (options.check ? check(output, options) : restoreInto(output, options));
    });
}

async function check(output: Output, options: Options): Promise<void> {
  const { checkBackup } = await import('@mase/store');
  const progress = new ProgressLine(output);
  const { manifest, digest } = await checkBackup(options.from, {
    expected: options.digest,
    onProgress: (table) => progress.show(`Checking ${table}`),
  }).finally(() => progress.clear());
  printResult(output, { whole: true, digest, ...totals(manifest) }, [
    `The backup of ${manifest.begun} is whole: ${contentWords(manifest)}.`,
    ...ledgerWords(manifest),
    `Digest of the manifest: ${digest}`,
  ]);
}

async function restoreInto(output: Output, options: Options): Promise<void> {
  const url = ownerUrl(options);
  const file = connectionsFile(options);
  const { closeAlike, restoreBackup, workOutMembers } = await import('@mase/store');
  const progress = new ProgressLine(output);
  const { manifest, connections } = await restoreBackup(url, options.from, {
    passwords: keptPasswords(readConnections(options)),
    expected: options.digest,
    onProgress: (doing, table, rows) =>
      progress.show(doing === 'checking' ? `Checking ${table}` : `${table}: ${number(rows)} rows`),
  }).finally(() => progress.clear());
  if (file) writePrivateFile(file, `${JSON.stringify(connections, null, 2)}\n`);
  await workOutMembers(url);
  await closeAlike(url, connections);
  printResult(output, { restored: true, connections: file ?? null, ...totals(manifest) }, [
    `Restored the backup of ${manifest.begun}: ${contentWords(manifest)}.`,
    ...ledgerWords(manifest),
    file
      ? `Addresses of the roles are in ${file}.`
      : 'The passwords of the roles are new: run mase migrate --connections FILE.',
    'Now run mase verify; then, where the file of checkpoints knows more entries, mase accept-restore.',
  ]);
}
