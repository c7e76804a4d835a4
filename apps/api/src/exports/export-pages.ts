import {
  amongExported,
  auditReading,
  findExportHistory,
  findExportRecords,
  findExportWritten,
  type Reading,
  reading,
  type Store,
} from '@mase/store';
import {
  type ExportStanding,
  lineWithoutSource,
  type RecordKind,
  type StoredRecord,
  topicOf,
  topics,
  withoutSource,
} from '@mase/workflow';
import { itemsNamed, itemsSeen, withoutItems } from './items-kept-back.js';

/** An export that is being downloaded: what, for whom it was approved, and the two who both read what it holds. */
export interface ExportRun {
  id: string;
  standing: ExportStanding;
  requester: Reading;
  approver: Reading;
  /** The time zone of its days. */
  timeZone: string;
}

/** Which kinds of record a walk through an export reads, those of the export where it is left out; and whether with rows. */
export interface PagesAsked {
  withRows: boolean;
  kinds?: readonly RecordKind[];
}

/** A page of records with what was written on them and their histories, as both of two readers read them. */
export interface ExportPage {
  records: StoredRecord[];
  written: Awaited<ReturnType<typeof findExportWritten>>;
  history: Awaited<ReturnType<typeof findExportHistory>>;
}

const perPage = 100;

/** Kinds of record in the order in which everything of a partnership is exported. */
const everyKind: readonly RecordKind[] = topics.map(({ kind }) => kind);

/**
 * The records of an export page by page: never one that the requester or the approver does not read whole, and of what
 * was written on it only what both read. Row level security stays on: each page is read once as either. Whom a page
 * shows is committed to the audit before the page is given out. A page is read when the one before was taken.
 */
export async function* exportPages(
  store: Store,
  run: ExportRun,
  { withRows, kinds }: PagesAsked,
): AsyncGenerator<ExportPage> {
  const { what, list, recordId } = run.standing;
  const selections =
    what === 'record'
      ? [{ recordId: recordId ?? '' }]
      : (kinds?.map((kind) => ({ kind })) ?? kindsOf(what, list));
  for (const selection of selections) {
    let after: string | null = null;
    for (;;) {
      const found: StoredRecord[] = await reading(store, run.requester, (tx) =>
        findExportRecords(tx, { ...selection, after, limit: perPage }),
      );
      if (found.length > 0) yield await pageOf(store, run, found, withRows);
      after = found.at(-1)?.id ?? null;
      if (found.length < perPage) break;
    }
  }
}

function kindsOf(what: ExportStanding['what'], list: ExportStanding['list']): { kind: RecordKind }[] {
  if (what === 'partnership') return everyKind.map((kind) => ({ kind }));
  if (what === 'missing-return') return [{ kind: 'missingEpisode' }];
  if (what === 'cin-factors' || what === 'inspection-list') return [{ kind: 'childCase' }];
  return list ? [{ kind: list }] : [];
}

async function pageOf(
  store: Store,
  { id, requester, approver }: ExportRun,
  found: StoredRecord[],
  withRows: boolean,
): Promise<ExportPage> {
  const approved = await reading(store, approver, async (tx) => {
    const ids = await amongExported(
      tx,
      found.map((one) => one.id),
    );
    const records = found.filter((one) => ids.has(one.id));
    const written = withRows ? await findExportWritten(tx, records) : [];
    const seen = await itemsSeen(tx, itemsNamed({ records, written }));
    return { records, seen, rows: new Set(written.map((row) => row.id)) };
  });
  return reading(store, requester, async (tx) => {
    const { records } = approved;
    const read = withRows ? await findExportWritten(tx, records) : [];
    const written = read.filter((row) => approved.rows.has(row.id));
    const named = itemsNamed({ records, written });
    const seen = await itemsSeen(tx, named);
    const hidden = new Set(named.filter((id) => !seen.has(id) || !approved.seen.has(id)));
    const ids = records.map((one) => one.id);
    const history = withRows ? await findExportHistory(tx, ids) : [];
    const persons = [...new Set(records.flatMap((one) => topicOf(one.kind).persons(one as never)))];
    const act = { action: 'exports/rows', record: { kind: 'export', id } as const, persons };
    if (persons.length > 0) await auditReading(tx, requester, act, store.clock());
    const kept = withoutItems({ records, written }, hidden);
    return { records: kept.records, ...withoutTellers(records, kept.written, history) };
  });
}

/** Who told of a person or a place is in no export: a file goes on to people whom nobody here cleared. */
function withoutTellers(
  records: readonly StoredRecord[],
  written: ExportPage['written'],
  history: ExportPage['history'],
): Pick<ExportPage, 'written' | 'history'> {
  const kinds = new Map(records.map(({ id, kind }) => [id, kind]));
  const nobody = { classes: [], userId: null };
  return {
    written: written.map((row) => withoutSource(row.record.kind, row, nobody)),
    history: history.map((line) => lineWithoutSource(kinds.get(line.recordId), line, nobody)),
  };
}
