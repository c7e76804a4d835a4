import { labelOf, type Role, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import type { Subject } from '../../command-page.js';
import { dateWords, dueWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

/** An action of a plan as the api shows it to its reader. */
export interface ActionView {
  id: string;
  version: number;
  state: string;
  /** What it hangs on; null for whoever does an action of a sitting that is about no child’s plan, and is not told of whom or what. */
  caseId: string | null;
  childId: string | null;
  reference: string | null;
  /** An action of a sitting that belongs to no child’s plan. */
  apart?: boolean;
  caseKind?: string;
  part: 'safety' | 'disruption';
  kind: string;
  what: string;
  /** Null until the agency that was given it names somebody. */
  ownerId: string | null;
  ownerName: string;
  /** The agency that was given it and names the owner; null where nobody gave it to one. */
  ownerAgencyId?: string | null;
  due: string | null;
  gaps: string[];
  ownerRole?: Role | null;
  coverId?: string | null;
  coverName?: string | null;
  revision?: number;
  escalation?: { stage: number; at: string; answered: boolean } | null;
  declinedAt: string | null;
  ended: { how: string; at: string; by?: string } | null;
  clocks: DueDate[];
  written?: { kind: string; at: string; body: Record<string, string | undefined> }[];
  /** How many workers the child has had; null for whoever does not read it. In the view of one action alone. */
  workers?: number | null;
  allowed: Allowed[];
}

/** Who has an action in hand while its owner does not. */
export interface InHand {
  because: string;
  coverName: string | null;
  from: string;
  until: string | null;
}

/** Who covers, from when to when, in words. */
export function inHandWords({ because, coverName, from, until }: InHand): string {
  if (because === 'left') return 'Its owner has left: it is in the hands of the owner’s manager.';
  const days = `${dateWords(from)} to ${until ? dateWords(until) : 'a day not known'}`;
  return `Its owner is away from ${days}: ${coverName ? `${coverName} covers.` : 'it falls to the owner’s manager.'}`;
}

/** Something of an action that a full plan asks for and that is not there, in words. */
export const gapWords: Record<string, string> = {
  due: 'no due date',
  outcome: 'no outcome that can be measured',
  measure: 'not said how it will be known',
  contingency: 'no contingency',
  cover: 'no cover in absence',
  owner: 'no owner: it was declined, or its agency has not named one',
};

/** What an action belongs to, as a caption: the part of a child’s plan, or a sitting. */
export function belongsTo({ reference, part, apart }: ActionView): string {
  if (!apart) return `${reference}, ${labelOf(part).toLowerCase()} part of the plan`;
  return reference ? `${reference}, given by a sitting` : 'Given by a sitting';
}

/** How an action ended, in words that keep "not done" and "no longer possible" apart. */
export const endingWords: Record<string, { text: string; hint: string }> = {
  done: { text: 'Done', hint: 'With evidence of what was done and what came of it' },
  'not-done': { text: 'Not done', hint: 'It could have been done and was not: say why' },
  'no-longer-possible': { text: 'No longer possible', hint: 'Circumstances changed: say what changed' },
  'handed-over': { text: 'Handed over', hint: 'It goes on as an action of somebody else, by name' },
  superseded: { text: 'Superseded', hint: 'Another action stands in its place: say which' },
};

/** Whether an open action's day has passed, as the api's clocks say. */
export function isOverdue({ clocks }: Pick<ActionView, 'clocks'>): boolean {
  return clocks.some(({ rule, overdue }) => rule === 'action-due' && overdue);
}

/** Reads one action. */
export async function readAction(visit: Visit): Promise<{ action: ActionView; etag: string | null }> {
  const id = encodeURIComponent(visit.params.id ?? '');
  const { body, etag } = await visit.read<ActionView>(`/api/v1/plan-actions/${id}`);
  return { action: body, etag };
}

/** The action as the subject of one of its commands. */
export async function actionSubject(
  visit: Visit,
  read?: { action: ActionView; etag: string | null },
): Promise<Subject> {
  const { action, etag } = read ?? (await readAction(visit));
  return {
    href: `/plan-actions/${action.id}`,
    caption: belongsTo(action),
    version: etag,
    allowed: action.allowed,
    facts: [
      { key: 'What will be done', text: action.what },
      { key: 'Owner', text: action.ownerName },
      { key: 'Due', text: action.due ? dueWords(action.due) : 'No date yet' },
    ],
  };
}

/** What stands in a list line about an action's state, with the colour of its tag. */
export function stateTag(action: ActionView): { text: string; classes: string } {
  if (action.ended) {
    const done = action.ended.how === 'done';
    return {
      text: endingWords[action.ended.how]?.text ?? action.ended.how,
      classes: done ? 'govuk-tag--green' : 'govuk-tag--grey',
    };
  }
  if (action.escalation && !action.escalation.answered)
    return { text: 'Escalated', classes: 'govuk-tag--red' };
  if (isOverdue(action)) return { text: 'Overdue', classes: 'govuk-tag--red' };
  const colour: Record<string, string> = { offered: 'govuk-tag--yellow', declined: 'govuk-tag--orange' };
  const mine = action.state === 'offered' ? 'Needs an answer' : (stateLabels[action.state] ?? action.state);
  return { text: mine, classes: colour[action.state] ?? 'govuk-tag--blue' };
}
