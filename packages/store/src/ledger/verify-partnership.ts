import type { Disposals } from './disposals.js';
import { emptyCount, entryWords, type LedgerCounted } from './ledger-fault.js';
import {
  contentFault,
  differingColumns,
  type EntrySaid,
  type HistoryColumns,
  type SealedEntry,
  saidBy,
  saysTheSame,
} from './sealed-entry.js';
import type { SealedTree } from './sealed-tree.js';

/**
 * Verifies the sealed entries of one partnership in the order of the ledger: each against its leaf, its columns, the
 * time of its sealing and, through the tree, every checkpoint. What is found is noted in `tree`.
 */
export async function verifyEntries(
  pages: AsyncIterable<readonly SealedEntry[]>,
  tree: SealedTree,
  disposals: Disposals,
  counted: LedgerCounted = emptyCount(),
): Promise<void> {
  await tree.begin();
  for await (const page of pages)
    for (const entry of page) {
      counted.sealed += 1;
      if (entry.row) tree.present += 1;
      if (!entry.bare) verifyEntry(entry, tree, disposals, counted);
      if (tree.append(entry.position, entry.sealed, entry)) await tree.compare();
    }
  await tree.end();
}

function verifyEntry(
  entry: SealedEntry,
  tree: SealedTree,
  disposals: Disposals,
  counted: LedgerCounted,
): void {
  const { row, position } = entry;
  const fault = contentFault(entry);
  if (fault) {
    tree.fault(
      fault.code,
      `The ${entryWords(entry)}, sealed at position ${position}, ${fault.words}.`,
      position,
      entry,
    );
    return;
  }
  if (row === null) return;
  if (row.entry === null) {
    counted.disposed += 1;
    disposals.note(entry, row.disposal);
    return;
  }
  if (entry.source === 'history' && row.columns && saysTheSame(row.entry, row.columns as HistoryColumns)) {
    compareTimes(entry, (row.columns as HistoryColumns).at, tree);
    if ((row.columns as HistoryColumns).kind === 'disposal') disposals.takeStep(row.entry);
    return;
  }
  let said: EntrySaid;
  try {
    said = saidBy(entry.source, row.entry);
  } catch {
    tree.fault(
      'unreadable',
      `The ${entryWords(entry)}, at position ${position}, was sealed with a text that cannot be read.`,
      position,
      entry,
    );
    return;
  }
  compareText(entry, said, tree);
  if (entry.source === 'audit') disposals.take(entry, row.entry);
  else if (said.columns.kind === 'disposal') disposals.takeStep(row.entry);
}

function compareText(entry: SealedEntry, said: EntrySaid, tree: SealedTree): void {
  const { row, position } = entry;
  const names = row?.columns ? differingColumns(row.columns, said) : misnamed(entry, said);
  if (names.length > 0)
    tree.fault(
      'column',
      `The ${entryWords(entry)}, at position ${position}: its text says another ${names.join(', ')} than stands beside it.`,
      position,
      entry,
    );
  compareTimes(entry, said.at, tree);
}

/** What was accepted long before a checkpoint that does not hold it came in afterwards. */
function compareTimes(entry: SealedEntry, at: string, tree: SealedTree): void {
  const { position } = entry;
  if (at < tree.lateBefore)
    tree.fault(
      'late',
      `The ${entryWords(entry)}, at position ${position}, says it was accepted at ${at}, but was not there when a checkpoint was signed at ${tree.sealedBefore}.`,
      position,
      entry,
    );
}

/** Without columns, the name of the entry at least must be that of its text. */
function misnamed({ source, id, version }: SealedEntry, { columns }: EntrySaid): string[] {
  if (source === 'audit') return columns.id === id ? [] : ['id'];
  return [
    ...(columns.record_id === id ? [] : ['record_id']),
    ...(columns.version === version ? [] : ['version']),
  ];
}
