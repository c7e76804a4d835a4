import type { IncidentReport, MissingReport, Scorecard } from '@mase/workflow';
import type { Command } from 'commander';
import type { AgreementView } from '../agreement/agreement.js';
import type { LanguageByTeamView } from '../language/by-team.js';
import type { UnusualReport } from '../looks/unusual-looking-report.js';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { wrongUsage } from './exit-codes.js';
import { printIncidents } from './incident-report-words.js';
import { printMissing } from './missing-report-words.js';
import { outputOf, print, table } from './output.js';
import { problemProfileReport } from './problem-profile-words.js';
import { printScorecard } from './scorecard-words.js';

interface ReportOptions extends ApiOptions {
  from?: string;
  to?: string;
  csv?: boolean;
  table?: boolean;
  json?: boolean;
  asAt?: string;
  outside?: boolean;
  year?: string;
  scorecard?: string;
  compareFrom?: string;
  compareTo?: string;
  html?: string;
  pdf?: string;
}

/** Where each report is asked for, and where as CSV; `figures` are known on a day and may leave the partnership. */
const reports: { [name: string]: { address: string; csv?: string; figures?: true } } = {
  'unusual-looking': { address: 'unusual-looking?', csv: 'unusual-looking?format=csv&' },
  agreement: { address: 'agreement?' },
  language: { address: 'language/by-team?' },
  incidents: { address: 'incident-report?', csv: 'incident-report.csv?', figures: true },
  missing: { address: 'missing-report?', csv: 'missing-report.csv?', figures: true },
  scorecard: { address: 'scorecard?', csv: 'scorecard.csv?', figures: true },
};

const examples = `
Reports:
  incidents        police crimes and non-crimes by month and outcome, distinct and repeat people, what every share is of;
                   for the police, the chair, the coordinator, senior managers and auditors
  missing          absences that began in these days, first-time missing and not missing again, return home interviews
  scorecard        the measures of one scorecard beside another period, each with definition, numerator and denominator:
                   --scorecard children, timeliness, plan, strands, panel, caseload, completeness, cohort, missing or incidents;
                   with --as-at as it was known then, by the sealed ledger
  problem-profile  the yearly figures of the area, with --year in place of --from and --to
  agreement        how far two assessors agree who did not see each other’s assessment, by tool, domain and agency
  language         how often words that could be said otherwise were recorded, by team and never by person;
                   for the coordinator, the chair and auditors
  unusual-looking  looking at records that asks for an explanation, each line with its own;
                   for information governance, the Caldicott guardian and auditors

Examples:
  $ mase report incidents --from 2026-10-01 --to 2026-12-31
  $ mase report incidents --from 2026-10-01 --to 2026-12-31 --outside --csv > incidents.csv
  $ mase report scorecard --scorecard children --from 2026-10-01 --to 2026-12-31 --compare-from 2025-10-01 --compare-to 2025-12-31
  $ mase report problem-profile --year 2025-26 --outside --pdf profile.pdf`;

/** `mase report`: reports over what was recorded. */
export function report(program: Command): void {
  program
    .command('report')
    .argument(
      '<name>',
      'unusual-looking, agreement, language, incidents, missing, scorecard or problem-profile',
    )
    .summary(
      'print a report: unusual-looking, agreement, language, incidents, missing, scorecard, problem-profile',
    )
    .description(
      'Prints a report over some days, both included. Whom a report names is kept in the audit; what you may not read is not in it.',
    )
    .option('--from <day>', 'the first day, such as 2026-11-01')
    .option('--to <day>', 'the last day')
    .option('--year <year>', 'problem-profile: 2026, or 2025-26 from April to March')
    .option('--html <file>', 'problem-profile: write it as an HTML document')
    .option('--pdf <file>', 'problem-profile: write it as a PDF (PDF/UA)')
    .option('--scorecard <name>', 'scorecard: which')
    .option('--compare-from <day>', 'scorecard: the first day of the period to compare with')
    .option('--compare-to <day>', 'scorecard: the last day of it')
    .option('--as-at <day>', 'incidents, missing, scorecard: what was known on this day (otherwise today)')
    .option(
      '--outside',
      'incidents, missing, scorecard, problem-profile: for outside the partnership, small numbers kept back',
    )
    .option('--csv', 'as CSV, with formulas made inert')
    .option('--table', 'as a table, which is what happens without --csv and --json')
    .addHelpText('after', examples)
    .action(async (name: string, _options: ReportOptions, command: Command) => {
      const options = command.optsWithGlobals<ReportOptions>();
      if (name === 'problem-profile') return problemProfileReport(options);
      const { from, to } = options;
      if (!from || !to) throw wrongUsage('Say the days: --from 2026-11-01 --to 2026-11-30.');
      const asked = reports[name];
      if (!asked)
        throw wrongUsage(
          `There is no report ${name}: say ${[...Object.keys(reports), 'problem-profile'].join(', ')}.`,
        );
      const address = options.csv ? asked.csv : asked.address;
      if (!address) throw wrongUsage(`The report of ${name} is no list: say --json.`);
      if ([options.csv, options.table, options.json].filter(Boolean).length > 1)
        throw wrongUsage('Say one of --csv, --table and --json.');
      if (!asked.figures && options.outside)
        throw wrongUsage('--outside belongs to the reports of incidents and missing, and to scorecards.');
      if (!asked.figures && options.asAt)
        throw wrongUsage('--as-at belongs to the reports of incidents and missing, and to scorecards.');
      const { scorecard, compareFrom, compareTo } = options;
      if ((name === 'scorecard') !== (scorecard !== undefined))
        throw wrongUsage('Say which scorecard: mase report scorecard --scorecard children.');
      if (name !== 'scorecard' && (compareFrom || compareTo))
        throw wrongUsage('--compare-from and --compare-to belong to scorecards.');
      const days = new URLSearchParams({
        from,
        to,
        ...(options.asAt ? { asAt: options.asAt } : {}),
        ...(options.outside ? { for: 'outside' } : {}),
        ...(scorecard ? { scorecard } : {}),
        ...(compareFrom ? { compareFrom } : {}),
        ...(compareTo ? { compareTo } : {}),
      });
      const answer = await askAs(signedIn(options), `/api/v1/${address}${days}`);
      if (options.csv) process.stdout.write(await answer.text());
      else if (name === 'incidents')
        printIncidents((await answer.json()) as IncidentReport, outputOf(options).json);
      else if (name === 'scorecard')
        printScorecard((await answer.json()) as Scorecard, outputOf(options).json);
      else if (name === 'missing')
        printMissing((await answer.json()) as MissingReport, outputOf(options).json);
      else if (name === 'language')
        printLanguage((await answer.json()) as LanguageByTeamView, outputOf(options).json);
      else if (name === 'agreement')
        printAgreement((await answer.json()) as AgreementView, outputOf(options).json);
      else printReport((await answer.json()) as UnusualReport, outputOf(options).json);
    });
}

function printReport(report: UnusualReport, json: boolean): void {
  if (json) {
    print(JSON.stringify(report));
    return;
  }
  const rows = report.items.map((line) => [
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

function printAgreement(report: AgreementView, json: boolean): void {
  if (json) {
    print(JSON.stringify(report));
    return;
  }
  const rows = report.lines.map(({ label, of, percent, kappa, notKnown }) => [
    label,
    of,
    `${percent.percent ?? '–'}% (${percent.agreed} of ${percent.of})`,
    kappaWords(kappa.none),
    kappaWords(kappa.linear),
    kappaWords(kappa.quadratic),
    String(notKnown),
  ]);
  if (rows.length === 0) print('No second assessment was made in these days.');
  else for (const row of table([agreementHeadings, ...rows])) print(row);
  print(report.definition);
}

function kappaWords(kappa: AgreementView['lines'][number]['kappa']['none']): string {
  if (kappa.kappa === null) return kappa.why;
  return `${kappa.kappa.toFixed(2)} (${kappa.low.toFixed(2)} to ${kappa.high.toFixed(2)})`;
}

const agreementHeadings = ['What', 'Of', 'Agree', 'Kappa (95%)', 'Linear', 'Quadratic', 'Not known'];

function printLanguage(report: LanguageByTeamView, json: boolean): void {
  if (json) {
    print(JSON.stringify(report));
    return;
  }
  const rows = report.teams.flatMap(({ team, entries, terms }) =>
    terms.map(({ label, count }) => [
      team,
      String(entries),
      label,
      count === null ? 'under 5' : String(count),
    ]),
  );
  if (rows.length === 0) print('Nothing to say otherwise was recorded in these days.');
  else for (const row of table([['Team', 'Entries', 'Words', 'Times'], ...rows])) print(row);
  print(report.definition);
}
