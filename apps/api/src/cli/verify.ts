import type { Command } from 'commander';
import { type DatabaseOptions, ownerUrl, withDatabase } from './database-options.js';
import { exitCodes } from './exit-codes.js';
import { outputOf, ProgressLine, printResult } from './output.js';

const shown = 20;
const number = (n: number) => n.toLocaleString('en-GB');

/** `mase verify`: replays every history. */
export function verify(program: Command): void {
  withDatabase(program.command('verify'))
    .summary('replay every history and compare it with what is stored')
    .description(
      'Replays the history of every record and compares: versions without a gap, hashes, columns, steps that the ' +
        'charts know, standings, clocks, and the digests of what was written; then every line of the audit. ' +
        'Ends with 1 where something differs, and names the first 20 records and why.',
    )
    .action(async (_options: DatabaseOptions, command: Command) => {
      const options = command.optsWithGlobals<DatabaseOptions>();
      const { asOperatorClient, verifyAudit, verifyHistory } = await import('@mase/store');
      const output = outputOf(options);
      const progress = new ProgressLine(output);
      const counted = { records: 0, entries: 0, clocks: 0, rows: 0, audits: 0 };
      const faults: object[] = [];
      const lines: string[] = [];
      let found = 0;
      const note = (fault: object, words: string) => {
        found += 1;
        if (found > shown) return;
        faults.push(fault);
        lines.push(words);
      };
      await asOperatorClient(ownerUrl(options), 'verify', async (client) => {
        const watch = setInterval(
          () => progress.show(`${number(counted.entries)} entries of ${number(counted.records)} records`),
          200,
        );
        try {
          for await (const fault of verifyHistory(client, counted))
            note(
              fault,
              `${fault.record.kind} ${fault.record.id}${fault.version === null ? '' : `, version ${fault.version}`}: ${fault.reason} (${fault.code})`,
            );
          for await (const fault of verifyAudit(client, counted))
            note(fault, `audit ${fault.id}: ${fault.reason}`);
        } finally {
          clearInterval(watch);
          progress.clear();
        }
      });
      const { records, entries, clocks, rows, audits } = counted;
      printResult(output, { ...counted, faults: found, first: faults }, [
        `${number(records)} records, ${number(entries)} entries, ${number(clocks)} clocks, ${number(rows)} written rows, ${number(audits)} audit lines: ${found === 0 ? 'all as recorded.' : `${number(found)} faults.`}`,
        ...lines,
        ...(found > shown ? [`… and ${number(found - shown)} more`] : []),
      ]);
      if (found > 0) process.exitCode = exitCodes.refused;
    });
}
