import { basename } from 'node:path';
import { Command } from 'commander';
import type { ImportLine } from '../imports/import-lines.js';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { CliError, exitCodes, wrongUsage } from './exit-codes.js';
import { type FormBody, formBody } from './form-body.js';
import { importWords, progressWords } from './import-words.js';
import { jsonLines } from './json-lines.js';
import { outputOf, ProgressLine, print } from './output.js';
import { ReportFile } from './report-file.js';

type Options = ApiOptions &
  Partial<Record<'header' | 'episodes' | 'missing', string>> & {
    asAt?: string;
    preview?: boolean;
    report?: string;
  };

/** Files by the field of the form that holds each. */
type Files = Record<string, string>;

const byRow = `
What cannot be taken is reported with file, line, field and reason; the rest is taken.`;
const promise = `
It is safe to give the same files again, also after an interruption: what is known is left alone.
Ends with 0 when every row was taken or known, with 1 when some row was refused.`;

const examples = `
Examples:
  $ mase import ssda903 --header header.csv --episodes episodes.csv --missing missing.csv \\
      --as-at 2018-03-31 --preview
  $ mase import ssda903 --missing missing.csv --report refused.jsonl

For the coordinator or the triage team.${byRow}${promise}`;

const examplesOf = ({ name, who, whole }: { name: string; who: string; whole?: string }) => `
Examples:
  $ mase import ${name} FILE --preview
  $ mase import ${name} FILE --report refused.jsonl

For ${who}.${whole ?? byRow}${promise}`;

/** `mase import`: takes files from outside by way of the api. */
export function importCommand(program: Command): void {
  const parent = program
    .command('import')
    .summary('take a file from outside')
    .description('Takes files from outside, row by row: what cannot be taken is said with its reason.');
  const ssda903 = new Command('ssda903')
    .summary('children looked after: header, episodes of care, missing episodes (CSV)')
    .description('Takes an SSDA903 return: children, their legal status and placement, and missing episodes.')
    .option('--header <file>', 'the children')
    .option('--episodes <file>', 'their episodes of care')
    .option('--missing <file>', 'their missing episodes')
    .addHelpText('after', examples);
  withOptions(ssda903, parent, { asAt: true }).action(async (_options: Options, command: Command) => {
    const options = command.optsWithGlobals<Options>();
    await run('ssda903', options, ssda903Files(options));
  });
  for (const one of oneFile) {
    const { name, part, summary, description } = one;
    const own = new Command(name)
      .summary(summary)
      .description(description)
      .argument('<file>', 'the file')
      .addHelpText('after', examplesOf(one));
    withOptions(own, parent, { asAt: name === 'cin-census' }).action(
      async (file: string, _options: Options, command: Command) =>
        run(name, command.optsWithGlobals<Options>(), { [part]: file }),
    );
  }
}

/** Who may give such a file, what becomes of one that is partly faulty where it is not taken row by row, and the rest of its help. */
interface OneFile {
  name: string;
  /** The field of the form that holds the file. */
  part: string;
  summary: string;
  description: string;
  who: string;
  whole?: string;
}

const police = 'the police desk or an intelligence officer';

/** Imports of one file each. */
const oneFile: readonly OneFile[] = [
  {
    name: 'cin-census',
    part: 'census',
    summary: 'children in need census: children, referrals, assessments with factors (XML)',
    description:
      'Takes a children in need census: children, and their referrals to social care with assessments and factors. ' +
      'A factor of sexual or criminal exploitation proposes a referral here.',
    who: 'the coordinator or the triage team',
    whole: `
The file is read to its end before anything is taken: one that breaks off, or is no such census, is refused whole. Of any other,
what cannot be taken is reported with line, field and reason, and the rest is taken.`,
  },
  {
    name: 'incidents',
    part: 'file',
    summary: 'police crimes and non-crimes (CSV, as docs/import-formats.md says)',
    description:
      'Takes a file of incidents by the force’s own numbers. A later file adds outcomes to incidents that are known; what it says otherwise of them is refused.',
    who: police,
  },
  {
    name: 'persons',
    part: 'file',
    summary: 'persons of concern (CSV, as docs/import-formats.md says)',
    description: 'Nominates each person of a file, to be screened like any other nomination.',
    who: police,
  },
  {
    name: 'locations',
    part: 'file',
    summary: 'places (CSV, as docs/import-formats.md says)',
    description: 'Reports each place of a file, to be screened like any other report.',
    who: police,
  },
  {
    name: 'intelligence',
    part: 'file',
    summary: 'reports of intelligence (CSV, as docs/import-formats.md says)',
    description:
      'Submits each report of a file to the intelligence desk, which gives it. No word of a report is repeated in what is printed.',
    who: 'the intelligence desk of the police',
  },
  {
    name: 'population',
    part: 'file',
    summary: 'how many children live in the area, by groups (CSV, as docs/import-formats.md says)',
    description:
      'Records a table of the population, with which the cohort of the scorecards is compared. A table is taken whole or not at all.',
    who: 'the coordinator, a senior manager or an auditor',
    whole: `
Every row that cannot be taken is reported with line, field and reason; then none is taken.`,
  },
];

function withOptions(command: Command, parent: Command, { asAt }: { asAt: boolean }): Command {
  if (asAt)
    command.option(
      '--as-at <date>',
      'the day for ages and for the twelve months of the proposals, YYYY-MM-DD (otherwise today)',
    );
  command
    .option('--preview', 'say what would happen, and store nothing')
    .option('--report <file>', 'write every refused row and every warning here, as JSON lines');
  parent.addCommand(command.copyInheritedSettings(parent));
  return command;
}

async function run(name: string, options: Options, files: Files): Promise<void> {
  const who = signedIn(options);
  const form = await formOf(options, files);
  const report = options.report ? new ReportFile(options.report) : undefined;
  const output = outputOf(options);
  const progress = new ProgressLine(output);
  const response = await askAs(who, `/api/v1/imports/${name}`, { method: 'POST', body: form });
  let last: ImportLine | undefined;
  try {
    for await (const line of jsonLines<ImportLine>(response)) {
      last = line;
      if (line.type === 'progress') progress.show(progressWords(line));
      else if (line.type === 'row') report?.add(line);
      if (output.json) print(JSON.stringify(line));
      else if (line.type === 'row' && line.outcome === 'refused') {
        progress.clear();
        print(
          `${line.file}:${line.line} ${line.field ? `${line.field}=${JSON.stringify(line.value)} ` : ''}${line.reason}`,
        );
      }
    }
  } finally {
    progress.clear();
    report?.close();
  }
  if (last?.type === 'problem') throw endOf(last);
  if (last?.type !== 'summary')
    throw new CliError(
      exitCodes.notReachable,
      'The answer broke off. What was taken stays: give the same command again and it goes on where it stopped.',
    );
  if (!output.json) for (const words of importWords(last, options.report)) print(words);
  if (Object.values(last.stages).some((counts) => counts.refused > 0)) process.exitCode = exitCodes.refused;
}

function endOf(problem: Extract<ImportLine, { type: 'problem' }>): CliError {
  const place = [problem.file, problem.line && `line ${problem.line}`].filter(Boolean).join(', ');
  const code = problem.code === 'INTERNAL' ? exitCodes.ourFault : exitCodes.refused;
  return new CliError(code, `${problem.title}${place ? ` (${place})` : ''}: ${problem.detail}`, problem);
}

async function formOf({ asAt, preview }: Options, files: Files): Promise<FormBody> {
  if (asAt && !/^\d{4}-\d\d-\d\d$/.test(asAt))
    throw wrongUsage('Give the day as YYYY-MM-DD: --as-at 2018-03-31');
  return formBody([
    ...(asAt ? [{ name: 'asAt', value: asAt }] : []),
    ...(preview ? [{ name: 'preview', value: 'true' }] : []),
    ...Object.entries(files).map(([name, path]) => ({ name, path, filename: basename(path) })),
  ]);
}

function ssda903Files({ header, episodes, missing }: Options): Files {
  const files = Object.entries({ header, episodes, missing }).filter(([, file]) => file !== undefined);
  if (files.length === 0) throw wrongUsage('Give at least one of --header, --episodes and --missing.');
  return Object.fromEntries(files) as Files;
}
