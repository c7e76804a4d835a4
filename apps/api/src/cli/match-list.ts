import type { ListProfile } from '@mase/workflow';
import { sharingPowerCodes } from '@mase/workflow';
import { type Command, Option } from 'commander';
import type { ListFault } from '../match-lists/find-subjects.js';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { exitCodes } from './exit-codes.js';
import { type FormBody, formBody } from './form-body.js';
import { outputOf, print, table } from './output.js';

type Options = ApiOptions & { from: string; power: string[]; purpose: string };

/** What the api answers of a comparison. */
type MatchListAnswer = ListProfile & {
  from: string;
  asAt: string;
  rows: number;
  refused: number;
  digest: string;
  faults: ListFault[];
};

const examples = `
Examples:
  $ mase match-list guests.csv --from "A made-up hotel chain" \\
      --power data-protection-2018-safeguarding --purpose "Who of both stays there"

The list is read and not kept: kept are whose it was, who compared it, when, by which power and why, its digest and
how many rows it had. What is found is printed as counts, with numbers under five kept back.
Powers: ${sharingPowerCodes.join(', ')}.
Ends with 0 when every row was compared, with 1 when some row could not be read.`;

/** `mase match-list FILE`: an outside list against the books, the overlap as counts. */
export function matchList(program: Command): void {
  program
    .command('match-list')
    .summary('compare an outside list with the books; the list is not kept')
    .description(
      'Compares a list from outside (CSV, as docs/import-formats.md says) with the children and persons of concern whom ' +
        'you may see, and prints what both have in common as counts. For the police desk, the intelligence desk and the coordinator.',
    )
    .argument('<file>', 'the list')
    .requiredOption('--from <whose>', 'whose list it is')
    .addOption(new Option('--power <code...>', 'the power by which it is compared').makeOptionMandatory())
    .requiredOption('--purpose <words>', 'why it is compared')
    .addHelpText('after', examples)
    .action(async (file: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const who = signedIn(options);
      const response = await askAs(who, '/api/v1/match-lists', {
        method: 'POST',
        body: await formOf(file, options),
      });
      const answer = (await response.json()) as MatchListAnswer;
      if (outputOf(options).json) print(JSON.stringify(answer));
      else for (const line of overlapWords(answer)) print(line);
      if (answer.refused > 0) process.exitCode = exitCodes.refused;
    });
}

async function formOf(path: string, { from, power, purpose }: Options): Promise<FormBody> {
  return formBody([
    { name: 'from', value: from },
    ...power.map((value) => ({ name: 'powers', value })),
    { name: 'purpose', value: purpose },
    { name: 'file', path, filename: 'list.csv' },
  ]);
}

const number = (n: number | null): string => (n === null ? 'kept back' : n.toLocaleString('en-GB'));

function overlapWords({ from, asAt, rows, refused, children, persons, ...rest }: MatchListAnswer): string[] {
  return [
    `List from ${from}, compared as at ${asAt}: ${number(rows)} rows, ${number(refused)} not read.`,
    `Children on the books: ${number(children)}. Persons of concern on the books: ${number(persons)}.`,
    ...rest.tables.flatMap(({ caption, lines, total, addsUp }) => [
      '',
      ...table([
        [caption, ''],
        ...lines.map(({ label, n }) => [label, number(n)]),
        ...(addsUp ? [['All', number(total)]] : []),
      ]),
    ]),
    '',
    ...rest.definitions,
    ...rest.faults.map(({ line, field, reason }) => `line ${line}${field ? `, ${field}` : ''}: ${reason}`),
    `Digest of the list: ${rest.digest}`,
  ];
}
