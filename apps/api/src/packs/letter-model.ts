import type { ActionLetterModel } from '@mase/documents';
import { ruleDueAt } from '@mase/workflow';
import { nameOf } from './action-log.js';
import { actionRow } from './action-rows.js';
import { numberedItems } from './agenda-parts.js';
import { asGivenAction, type GivenAction, givenBy } from './given-actions.js';
import { areSeated } from './letter-papers.js';
import { sittingWords } from './paper-head.js';
import type { Action, Papers } from './papers.js';

/**
 * The actions that a sitting gave and that this reader may see, in the order of its agenda; of whoever has no seat, as
 * they were found for the letter.
 */
export function givenActions(papers: Papers): GivenAction[] {
  if (!areSeated(papers.found)) {
    const about = nameOf(papers);
    return papers
      .all<Action>('planAction')
      .map((one) => asGivenAction(one, '', actionRow(papers, one, about(one))));
  }
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
      areSeated(papers.found)
        ? 'This letter holds the actions of your agency alone. Pass it on only to those who carry them out.'
        : 'This letter holds what you are to do, or to give to somebody at your agency, and nothing else of the sitting. Pass it on only to those who carry it out.',
    ],
    signatory: office,
  };
}
