import type { IncidentReport, Share } from '@mase/workflow';
import { print, table } from './output.js';

const number = (n: number | null): string => (n === null ? 'kept back' : n.toLocaleString('en-GB'));

function shareWords({ n, of, percent }: Share): string {
  if (n === null) return 'kept back';
  const parts = `(${number(n)} of ${number(of)})`;
  return percent === null ? `– ${parts}` : `${percent}% ${parts}`;
}

/** Prints the incident report: as JSON, or as tables with the definition of every figure. */
export function printIncidents(report: IncidentReport, json: boolean): void {
  if (json) {
    print(JSON.stringify(report));
    return;
  }
  const counts = (label: string, one: IncidentReport['total']) => [
    label,
    ...[one.crime, one.nonCrime, one.total].map(number),
  ];
  const kinds = ['Crimes', 'Non-crimes', 'All'];
  const show = (rows: string[][]) => {
    for (const row of table(rows)) print(row);
    print('');
  };
  print(
    `Police incidents with the marker of child sexual exploitation, recorded from ${report.from} to ${report.to}; outcomes as at ${report.asAt}`,
  );
  print('');
  show([
    ['Month', ...kinds],
    ...report.months.map((one) => counts(one.label, one)),
    counts('All', report.total),
  ]);
  if (report.total.total === 0) print('None was recorded in these days.');
  if (report.outcomes.length > 0)
    show([
      ['Outcome', ...kinds],
      ...report.outcomes.map((one) => counts(`${one.code ?? ''} ${one.label}`.trim(), one)),
    ]);
  show([
    ['Share', ...kinds],
    ...report.shares.map((one) => [one.label, ...[one.crime, one.nonCrime, one.total].map(shareWords)]),
  ]);
  show([
    ['People and places', 'Distinct', 'In more than one incident', 'Not known'],
    ...report.people.map((one) => [
      one.label,
      number(one.distinct),
      shareWords(one.repeat),
      number(one.unknown),
    ]),
  ]);
  print('What is counted:');
  for (const { label, definition } of [...report.shares, ...report.people])
    print(`  ${label}: ${definition}`);
  for (const one of report.definitions) print(`  ${one}`);
}
