import type { Command } from 'commander';
import type { UnusualReport } from '../looks/unusual-looking-report.js';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { wrongUsage } from './exit-codes.js';
import { outputOf, print, table } from './output.js';

interface ReportOptions extends ApiOptions {
  from: string;
  to: string;
  csv?: boolean;
  table?: boolean;
  json?: boolean;
}

/** `mase report`: reports over what was recorded; today that of unusual looking. */
export function report(program: Command): void {
  program
    .command('report')
    .argument('<name>', 'unusual-looking')
    .summary('print a report: unusual-looking')
    .description(
      'Prints a report over some days, both included. unusual-looking: looking at records that asks for an explanation, each line with its own; for information governance, the Caldicott guardian and auditors. The children whom it names are kept in the audit.',
    )
    .requiredOption('--from <day>', 'the first day, such as 2026-11-01')
    .requiredOption('--to <day>', 'the last day')
    .option('--csv', 'as CSV, with formulas made inert')
    .option('--table', 'as a table, which is what happens without --csv and --json')
    .action(async (name: string, _options: ReportOptions, command: Command) => {
      const options = command.optsWithGlobals<ReportOptions>();
      if (name !== 'unusual-looking') throw wrongUsage(`There is no report ${name}: say unusual-looking.`);
      if ([options.csv, options.table, options.json].filter(Boolean).length > 1)
        throw wrongUsage('Say one of --csv, --table and --json.');
      const days = new URLSearchParams({ from: options.from, to: options.to });
      const path = `/api/v1/unusual-looking${options.csv ? '.csv' : ''}?${days}`;
      const answer = await askAs(signedIn(options), path);
      if (options.csv) process.stdout.write(await answer.text());
      else printReport((await answer.json()) as UnusualReport, outputOf(options).json);
    });
}

function printReport(report: UnusualReport, json: boolean): void {
  if (json) {
    print(JSON.stringify(report));
    return;
  }
  const rows = report.lines.map((line) => [
    line.label,
    line.name,
    line.children.map(({ name }) => name).join('; '),
    line.last.slice(0, 10),
    line.review?.decision ?? 'waits',
    line.words,
  ]);
  if (rows.length === 0) print('Nothing stands out in these days.');
  else for (const row of table([headings, ...rows])) print(row);
  for (const one of report.notLookedFor) print(`Not looked for: ${one}`);
}

const headings = ['What', 'Who', 'Children', 'Last', 'Decision', 'Why it is here'];
