import type { ChronologyEntry, PreviousDecision } from '@mase/documents';
import type { RecordPanelDecisionPayload } from '@mase/workflow';
import { labelOf } from '@mase/workflow/words';
import { type Case, fieldsOf, type Item, type Papers, type Sitting } from './papers.js';
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

/** What earlier sittings decided on this case, of whatever strand, newest first. */
export function previousDecisions(papers: Papers, record: Pick<Case, 'id'>): PreviousDecision[] {
  const items = papers
    .all<Item>('agendaItem')
    .filter(
      (item) => item.subjectId === record.id && item.parentId !== papers.sitting.id && item.standing.decision,
    );
  items.sort((one, other) =>
    (other.standing.decision?.at ?? '').localeCompare(one.standing.decision?.at ?? ''),
  );
  const sittings = [...papers.all<Sitting>('sitting'), ...(papers.previous ? [papers.previous] : [])];
  return items.map((item) => {
    const { decision, at } = item.standing.decision as NonNullable<Item['standing']['decision']>;
    const sitting = sittings.find((one) => one.id === item.parentId);
    const { reasons, dissent = [] } = fieldsOf<RecordPanelDecisionPayload>(
      papers.written(item.id, 'decision')[0],
    );
    return {
      sitting: papers.day(sitting?.standing.startsAt ?? at),
      decision: labelOf(decision),
      reasons: reasons ?? null,
      dissent: dissent.map(({ from, words }) => `${from}: ${words}`).join('; ') || null,
      nextReview: nextWords(papers, item),
    };
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
