import {
  auditReading,
  countExported,
  findExportHistory,
  findExportIds,
  findExportWritten,
  findRecordsAsTheyWere,
  type Reading,
  reading,
  type SealedPosition,
  type Store,
  type Tx,
} from '@mase/store';
import {
  type ExportStanding,
  lineWithoutSource,
  type Profile,
  type RecordKind,
  type StoredRecord,
  topicOf,
  topics,
  withoutSource,
} from '@mase/workflow';
import { itemsNamed, itemsSeen, withoutItems } from './items-kept-back.js';
import { progressWords } from './outcome.js';
import { ssdKinds } from './ssd-dictionary.js';

/** An export that is being downloaded: what, for whom it was approved, and the two who both read what it holds. */
export interface ExportRun {
  id: string;
  standing: ExportStanding;
  requester: Reading;
  approver: Reading;
  /** The rules of the area: the time zone of its days, and its names of grades and dates. */
  profile: Profile;
  /** The sealed place of the ledger at which the books are read: whatever is accepted later changes nothing of the file. */
  position: SealedPosition;
  /** How many records were gone through, of how many that the requester reads. */
  progress: { read: number; of: number };
  /** Whether it is gone through to tell how long its file is, and nothing of it is given out. */
  unseen?: true;
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

type Selection = { recordId: string } | { kind: RecordKind };

/** What an export goes through, one after the other; of the tables of the Standard Safeguarding Dataset each goes through its own. */
function selectionsOf({ what, list, recordId }: ExportStanding): Selection[] {
  if (what === 'record') return [{ recordId: recordId ?? '' }];
  if (what === 'partnership') return everyKind.map((kind) => ({ kind }));
  if (what === 'missing-return') return [{ kind: 'missingEpisode' }];
  if (what === 'cin-factors' || what === 'inspection-list') return [{ kind: 'childCase' }];
  if (what === 'ssd-tables') return ssdKinds.map((kind) => ({ kind }));
  return list ? [{ kind: list }] : [];
}

/** How many records an export goes through, as the requester reads them now. */
export async function countOf(tx: Tx, standing: ExportStanding): Promise<number> {
  let all = 0;
  for (const selection of selectionsOf(standing)) all += await countExported(tx, selection);
  return all;
}

/**
 * The records of an export page by page, as the books had them at its position: never one that the requester or the
 * approver does not read whole, and of what was written on it only what both read. Row level security stays on: each page
 * is read once as either. Whom a page shows, and how far it is, is committed to the audit before the page is given out. A
 * page is read when the one before was taken.
 */
export async function* exportPages(
  store: Store,
  run: ExportRun,
  { withRows, kinds }: PagesAsked,
): AsyncGenerator<ExportPage> {
  for (const selection of kinds?.map((kind) => ({ kind })) ?? selectionsOf(run.standing)) {
    let after: string | null = null;
    for (;;) {
      const ids: string[] = await reading(store, run.requester, (tx) =>
        findExportIds(tx, { ...selection, after, limit: perPage }),
      );
      if (ids.length > 0) {
        run.progress.read += ids.length;
        yield await pageOf(store, run, ids, withRows);
      }
      after = ids.at(-1) ?? null;
      if (ids.length < perPage) break;
    }
  }
}

async function pageOf(
  store: Store,
  { id, requester, approver, position, progress, unseen }: ExportRun,
  ids: string[],
  withRows: boolean,
): Promise<ExportPage> {
  const approved = await reading(store, approver, async (tx) => {
    const records = await findRecordsAsTheyWere(tx, position, ids);
    const written = withRows ? await findExportWritten(tx, position, records) : [];
    const seen = await itemsSeen(tx, itemsNamed({ records, written }));
    return { records, seen, rows: new Set(written.map((row) => row.id)) };
  });
  return reading(store, requester, async (tx) => {
    const { records } = approved;
    const read = withRows ? await findExportWritten(tx, position, records) : [];
    const written = read.filter((row) => approved.rows.has(row.id));
    const named = itemsNamed({ records, written });
    const seen = await itemsSeen(tx, named);
    const hidden = new Set(named.filter((one) => !seen.has(one) || !approved.seen.has(one)));
    const shown = records.map((one) => one.id);
    const history = withRows ? await findExportHistory(tx, position, shown) : [];
    const persons = unseen
      ? []
      : [...new Set(records.flatMap((one) => topicOf(one.kind).persons(one as never)))];
    const record = { kind: 'export', id } as const;
    const told = { action: 'exports/rows', record, persons, reason: progressWords(progress) };
    await auditReading(tx, requester, told, store.clock());
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
