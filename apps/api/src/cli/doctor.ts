import type { Finding } from '@mase/store';
import type { Command } from 'commander';
import { type DatabaseOptions, ownerUrl, withDatabase } from './database-options.js';
import { exitCodes } from './exit-codes.js';
import { outputOf, printResult } from './output.js';

const marks: Record<Finding['result'], string> = { well: 'well ', note: 'note ', fault: 'FAULT' };

/** `mase doctor`: looks the database over. */
export function doctor(program: Command): void {
  withDatabase(program.command('doctor'))
    .summary('look the database over: migrations, roles, security, overdue clocks, cases nobody holds')
    .description('Looks the database over and changes nothing. Ends with 1 where something is at fault.')
    .action(async (_options: DatabaseOptions, command: Command) => {
      const options = command.optsWithGlobals<DatabaseOptions>();
      const { asOperatorClient, examine } = await import('@mase/store');
      const findings = await asOperatorClient(ownerUrl(options), 'doctor', examine);
      const all: Finding[] = [{ check: 'database', result: 'well', words: 'reachable' }, ...findings];
      const faults = all.filter((one) => one.result === 'fault').length;
      const lines = all.map(({ check, result, words }) => `${marks[result]}  ${check}: ${words}`);
      printResult(outputOf(options), { faults, findings: all }, lines);
      if (faults > 0) process.exitCode = exitCodes.refused;
    });
}
