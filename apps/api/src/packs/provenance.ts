import type { DatedRow, MadeOf, SittingPapers } from '@mase/store';
import {
  type ClusterStanding,
  type LinkEnd,
  type LinkStanding,
  nodeOf,
  recordsJoined,
  type StoredRecord,
} from '@mase/workflow';
import type { Papers } from './papers.js';

/** Where a part of a paper comes from: what it is called to whoever may not read it any more, and the records behind it. */
export interface Origin {
  label: string;
  records: readonly string[];
}

const origins = new WeakMap<object, Origin>();

/** The same part, of which it is known from now on what it was made of. */
export function madeOf<T extends object>(part: T, label: string, records: readonly (string | null)[]): T {
  origins.set(part, { label, records: records.filter((one) => one !== null) });
  return part;
}

/** What a part was made of; nothing for what hangs on the sitting alone. */
export function originOf(part: object): Origin | undefined {
  return origins.get(part);
}

/**
 * The records of which a sheet can say anything: its item and what that is about, whatever hangs under these, and links
 * with their other ends. Rather one too many than one too few: whoever may not read one of them may not read the sheet.
 */
export function behindSheet(papers: Papers, item: StoredRecord): string[] {
  const about = papers.found.records.find(({ id }) => id === item.subjectId);
  const direct = new Set([item.id, item.subjectId, about?.parentId].filter((one) => typeof one === 'string'));
  const hub = about?.kind === 'cluster' ? (about.standing as unknown as ClusterStanding).hub : null;
  const joins = ({ from, to }: LinkStanding) =>
    [from, to].some((end: LinkEnd) => hub && nodeOf(end) === nodeOf(hub));
  const hanging = papers.found.records.filter((one) => {
    if (one.kind !== 'link') return direct.has(one.parentId ?? '') || direct.has(one.subjectId ?? '');
    const standing = one.standing as unknown as LinkStanding;
    return recordsJoined(standing).some((id) => direct.has(id)) || joins(standing);
  });
  const ends = hanging.flatMap(({ kind, standing }) =>
    kind === 'link' ? recordsJoined(standing as unknown as LinkStanding) : [],
  );
  return [...new Set([...direct, ...hanging.map(({ id }) => id), ...ends])];
}

/** The records of which the line of an action can say anything: itself, its case, and the items by which it is called. */
export function behindAction(papers: Papers, action: StoredRecord): string[] {
  const items = papers.found.records.filter(
    ({ kind, subjectId }) => kind === 'agendaItem' && subjectId === action.parentId,
  );
  return [action.id, action.parentId ?? '', ...items.map(({ id }) => id)];
}

/**
 * What of these records the recipient reads: each class of which an entry was read, and one at least; what each hung
 * under; and the entries. Records that the recipient does not see have said nothing.
 */
export function madeOfRecords(papers: Papers, ids: readonly string[]): MadeOf {
  const { found } = papers;
  const { records, written } = byRecord(found);
  const made: MadeOf = { records: [], classes: [], parents: [], entries: [] };
  for (const id of [...new Set(ids)].sort()) {
    const record = records.get(id);
    if (!record) continue;
    // What is said of the sitting itself is for everybody who reads it.
    const rows = id === found.sitting.id ? [] : (written.get(id) ?? []);
    const read = found.classes.get(id) ?? [];
    const used = new Set(rows.map((row) => row.class as string).filter((one) => read.includes(one)));
    if (id === found.sitting.id) used.add('');
    if (used.size === 0) used.add(basic.find((one) => read.includes(one)) ?? '');
    for (const one of [...used].sort()) {
      made.records.push(id);
      made.classes.push(one);
      made.parents.push(record.parentId);
    }
    made.entries.push(...rows.map((row) => row.id).sort());
  }
  return made;
}

const basic = ['sheet', 'case', 'safety'];

interface ByRecord {
  records: Map<string, StoredRecord>;
  written: Map<string, DatedRow[]>;
}

const known = new WeakMap<SittingPapers, ByRecord>();

/** What was read towards papers, by the id of its record; put in order once. */
function byRecord(found: SittingPapers): ByRecord {
  const before = known.get(found);
  if (before) return before;
  const { sitting, previous } = found;
  const all = [...found.ends.values(), ...found.records, sitting, ...(previous ? [previous] : [])];
  const records = new Map(all.map((one) => [one.id, one]));
  const written = new Map<string, DatedRow[]>();
  for (const row of found.written) {
    const rows = written.get(row.record.id);
    if (rows) rows.push(row);
    else written.set(row.record.id, [row]);
  }
  const ordered = { records, written };
  known.set(found, ordered);
  return ordered;
}
