import type { MissingReport } from '@mase/workflow';
import { print, table } from './output.js';

const number = (n: number | null): string => (n === null ? 'kept back' : String(n));

/** Prints the report of missing episodes: as JSON, or as tables with the definition of every figure. */
export function printMissing(report: MissingReport, json: boolean): void {
  if (json) {
    print(JSON.stringify(report));
    return;
  }
  const show = (rows: string[][]) => {
    for (const row of table(rows)) print(row);
    print('');
  };
  print(`Absences that began from ${report.from} to ${report.to}; as at ${report.asAt}`);
  print(`${number(report.episodes)} absences of ${number(report.children)} children`);
  for (const { label, lines } of report.groups)
    show([[label, 'Absences'], ...lines.map((one) => [one.label, number(one.n)])]);
  show([
    ['Share', ''],
    ...report.shares.map(({ label, n, of, percent }) => [
      label,
      n === null ? 'kept back' : `${percent ?? '–'}% (${n} of ${of})`,
    ]),
  ]);
  for (const { label, definition } of report.shares) print(`${label}: ${definition}`);
  for (const one of report.definitions) print(one);
}
