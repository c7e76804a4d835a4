import type { ActionGroup } from '@mase/documents';
import { firstOfEntry, type WrittenRow } from '@mase/workflow';
import { endedGroups, isOverdue, openGroups } from './action-rows.js';
import { type Action, type Item, leftOut, type Papers } from './papers.js';
import { logIsPartial } from './withheld.js';

/**
 * The action log of a sitting: open actions of the cases on its agenda and of the panel’s themes, what ended since the last sitting, and what is
 * overdue of any earlier decision of this panel. Overdue comes first.
 */
export function actionLog(papers: Papers): ActionGroup[] {
  const heard = papers.itemsOf(papers.sitting).filter(({ state }) => state !== 'takenOff');
  const cases = new Set(heard.map((item) => item.subjectId));
  // What was given on a theme has no case by which it would come again: it stands until it is done.
  const onAgenda = ({ parentId, standing }: Action) =>
    cases.has(parentId) || standing.caseKind === 'agendaItem';
  const decided = new Set(
    papers
      .all<Item>('agendaItem')
      .flatMap((item) => papers.written(item.id, 'decision').map((row) => givenWith(row))),
  );
  const carried = (one: Action) => isOverdue(papers, one) && decided.has(ofCommand(one.id));
  const actions = papers.all<Action>('planAction').filter((one) => onAgenda(one) || carried(one));
  const named = nameOf(papers);
  const about = (one: Action) => named(one) ?? leftOut;
  const ended = endedGroups(
    papers,
    actions.filter(onAgenda),
    about,
    papers.previous?.standing.startsAt ?? null,
  );
  const groups = [...openGroups(papers, actions, about), ...ended];
  if (!logIsPartial(papers)) return groups;
  return groups.map((group) => ({ ...group, none: 'None that this reader may open.' }));
}

/** What the ids that one command made have in common: all but their last four digits. */
export function ofCommand(id: string): string {
  return id.slice(0, -4);
}

/** What the ids of the actions have in common that a decision gave, though its words were set right since. */
export function givenWith(row: Pick<WrittenRow, 'id' | 'body'>): string {
  return ofCommand(firstOfEntry(row));
}

/**
 * The child, person, place, cluster or theme that an action is about, by the name of the agenda item through which this
 * reader knows of it; null where the reader has the action alone and it is about no child.
 */
export function nameOf(papers: Papers): (action: Action) => string | null {
  const items = papers.all<Item>('agendaItem');
  const names = new Map([
    ...items.map((item): [string | null, string] => [item.subjectId, item.standing.name]),
    ...items.map((item): [string | null, string] => [item.id, item.standing.name]),
  ]);
  return ({ id, parentId, standing }) => {
    const known = !standing.caseKind || papers.reads(id, 'case');
    return names.get(parentId) ?? (known ? standing.reference : null);
  };
}
