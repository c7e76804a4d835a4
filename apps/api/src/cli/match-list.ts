import type { ListProfile } from '@mase/workflow';
import { sharingPowers } from '@mase/workflow';
import { type Command, Option } from 'commander';
import type { ListFault } from '../match-lists/find-subjects.js';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { exitCodes, wrongUsage } from './exit-codes.js';
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

const powers = Object.keys(sharingPowers);

/** Powers as they are given, one after the other. Throws wrong usage where one is not known. */
function oneMore(code: string, before: string[] = []): string[] {
  if (!powers.includes(code)) throw wrongUsage(`There is no power ${code}: say ${powers.join(', ')}.`);
  return [...before, code];
}

const examples = `
Examples:
  $ mase match-list guests.csv --from "A made-up hotel chain" \\
      --power data-protection-2018-safeguarding --purpose "Who of both stays there"

Columns: NAME, BORN (YYYY-MM-DD or dd/mm/yyyy), UPN, LOCAL_ID, NHS_NUMBER, PNC, PHONES, REGISTRATIONS, EMAILS. A list
needs those alone that it has. A row needs a number or an identifier, or both a name and a date of birth.

The list is read and not kept: kept are whose it was, who compared it, when, by which power and why, its digest and
how many rows it had. What is found is printed as counts, with numbers under five kept back.

Powers:
${Object.entries(sharingPowers)
  .map(([code, words]) => `  ${code.padEnd(36)}${words}`)
  .join('\n')}

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
    .addOption(
      new Option('--power <code>', 'the power by which it is compared (see below); again for another')
        .argParser(oneMore)
        .makeOptionMandatory(),
    )
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
const rowsOf = (n: number): string => `${number(n)} ${n === 1 ? 'row' : 'rows'}`;

/** How many of a list were found, in words; of a number that is kept back, that it is 1 to 4. */
const found = (n: number | null, one: string, several: string): string =>
  n === null
    ? `${several} kept back (1 to 4, or another number would tell)`
    : `${number(n)} ${n === 1 ? one : several}`;

/** What a comparison found, as lines for a person: what was read first, then who is on the books, then how far that goes. */
function overlapWords({ from, asAt, rows, refused, children, persons, ...rest }: MatchListAnswer): string[] {
  const nobody = { Children: children === 0, Persons: persons === 0 };
  const tables = rest.tables.filter(
    ({ caption }) => !nobody[caption.split(/[ ,]/)[0] as keyof typeof nobody],
  );
  const said = new Set(rest.faults.map(({ line }) => line)).size;
  return [
    `List from ${from}, compared as at ${asAt}: ${rowsOf(rows)}${rows === 0 ? ': it lists nobody.' : `, ${refused === 0 ? 'all' : number(rows - refused)} compared.`}`,
    ...(refused > 0 ? [`Not compared are ${rowsOf(refused)}:`] : []),
    ...rest.faults.map(({ line, field, reason }) => `  line ${line}${field ? `, ${field}` : ''}: ${reason}`),
    ...(refused > said ? [`  and ${rowsOf(refused - said)} more`] : []),
    '',
    `Of this list there are on the books: ${found(children, 'child', 'children')}; ${found(persons, 'person of concern', 'persons of concern')}.`,
    ...tables.flatMap(({ caption, definition, lines, total, addsUp }) => [
      '',
      caption,
      `  (${definition})`,
      ...table([
        ...lines.map(({ label, n }) => [`  ${label}`, number(n)]),
        ...(addsUp ? [['  All', number(total)]] : []),
      ]),
    ]),
    '',
    ...rest.definitions,
    `Digest of the list (SHA-256): ${rest.digest}`,
  ];
}
