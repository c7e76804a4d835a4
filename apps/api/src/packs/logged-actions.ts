import { firstOfEntry, type WrittenRow } from '@mase/workflow';
import { isOverdue } from './action-rows.js';
import type { Action, Item, Papers } from './papers.js';

/**
 * The actions of which a sitting's log tells, as far as this reader opens them: those of what is on its agenda and of the
 * panel’s themes, and what is overdue of any earlier decision of this panel.
 */
export function loggedActions(papers: Papers): Action[] {
  const decided = new Set(
    papers
      .all<Item>('agendaItem')
      .flatMap((item) => papers.written(item.id, 'decision').map((row) => givenWith(row))),
  );
  const carried = (one: Action) => isOverdue(papers, one) && decided.has(ofCommand(one.id));
  const onAgenda = onAgendaOf(papers);
  return papers.all<Action>('planAction').filter((one) => onAgenda(one) || carried(one));
}

/** Tells whether an action is about something on the agenda, or a theme: no case would bring that again, so it stands until it is done. */
export function onAgendaOf(papers: Papers): (action: Action) => boolean {
  const heard = papers.itemsOf(papers.sitting).filter(({ state }) => state !== 'takenOff');
  const cases = new Set(heard.map((item) => item.subjectId));
  return ({ parentId, standing }) => cases.has(parentId) || standing.caseKind === 'agendaItem';
}

/** What the ids that one command made have in common: all but their last four digits. */
export function ofCommand(id: string): string {
  return id.slice(0, -4);
}

/** What the ids of the actions have in common that a decision gave, though its words were set right since. */
export function givenWith(row: Pick<WrittenRow, 'id' | 'body'>): string {
  return ofCommand(firstOfEntry(row));
}
