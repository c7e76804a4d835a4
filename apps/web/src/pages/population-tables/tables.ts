import { labelOf, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** A table of the population, as lists show it. */
export interface TableLine {
  id: string;
  state: string;
  area: string;
  source: string;
  year: number;
  total: number | null;
  groups: { characteristic: string; group: string; count: number }[];
  recordedBy: string | null;
  recordedAt: string | null;
  withdrawnAt: string | null;
}

/** The same with why it was withdrawn, and what may be asked of it. */
export interface TableView extends TableLine {
  written: { id: string; kind: string; happened: string; body: Record<string, unknown> }[];
  allowed: Allowed[];
}

/** Where they are listed. */
export const populationTables = '/population-tables';

/** A tag for a table with which nothing is compared any more; none where it stands. */
export const tableTag = ({ state }: TableLine) =>
  state === 'withdrawn' ? { text: stateLabels[state] ?? state, classes: 'govuk-tag--grey' } : null;

/** By what a table counts, as words. */
export const countedBy = ({ groups }: TableLine): string =>
  [...new Set(groups.map(({ characteristic }) => labelOf(characteristic).toLowerCase()))].join(', ');

/** The counts as the lines of a table for each thing that is counted by. */
export function tableGroups({ groups }: TableLine) {
  const names = [...new Set(groups.map(({ characteristic }) => characteristic))];
  return names.map((name) => ({
    name: labelOf(name),
    lines: groups
      .filter(({ characteristic }) => characteristic === name)
      .map(({ group, count }) => ({
        label: labelOf(group),
        href: null,
        definition: null,
        cells: [count.toLocaleString('en-GB')],
      })),
  }));
}

/** Of which area and year it is, from where, and recorded when by whom. */
export function tableFacts(one: TableLine): { key: string; text: string }[] {
  const { area, source, year, total, recordedBy, recordedAt, withdrawnAt } = one;
  return [
    { key: 'Area', text: area },
    { key: 'Source', text: source },
    { key: 'Year', text: String(year) },
    ...(total === null ? [] : [{ key: 'All children', text: total.toLocaleString('en-GB') }]),
    ...(recordedAt
      ? [{ key: 'Recorded', text: `${dateWords(recordedAt)}, by ${recordedBy ?? 'an import'}` }]
      : []),
    ...(withdrawnAt ? [{ key: 'Withdrawn', text: dateWords(withdrawnAt) }] : []),
  ];
}

/** Reads the table of a page. */
export async function readTable(visit: Visit): Promise<{ view: TableView; etag: string | null }> {
  const { body, etag } = await visit.read<TableView>(
    path`/api/v1/population-tables/${visit.params.id ?? ''}`,
  );
  return { view: body, etag };
}

/** The table as the subject of one of its commands. */
export async function tableSubject(visit: Visit): Promise<Subject> {
  const { view, etag } = await readTable(visit);
  return {
    href: `${populationTables}/${view.id}`,
    caption: view.area,
    version: etag,
    allowed: view.allowed,
    facts: tableFacts(view),
  };
}
