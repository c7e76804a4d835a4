import type { PopulationRow } from '@mase/exchange';
import { ageBands, type Characteristic, groupFault, type RecordTablePayload } from '@mase/workflow';
import type { RowPlace, RowReason } from './import-tally.js';

const columns: { readonly [characteristic in Characteristic]: string } = {
  sex: 'SEX',
  age: 'AGE',
  ethnicity: 'ETHNICITY',
  'legal-status': 'LEGAL_STATUS',
  vulnerability: 'VULNERABILITY',
};

/** What a row counts by, and which group of each; an age that lies in no band of the cohort has the empty group. */
function groupsOf(row: PopulationRow): [Characteristic, string][] {
  const { age, sex, ethnicity, legalStatus, vulnerability } = row;
  const band = age && ageBands.find(({ from, to }) => age.from >= from && age.to <= to);
  const told: [Characteristic, string | undefined][] = [
    ['age', age && (band?.group ?? '')],
    ['sex', sex],
    ['ethnicity', ethnicity],
    ['legal-status', legalStatus],
    ['vulnerability', vulnerability],
  ];
  return told.filter((one): one is [Characteristic, string] => one[1] !== undefined);
}

/**
 * One table while its rows are read. A row counts children by one thing or by several at once (age and sex); what is
 * counted by the same things is added up, so that single years of age become the bands of the cohort.
 */
export class CountedTable {
  rows = 0;
  private total: number | undefined;
  private readonly counts = new Map<Characteristic, Map<string, number>>();
  /** By what else the rows count that count by it. */
  private readonly together = new Map<Characteristic, string>();
  private readonly seen = new Set<string>();

  constructor(
    private readonly about: Pick<RecordTablePayload, 'area' | 'source' | 'year'>,
    readonly place: RowPlace,
  ) {}

  /** Counts a row; the reasons why it cannot be counted, and then it is not. */
  add(row: PopulationRow, { raw }: RowPlace): RowReason[] {
    const groups = groupsOf(row);
    const by = groups.map(([characteristic]) => characteristic).join(' and ');
    const reason = (field: string, code: string, words: string): RowReason[] => [
      { field, value: raw[field] ?? '', code, reason: words },
    ];
    for (const [characteristic, group] of groups) {
      const column = columns[characteristic];
      const why = group === '' ? ageWords : groupFault(characteristic, group);
      if (why) return reason(column, 'NOT_IN_LIST', why);
      const other = this.together.get(characteristic);
      if (other !== undefined && other !== by)
        return reason(
          column,
          'TOLD_TWICE',
          `Rows above count by ${other} together: the same children would be counted twice.`,
        );
    }
    const key = JSON.stringify([groups, row.age]);
    if (this.seen.has(key)) return reason('COUNT', 'DUPLICATE_ROW', 'A row above counts the same children.');
    this.seen.add(key);
    this.rows += 1;
    if (groups.length === 0) this.total = row.count;
    for (const [characteristic, group] of groups) {
      this.together.set(characteristic, by);
      const counts = this.counts.get(characteristic) ?? new Map<string, number>();
      counts.set(group, (counts.get(group) ?? 0) + row.count);
      this.counts.set(characteristic, counts);
    }
    return [];
  }

  /** The table as it is recorded. */
  payload(): RecordTablePayload {
    const { total } = this;
    return {
      ...this.about,
      ...(total === undefined ? {} : { total }),
      groups: [...this.counts].flatMap(([characteristic, counts]) =>
        [...counts].map(([group, count]) => ({ characteristic, group, count })),
      ),
    };
  }
}

const ageWords = `Give ages that lie in one of these: ${ageBands.map(({ from, to }) => `${from}-${to}`).join(', ')}.`;
