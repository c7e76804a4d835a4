import type { BackupManifest } from '@mase/store';
import type { Command } from 'commander';
import {
  connectionsFile,
  type DatabaseOptions,
  ownerUrl,
  readConnections,
  withDatabase,
} from './database-options.js';
import { outputOf, ProgressLine, printResult } from './output.js';

type Options = DatabaseOptions & { out: string };

const number = (n: number) => n.toLocaleString('en-GB');

/** `mase backup`: the whole database into a folder. */
export function backup(program: Command): void {
  withDatabase(program.command('backup'))
    .summary('copy the whole database into a folder that mase restore reads')
    .description(
      'Copies every row, as the database stood at one instant, beside everybody’s work; a file a table, and last a ' +
        'manifest with counts, digests, the version of the schema and the root of the ledger. Sign-ins that are open ' +
        'are not kept. It works with the address of mase_backup alone. The folder holds everything about every child: ' +
        'its owner alone may read it; encrypt it before it goes elsewhere. Keep the digest that is printed in another ' +
        'place: by it mase restore tells that nobody altered the backup.',
    )
    .requiredOption('--out <folder>', 'the folder to make; one that holds something is refused')
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const output = outputOf(options);
      const { writeBackup } = await import('@mase/store');
      const progress = new ProgressLine(output);
      const { manifest, digest } = await writeBackup(backupUrl(options), options.out, {
        onProgress: (table, rows) => progress.show(`${table}: ${number(rows)} rows`),
      }).finally(() => progress.clear());
      printResult(output, { folder: options.out, digest, ...totals(manifest) }, [
        `Wrote ${contentWords(manifest)} to ${options.out}.`,
        ...ledgerWords(manifest),
        `Digest of the manifest: ${digest}`,
      ]);
    });
}

/** The address by which a backup is read: as given, or that of `mase_backup` in the file of connections. */
function backupUrl(options: DatabaseOptions): string {
  const given = options.databaseUrl ?? process.env.MASE_DATABASE_URL;
  const own = !given && connectionsFile(options) ? readConnections(options)?.backup : undefined;
  return own ?? ownerUrl(options);
}

/** What a backup holds, for machines: rows, bytes and the ledger of each partnership. */
export function totals({ begun, tables, ledger, migrations }: BackupManifest) {
  const sum = (of: 'rows' | 'bytes') => tables.reduce((all, table) => all + table[of], 0);
  return {
    begun,
    rows: sum('rows'),
    bytes: sum('bytes'),
    schema: migrations.at(-1) ?? null,
    ledger: ledger.map(({ partnership, size, root }) => ({ partnership, size, root })),
  };
}

/** What a backup holds, in words. */
export function contentWords(manifest: BackupManifest): string {
  const { rows, bytes } = totals(manifest);
  return `${number(rows)} rows of ${manifest.tables.length} tables (${number(Math.ceil(bytes / 1_000_000))} MB)`;
}

/** The root of each ledger, a line each. */
export function ledgerWords({ ledger }: BackupManifest): string[] {
  return ledger.map(
    ({ partnership, size, root }) =>
      `  partnership ${partnership}: ${number(size)} sealed entries, root ${root}`,
  );
}
