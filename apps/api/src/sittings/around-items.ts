import { findRecordsById, findRows, type Tx } from '@mase/store';
import {
  type AgendaItemStanding,
  type AroundItem,
  type Carer,
  type ChildStanding,
  carersFrom,
  type LocationStanding,
  type StoredRecord,
  type StrandRecordStanding,
} from '@mase/workflow';

type Item = StoredRecord<AgendaItemStanding>;

const emailsOf = (texts: readonly string[]) =>
  texts.flatMap((text) => text.match(/[^\s<>,;]+@[^\s<>,;]+/g) ?? []);

function aroundChild(child: StoredRecord<ChildStanding>, carers: readonly Carer[]): AroundItem[] {
  const { name, chosenName } = child.standing;
  return [
    { part: 'the child', names: [name, ...(chosenName ? [chosenName] : [])], emails: [] },
    ...carers.map(({ name: carer, relation, contacts }) => ({
      part: `the child’s ${relation.charAt(0).toLowerCase()}${relation.slice(1)}`,
      names: [carer],
      emails: emailsOf(contacts.map(({ value }) => value)),
    })),
  ];
}

function aroundStrand({ kind, standing }: StoredRecord<StrandRecordStanding>): AroundItem[] {
  const { name, aliases, identifiers } = standing;
  const emails = emailsOf(identifiers.map(({ value }) => value));
  if (kind === 'person') return [{ part: 'the person of concern', names: [name, ...aliases], emails }];
  const { manager } = standing as LocationStanding;
  return manager
    ? [{ part: 'who is responsible for the place', names: [manager], emails: emailsOf([manager]) }]
    : [];
}

/**
 * Who stands around each item, as far as the reader sees it: the child with carers and contacts, the person of concern
 * with other names, whoever is responsible for the place. By item; nobody for a theme or a cluster.
 */
export async function aroundItems(tx: Tx, items: readonly Item[]): Promise<(item: Item) => AroundItem[]> {
  const about = ({ standing }: Item) => standing.aboutId || standing.childId;
  const records = await findRecordsById(tx, [...new Set(items.map(about).filter(Boolean))]);
  const children = records.filter(({ kind }) => kind === 'child');
  const rows = await findRows(tx, children, ['carer', 'carer-ended']);
  const known = new Map(
    records.map((record): [string, AroundItem[]] => {
      if (record.kind === 'child') {
        const own = rows.filter((row) => row.record.id === record.id);
        return [record.id, aroundChild(record as StoredRecord<ChildStanding>, carersFrom(own))];
      }
      const isStrand = record.kind === 'person' || record.kind === 'location';
      return [record.id, isStrand ? aroundStrand(record as StoredRecord<StrandRecordStanding>) : []];
    }),
  );
  return (item) => known.get(about(item)) ?? [];
}
