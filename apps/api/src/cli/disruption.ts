import { measureCodes, measureListVersion, measuresOn, measureTable } from '@mase/workflow';
import { Command } from 'commander';
import { isDay } from '../fields.js';
import { wrongUsage } from './exit-codes.js';
import { outputOf, printResult, table } from './output.js';
import { today } from './sound-instrument.js';

const examples = `
Examples:
  $ mase disruption codes
  $ mase disruption codes --all --json | jq '.measures[] | select(.licensing)'

codes needs no database and no account.`;

interface Options {
  json?: boolean;
  all?: boolean;
  on?: string;
}

/** `mase disruption`: the measures that keep people away from children and make places safe. */
export function disruption(program: Command): void {
  const parent = program
    .command('disruption')
    .summary('list the measures of disruption with their law')
    .description('Lists the measures by which people are kept away from children and places made safe.')
    .addHelpText('after', examples);
  parent.addCommand(codes().copyInheritedSettings(parent));
}

function codes(): Command {
  return new Command('codes')
    .summary('list the measures: law, owner, length, what a breach is')
    .description(
      'Lists the measures that are law today, or on another day, from the list that comes with the product.',
    )
    .option('--all', 'those that are law no longer, or not yet, as well')
    .option('--on <day>', 'as on this day, YYYY-MM-DD')
    .action((_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const day = options.on ?? today();
      if (!isDay(day)) throw wrongUsage('--on is a day such as 2026-11-02.');
      const measures = options.all ? measureCodes : measuresOn(day);
      const result = { version: measureListVersion, on: options.all ? null : day, measures };
      printResult(outputOf(options), result, table(measureTable(measures)));
    });
}
