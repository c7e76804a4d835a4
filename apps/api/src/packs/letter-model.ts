import type { ActionLetterModel, ActionRow } from '@mase/documents';
import { ruleDueAt } from '@mase/workflow';
import { numberedItems } from './agenda-parts.js';
import { givenBy } from './minute-items.js';
import { sittingWords } from './paper-head.js';
import type { Papers } from './papers.js';

/** An action that a sitting gave, as its line, with the agency that owns it. */
export interface GivenAction {
  /** The item on which it was given. */
  itemId: string;
  agencyId: string | null;
  row: ActionRow;
}

/** The actions that a sitting gave and that this reader may see, in the order of its agenda. */
export function givenActions(papers: Papers): GivenAction[] {
  return numberedItems(papers, papers.sitting).flatMap(({ record }) =>
    record ? givenBy(papers, record) : [],
  );
}

/** The letter that gives the recipient's agency its actions of a sitting; null where it has none that the recipient may see. */
export function letterContent(papers: Papers): Omit<ActionLetterModel, 'head'> | null {
  const { recipient, profile } = papers.about;
  const actions = givenActions(papers).filter(({ agencyId }) => agencyId === recipient.agencyId);
  if (actions.length === 0) return null;
  const sitting = sittingWords(papers);
  const office = [papers.sitting.standing.chairName, 'Chair', papers.sitting.standing.panel];
  const ended = papers.sitting.standing.endedAt ?? papers.sitting.standing.endsAt;
  const due = ruleDueAt(profile.clocks['action-acceptance'], ended, profile) ?? ended;
  return {
    sitting,
    salutation: `Dear colleagues at ${papers.agency(recipient.agencyId) ?? 'the agency'}`,
    opening: [
      `${sitting.title} met on ${sitting.date}. It gave your agency the ${actions.length === 1 ? 'action' : 'actions'} below.`,
      'The words are those of the record. Where no owner is named, name one on the action: nobody does what nobody owns.',
    ],
    actions: actions.map(({ row }) => row),
    answerBy: `by ${papers.day(due)}. Each owner accepts the action, or declines it with a reason, on the page of the action; what is not answered goes to the owner’s manager.`,
    closing: [
      'If an action cannot be done, say so before its day. Not done and no longer possible are recorded apart, and neither counts against a child.',
      'This letter holds the actions of your agency alone. Pass it on only to those who carry them out.',
    ],
    signatory: office,
  };
}

/** The agencies to whom a sitting gave actions, as far as this reader sees them, and how many each. */
export function agenciesGiven(papers: Papers): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { agencyId } of givenActions(papers))
    if (agencyId) counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1);
  return counts;
}
