import type { IncidentReport, Share } from '@mase/workflow';

/** The columns of the incident report as CSV: one line a figure, each share with what it is of. */
export const reportColumns = [
  'SECTION',
  'LINE',
  'CODE',
  ...['CRIME', 'NON_CRIME', 'TOTAL'].flatMap((one) => [one, `${one}_OF`, `${one}_PERCENT`]),
  'DEFINITION',
] as const;

type Row = Partial<Record<(typeof reportColumns)[number], string>>;

const keptBack = 'kept back';
const number = (n: number | null): string => (n === null ? keptBack : String(n));

function shareCells(name: 'CRIME' | 'NON_CRIME' | 'TOTAL', { n, of, percent }: Share): Row {
  return {
    [name]: number(n),
    [`${name}_OF`]: number(of),
    [`${name}_PERCENT`]: percent ?? (n === null ? keptBack : ''),
  };
}

/** The report, line by line: the days and definitions first, then months, outcomes, shares and people. */
export async function* reportRows(report: IncidentReport): AsyncGenerator<Row> {
  const about = `${report.from} to ${report.to}, outcomes as at ${report.asAt}`;
  yield { SECTION: 'About', LINE: about };
  for (const one of report.definitions) yield { SECTION: 'About', DEFINITION: one };
  const counts = (one: IncidentReport['total']): Row => ({
    CRIME: number(one.crime),
    NON_CRIME: number(one.nonCrime),
    TOTAL: number(one.total),
  });
  for (const one of report.months) yield { SECTION: 'Month', LINE: one.label, ...counts(one) };
  yield { SECTION: 'Month', LINE: 'All', ...counts(report.total) };
  for (const one of report.outcomes)
    yield { SECTION: 'Outcome', LINE: one.label, CODE: one.code ?? '', ...counts(one) };
  for (const one of report.shares)
    yield {
      SECTION: 'Share',
      LINE: one.label,
      ...shareCells('CRIME', one.crime),
      ...shareCells('NON_CRIME', one.nonCrime),
      ...shareCells('TOTAL', one.total),
      DEFINITION: one.definition,
    };
  for (const { label, distinct, unknown, repeat, definition } of report.people) {
    yield { SECTION: label, LINE: 'Distinct', TOTAL: number(distinct), DEFINITION: definition };
    yield { SECTION: label, LINE: 'In more than one incident', ...shareCells('TOTAL', repeat) };
    yield { SECTION: label, LINE: 'Not known', TOTAL: number(unknown) };
  }
}
