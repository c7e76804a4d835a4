import type { PreviousDecision } from '@mase/documents';
import { type FixedByDecision, fixedWords, type RecordPanelDecisionPayload } from '@mase/workflow';
import { labelOf } from '@mase/workflow/words';
import { nextWords } from './chronology.js';
import { givenBy } from './given-actions.js';
import { type Case, fieldsOf, type Item, type Papers, type Sitting } from './papers.js';

/** What earlier sittings decided on this case, of whatever strand, newest first, and what came of the actions that they gave. */
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
    const row = fieldsOf<RecordPanelDecisionPayload & FixedByDecision>(
      papers.written(item.id, 'decision')[0],
    );
    const { reasons, dissent = [] } = row;
    return {
      sitting: papers.day(sitting?.standing.startsAt ?? at),
      // A template that an area has of its own prints what was fixed without knowing of it.
      decision: [`${labelOf(decision)}.`, ...fixedWords(row)].join(' ').replace(/\.$/, ''),
      reasons: reasons ?? null,
      dissent: dissent.map(({ from, words }) => `${from}: ${words}`).join('; ') || null,
      nextReview: nextWords(papers, item),
      // What came of what was agreed: done, not done, no longer possible, or where it stands.
      actions: givenBy(papers, item).map(({ row: { what, owner, state } }) => ({ what, owner, state })),
    };
  });
}
