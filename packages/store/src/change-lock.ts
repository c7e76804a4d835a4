import {
  type Command,
  type CommandDefinition,
  clockPrincipal,
  type Facts,
  type RecordKind,
  type RecordRef,
  type StoredRecord,
} from '@mase/workflow';
import { findAlike, standAlone } from './alike.js';
import { across, beneath, isLookedUp, ofSeries, withMatches, withParent } from './lock-reach.js';
import { matchedBy } from './matched.js';
import { findUnsanitised } from './queries/find-unsanitised.js';
import type { Tx } from './store.js';
import {
  type RawRecord,
  type RawWritten,
  recordColumns,
  storedRecord,
  writtenColumns,
  writtenRow,
} from './stored-record.js';

interface Related {
  id: string;
  /**
   * `subject` on the line of the primary record's subject, which is there for its parent alone; `aboutParent` on what those
   * hang under that are about it; `named` on what hangs under, or over, a named record.
   */
  kind: RecordKind | 'subject' | 'aboutParent' | 'named';
  parent_id: string | null;
  subject_id: string | null;
}

/** The relations of records that were read before the lock moved meanwhile: everything is begun again. */
export class MovedMeanwhileError extends Error {
  readonly code = 'MOVED_MEANWHILE';
  constructor() {
    super('The records of this command changed while they were being locked');
    this.name = 'MovedMeanwhileError';
  }
}

/**
 * Locks every record that a command names, in the order of kind and id, so that no two commands wait for each other
 * in a ring; then reads its facts. Records that the person may not see are not there.
 */
export async function lockFor(
  tx: Tx,
  definition: CommandDefinition,
  command: Pick<Command, 'record' | 'payload'>,
): Promise<{ records: StoredRecord[]; facts: Facts }> {
  if (definition.locks?.unseen) {
    if (!(await sees(tx, seenFirst(definition, command))))
      return { records: [], facts: { related: [], written: [] } };
    if (await sees(tx, namedIds(definition, command.payload))) await looksFurther(tx);
  }
  await standAlone(tx, definition, command.payload);
  const wanted = await withMatches(tx, definition, await relatedTo(tx, definition, command));
  const records = await lock(tx, wanted.update, wanted.share);
  if (isLookedUp(definition)) {
    const again = await withMatches(tx, definition, await relatedTo(tx, definition, command));
    if (again.update.join() !== wanted.update.join()) throw new MovedMeanwhileError();
  }
  if (hasMoved(definition, command, records, wanted)) throw new MovedMeanwhileError();
  return { records, facts: await factsFor(tx, definition, command, records) };
}

/** What somebody sees before more is locked than that: the primary record, or those that a new one names. */
function seenFirst(
  { creates, locks }: CommandDefinition,
  { record, payload }: Pick<Command, 'record' | 'payload'>,
): string[] {
  if (!creates) return [record.id];
  return [...new Set(namedIds({ locks }, payload))];
}

/** Whether the person sees each of these records; what a command names besides its own is looked under only then. */
async function sees(tx: Tx, ids: string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const text = 'select 1 from record where id = any ($1::uuid[])';
  const seen = await tx.query({ name: 'sees', text, values: [ids] });
  return seen.rowCount === new Set(ids).size;
}

/**
 * For the rest of the transaction every record can be addressed as the clocks address it, by its existence alone: what
 * was written on a record that the person does not read stays unread.
 */
async function looksFurther(tx: Tx): Promise<void> {
  await tx.query({
    name: 'look further',
    text: `select set_config('app.principals', (array_append((select app_principals()), $1))::text, true)`,
    values: [clockPrincipal],
  });
}

/** Whether the record, or what it is about, was moved under another between looking and locking. */
function hasMoved(
  { locks }: CommandDefinition,
  { record }: Pick<Command, 'record'>,
  records: readonly StoredRecord[],
  wanted: { update: string[]; share: string[] },
): boolean {
  const primary = records.find((one) => one.id === record.id);
  const subject = records.find((one) => one.id === primary?.subjectId);
  const needed = [
    locks?.parent && primary?.parentId,
    locks?.subject && primary?.subjectId,
    locks?.subjectParent && subject?.parentId,
  ];
  return needed.some((id) => id && !wanted.update.includes(id) && !wanted.share.includes(id));
}

/** The ids of every record that a command locks: named in it, or related to its primary record. */
export async function relatedTo(
  tx: Tx,
  { locks, creates }: CommandDefinition,
  { record, payload }: Pick<Command, 'record' | 'payload'>,
): Promise<{ update: string[]; share: string[] }> {
  const update = new Set<string>(creates ? [] : [record.id]);
  const share = new Set<string>();
  const named = namedIds({ locks }, payload);
  for (const id of named) update.add(id);
  const under = locks?.namedChildren || locks?.namedParent ? named : [];
  if (locks?.matched) for (const id of await matchedBy(tx, locks, record.id)) update.add(id);
  for (const id of await beneath(tx, locks?.beneath, [record.id, ...named])) update.add(id);
  for (const id of await across(tx, locks?.across, record.id)) update.add(id);
  for (const id of await ofSeries(tx, locks?.ofSeries, record.id)) update.add(id);
  const alongside = await withParent(tx, locks?.withParent, record.id);
  for (const id of alongside.update) update.add(id);
  for (const id of alongside.share) share.add(id);
  const needsLinks =
    locks?.parent || locks?.subject || locks?.subjectParent || isLookedUp({ locks }) || under.length > 0;
  const apart = () => [...share].filter((id) => !update.has(id)).sort();
  if (!needsLinks) return { update: [...update].sort(), share: apart() };
  const found = await tx.query<Related>({
    name: 'related',
    text: `select id, kind, parent_id, subject_id from record where id = $1
      union all select id, kind, parent_id, subject_id from record where parent_id = $1 and kind = any ($2::text[])
      union all select id, 'named', null, subject_id from record where parent_id = any ($4::uuid[]) and kind = any ($5::text[])
      union all select id, 'named', null, subject_id from record where subject_id = any ($4::uuid[]) and kind = any ($5::text[])
      union all select parent_id, 'named', null, null from record where id = any ($4::uuid[]) and $6 and parent_id is not null
      union all select s.id, 'subject', s.parent_id, null from record r join record s on s.id = r.subject_id
        where r.id = $1 and $3
      union all select id, 'named', null, null from record where subject_id = $1 and kind = any ($7::text[])
      union all select u.id, 'named', null, null from record r join record u on u.parent_id = r.parent_id
        where r.id = $1 and u.kind = any ($8::text[])
      union all select u.id, 'named', null, null from record r join record u on u.subject_id = r.parent_id
        where r.id = $1 and u.kind = any ($8::text[])
      union all select u.id, 'named', null, null from record r join record u on u.parent_id = r.subject_id
        where r.id = $1 and u.kind = any ($9::text[])
      union all select u.id, 'named', null, null from record r join record u on u.parent_id = r.subject_id
        where r.id = $1 and u.kind = any ($10::text[])
      union all select u.id, 'named', null, null from record r join record u on u.subject_id = r.subject_id
        where r.id = $1 and u.kind = any ($10::text[])
      union all select u.id, 'named', null, null from record a join record u on u.parent_id = a.parent_id
        where a.subject_id = $1 and a.kind = any ($7::text[]) and u.kind = any ($11::text[])
      union all select s.parent_id, 'named', null, null from record c join record s on s.id = c.subject_id
        where c.parent_id = $1 and c.kind = any ($2::text[]) and s.kind = any ($14::text[]) and s.parent_id is not null
      union all select a.parent_id, 'aboutParent', null, null from record a
        where a.subject_id = $1 and $13 and a.kind = any ($7::text[]) and a.parent_id is not null
      union all select u.id, 'named', null, null from record r join record s on s.id = r.subject_id
        join record u on u.parent_id = s.parent_id where r.id = $1 and u.kind = any ($12::text[])
      union all select u.id, 'named', null, null from record r join record s on s.id = r.subject_id
        join record u on u.subject_id = s.parent_id where r.id = $1 and u.kind = any ($12::text[])`,
    values: [
      record.id,
      locks?.children ?? [],
      locks?.subjectParent !== undefined,
      under,
      locks?.namedChildren ?? [],
      locks?.namedParent === true,
      locks?.about ?? [],
      locks?.underParent ?? [],
      locks?.subjectChildren ?? [],
      locks?.underSubject ?? [],
      locks?.besideAbout ?? [],
      locks?.underSubjectParent ?? [],
      locks?.aboutParent !== undefined,
      locks?.childrenSubjectsParent ?? [],
    ],
  });
  const put = (mode: 'update' | 'share' | undefined, id: string | null) => {
    if (mode && id) (mode === 'update' ? update : share).add(id);
  };
  for (const row of found.rows) {
    if (row.id === record.id) {
      put(locks?.parent, row.parent_id);
      put(locks?.subject, row.subject_id);
    } else if (row.kind === 'aboutParent') {
      put(locks?.aboutParent, row.id);
    } else if (row.kind === 'subject') {
      put(locks?.subjectParent, row.parent_id);
    } else {
      update.add(row.id);
      if (locks?.childrenSubjects) put('update', row.subject_id);
    }
  }
  return { update: [...update].sort(), share: apart() };
}

/** Ids of the records that a command names. */
export function namedIds({ locks }: CommandDefinition, payload: object): string[] {
  return (locks?.named?.(payload as never) ?? []).map(({ id }) => id);
}

/** Locks records in the order of kind and id; those for sharing come in the same order among the others. */
export async function lock(tx: Tx, update: string[], share: string[]): Promise<StoredRecord[]> {
  if (update.length === 0 && share.length === 0) return [];
  if (share.length === 0) return lockAll(tx, update, 'update');
  const kinds = await tx.query<{ id: string; kind: string }>({
    name: 'kinds',
    text: 'select id, kind from record where id = any ($1::uuid[]) order by kind, id',
    values: [[...update, ...share]],
  });
  const records: StoredRecord[] = [];
  for (const { id } of kinds.rows)
    records.push(...(await lockAll(tx, [id], share.includes(id) ? 'share' : 'update')));
  return records;
}

async function lockAll(tx: Tx, ids: string[], mode: 'update' | 'share'): Promise<StoredRecord[]> {
  const found = await tx.query<RawRecord>({
    name: `lock ${mode}`,
    text: `select ${recordColumns} from record where id = any ($1::uuid[]) order by kind, id for no key ${mode}`.replace(
      'no key share',
      'share',
    ),
    values: [ids],
  });
  return found.rows.map(storedRecord);
}

/** What a command reads after the lock: related records that it does not lock, and rows written before. */
export async function factsFor(
  tx: Tx,
  { reads, parentOf }: CommandDefinition,
  { record, payload }: Pick<Command, 'record' | 'payload'>,
  records: readonly StoredRecord[],
): Promise<Facts> {
  if (!reads) return { related: [], written: [] };
  if (reads.alike) return { related: await findAlike(tx, reads.alike, payload), written: [] };
  const primary = records.find((one) => one.id === record.id);
  const ids = (reads.named?.(payload as never) ?? []).map((one: RecordRef) => one.id);
  if (reads.parent && primary?.parentId) ids.push(primary.parentId);
  const related = await tx.query<RawRecord>({
    name: 'facts related',
    text: `select ${recordColumns} from record where id = any ($1::uuid[])
      union all select ${recordColumns} from record where parent_id = $2 and kind = $3 and not id = any ($1::uuid[])
      union all select ${recordColumns} from record where kind = $4 and not id = any ($1::uuid[])
      union all select ${recordColumns} from record where parent_id = any ($5::uuid[]) and kind = any ($6::text[])
        and not id = any ($1::uuid[])`,
    values: [
      ids,
      reads.children ? record.id : null,
      reads.children ?? '',
      reads.all ?? null,
      reads.underChild ? records.filter(({ kind }) => kind === 'child').map(({ id }) => id) : [],
      reads.underChild ?? [],
    ],
  });
  // A new record that reads what was written on its parent names the parent itself.
  const above = primary ? primary.parentId : parentOf?.(payload as never, '').parentId;
  const isWrittenOn = ({ id, kind, parentId }: StoredRecord) =>
    id === record.id ||
    (reads.writtenOnChildren && parentId === record.id) ||
    kind === reads.writtenOn ||
    (reads.writtenOnParent && id === above);
  const kinds = new Map(records.filter(isWrittenOn).map(({ id, kind }) => [id, kind]));
  const written = reads.written
    ? await tx.query<RawWritten>({
        name: 'facts written',
        text: `select ${writtenColumns} from written where record_id = any ($1::uuid[]) order by at desc, id desc`,
        values: [[...new Set([record.id, ...kinds.keys()])]],
      })
    : { rows: [] };
  const { kind, id } = record;
  const submitted = reads.unsanitised ? await findUnsanitised(tx, { kind, id }) : [];
  return {
    related: related.rows.map(storedRecord),
    written: [
      ...written.rows.map((row) => ({
        ...writtenRow(row, kinds.get(row.record_id) ?? record.kind),
        authorId: row.author_id,
      })),
      ...submitted,
    ],
  };
}
