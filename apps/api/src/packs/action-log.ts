import type { ActionGroup } from '@mase/documents';
import { endedGroups, openGroups } from './action-rows.js';
import { loggedActions, onAgendaOf } from './logged-actions.js';
import { type Action, type Item, leftOut, type Papers } from './papers.js';
import { logIsPartial } from './withheld.js';

/**
 * The action log of a sitting: open actions of the cases on its agenda and of the panel’s themes, what ended since the last sitting, and what is
 * overdue of any earlier decision of this panel. Overdue comes first.
 */
export function actionLog(papers: Papers): ActionGroup[] {
  const actions = loggedActions(papers);
  const named = nameOf(papers);
  const about = (one: Action) => named(one) ?? leftOut;
  const ended = endedGroups(
    papers,
    actions.filter(onAgendaOf(papers)),
    about,
    papers.previous?.standing.startsAt ?? null,
  );
  const groups = [...openGroups(papers, actions, about), ...ended];
  if (!logIsPartial(papers)) return groups;
  return groups.map((group) => ({ ...group, none: 'None that this reader may open.' }));
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
