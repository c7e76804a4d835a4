import type { ChronologyEntry } from '@mase/documents';
import type { Case, Item, Papers } from './papers.js';
import { authorOf, rowWords } from './row-words.js';

/** What happened, oldest first, and when it was recorded where that was another day. */
export function chronology(papers: Papers, record: Case): ChronologyEntry[] {
  const rows = papers.written(record.id).map((row) => ({ row, what: rowWords(papers, row) }));
  rows.sort(
    (one, other) =>
      one.row.happened.localeCompare(other.row.happened) || one.row.at.localeCompare(other.row.at),
  );
  return rows.flatMap(({ row, what }) => {
    if (!what) return [];
    const late = papers.date(row.at) !== papers.date(row.happened);
    return [
      {
        happened: papers.day(row.happened),
        what,
        by: authorOf(papers, row),
        recorded: late ? papers.day(row.at) : null,
      },
    ];
  });
}

/** The next review of a decided item, or who watches and the next check. */
export function nextWords(papers: Papers, { standing }: Item): string | null {
  if (!standing.decision) return null;
  const { nextReview, watcher, nextCheck } = standing.decision;
  if (nextReview) return papers.day(nextReview);
  if (!watcher && !nextCheck) return null;
  return `${watcher ?? 'Nobody named'} watches; next check ${nextCheck ? papers.day(nextCheck) : 'not fixed'}`;
}
