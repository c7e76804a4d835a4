import type { Finding } from '@mase/store';
import type { Command } from 'commander';
import {
  connectionsFile,
  type DatabaseOptions,
  ownerUrl,
  readConnections,
  withDatabase,
} from './database-options.js';
import { exitCodes } from './exit-codes.js';
import { outputOf, printResult } from './output.js';

type Options = DatabaseOptions & { ledger?: string };

const marks: Record<Finding['result'], string> = { well: 'well ', note: 'note ', fault: 'FAULT' };

/** `mase doctor`: looks the database and this machine over. */
export function doctor(program: Command): void {
  withDatabase(program.command('doctor'))
    .summary('look the database and this machine over: what is wrong, and what to do about it')
    .description(
      'Looks over the schema, roles, row level security and settings of the database, its clock, what the worker should ' +
        'have done, open cases that nobody holds, letters that the mail server does not take, the sealing and its folder, ' +
        'when the history was last verified, backups, the file of addresses and the disk; with MASE_MAIL it reaches and signs in to the mail server. ' +
        'Changes nothing. Under each fault stands what to do. Ends with 1 where something is at fault.',
    )
    .option('--ledger <folder>', 'the folder of the ledger, looked at too (otherwise MASE_LEDGER)')
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const all = await findingsOf(options);
      const faults = all.filter((one) => one.result === 'fault').length;
      const lines = all.flatMap(({ check, result, words, todo }) => [
        `${marks[result]}  ${check}: ${words}`,
        ...(todo ? [`       → ${todo}`] : []),
      ]);
      printResult(outputOf(options), { faults, findings: all }, lines);
      if (faults > 0) process.exitCode = exitCodes.refused;
    });
}

async function findingsOf(options: Options): Promise<Finding[]> {
  const { asOperatorClient, examine, ledgerFilesFinding, well } = await import('@mase/store');
  const { connectionFindings, diskFinding, mailServerFinding } = await import('./machine-findings.js');
  const file = connectionsFile(options);
  const connections = readConnections(options);
  const ledger = options.ledger ?? process.env.MASE_LEDGER;
  const folder = ledger === 'elsewhere' ? undefined : ledger;
  return [
    well('database', 'reachable'),
    ...(await asOperatorClient(ownerUrl(options), 'doctor', async (client) => [
      ...(await examine(client)),
      ...(folder ? [await ledgerFilesFinding(client, folder)] : []),
    ])),
    ...(folder ? [await diskFinding('the ledger', folder)] : []),
    ...(process.env.MASE_DATA ? [await diskFinding('the data folder', process.env.MASE_DATA)] : []),
    ...(process.env.MASE_MAIL ? [await mailServerFinding(process.env)] : []),
    ...(file && connections ? await connectionFindings(file, connections) : []),
  ];
}
