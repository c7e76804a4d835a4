import { measureCodes, measureListVersion, measuresOn, measureTable } from '@mase/workflow';
import { Command } from 'commander';
import { isDay } from '../day.js';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { wrongUsage } from './exit-codes.js';
import { outputOf, printResult, table } from './output.js';
import { today } from './sound-instrument.js';

const examples = `
Examples:
  $ mase disruption codes
  $ mase disruption codes --all --json | jq '.measures[] | select(.licensing)'
  $ mase disruption tried 0198…
  $ mase disruption licensing

codes needs no database and no account; the others answer as to whoever is signed in, and the look is recorded.`;

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
  for (const verb of [codes(), tried(), licensing()]) parent.addCommand(verb.copyInheritedSettings(parent));
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

interface Line {
  title: string;
  state: string;
  personName: string | null;
  locationName: string | null;
  lastDay: string | null;
  breaches: string[];
  ended: { how: string; on: string } | null;
}

interface Answer {
  items: Line[];
  outcomes: Record<string, number>;
}

async function printed(command: Command, path: string): Promise<void> {
  const options = command.optsWithGlobals<ApiOptions>();
  const answer = (await (await askAs(signedIn(options), path)).json()) as Answer;
  const rows = answer.items.map((one) => [
    one.title,
    one.personName ?? one.locationName ?? '',
    one.ended ? `${one.ended.how} on ${one.ended.on}` : one.state,
    one.lastDay ?? '',
    String(one.breaches.length),
  ]);
  const told = Object.entries(answer.outcomes).map(([what, count]) => `${what} ${count}`);
  printResult(outputOf(options), answer, [
    ...table([['Measure', 'On', 'What came of it', 'Last day', 'Breaches'], ...rows]),
    told.join(', '),
  ]);
}

function tried(): Command {
  return new Command('tried')
    .argument('<id>', 'the id of the person or place')
    .summary('what has been tried on a person or place, and what came of it')
    .description('Lists every measure on one person or place that you may see, with its outcome.')
    .action((id: string, _options: Options, command: Command) =>
      printed(command, `/api/v1/disruption-measures/tried?aboutId=${encodeURIComponent(id)}`),
    );
}

function licensing(): Command {
  return new Command('licensing')
    .summary('what licensing can act on, and where it did')
    .description('Lists the measures of licensing that you may see, with their outcomes.')
    .action((_options: Options, command: Command) =>
      printed(command, '/api/v1/disruption-measures/licensing'),
    );
}
