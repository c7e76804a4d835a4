import { addMonths, dateOf, epochDay } from '../clocks/calendar.js';
import { localDate } from '../clocks/time-zone.js';
import type { Missing } from '../model.js';
import type { FixedClockRule } from '../profile/clock-rule.js';
import type { Profile } from '../profile/profile.js';
import { type GuardContext, missing } from '../topic.js';
import type { AccessRequestStanding } from './standing.js';

type Guard = GuardContext<AccessRequestStanding>;

const monthsOf = ({ amount }: FixedClockRule) => amount;

/** The last day for an extended answer: so many further months after those that it has anyhow. */
export function extendedDue(countsFrom: string, { clocks }: Profile): string {
  const months = monthsOf(clocks['access-response']) + monthsOf(clocks['access-extension']);
  return dateOf(addMonths(epochDay(countsFrom), months));
}

const isNotDecider = ({ record, actor }: Guard): Missing[] =>
  actor.userId !== null && !record.standing.deciders.includes(actor.userId)
    ? []
    : missing(
        'secondPerson',
        'Somebody who has decided on no item approves; standing in for another does not make one two.',
        'another person of information governance, or the Caldicott guardian; for a part, another who holds it',
      );

const isNotWaiting = ({ record }: Guard): Missing[] =>
  record.standing.waits === null
    ? []
    : missing('waits', 'The requester was asked and has not answered.', 'the requester');

const hasBundle = ({ record }: Guard): Missing[] =>
  record.standing.bundle ? [] : missing('bundle', 'The bundle is not gathered.', 'you, by gathering it');

const isDecided = ({ record }: Guard): Missing[] =>
  record.standing.undecided === 0
    ? []
    : missing(
        'undecided',
        `${record.standing.undecided} of the items are not decided.`,
        'whoever decides on the items',
      );

/** An agency is waited for until its answer is due: a silent one does not hold the answer up. */
const isHeard = ({ record, at }: Guard): Missing[] => {
  const waited = Object.values(record.standing.asked).filter((due) => due > at).length;
  return waited === 0
    ? []
    : missing('asked', `${waited} of the agencies asked may still answer.`, 'the agencies, by answering');
};

/** The rules of an access request, by the names that its chart uses. */
export const rules = {
  isUnasked: (context: Guard): Missing[] => isNotWaiting(context),
  isAsked: ({ record }: Guard): Missing[] =>
    record.standing.waits?.for === 'clarification'
      ? []
      : missing('notAsked', 'The requester was not asked to say more.', 'you, by asking'),
  isExtendable: ({ record, at, profile }: Guard): Missing[] => {
    const { extended, clocks, waits } = record.standing;
    if (extended) return missing('extended', 'The time was extended once already.', 'nobody');
    const due = clocks.find(({ rule }) => rule === 'access-response')?.due ?? waits?.due ?? '';
    return localDate(at, profile.timeZone) <= localDate(due || at, profile.timeZone)
      ? []
      : missing('late', 'The requester is told of an extension within the first month.', 'nobody');
  },
  hasBundle,
  isAnswerApprovable: (context: Guard): Missing[] => [
    ...hasBundle(context),
    ...isDecided(context),
    ...isHeard(context),
    ...isNotWaiting(context),
    ...isNotDecider(context),
  ],
  isNotRecorder: ({ record, actor }: Guard): Missing[] =>
    actor.userId !== null && record.standing.recorded?.by !== actor.userId
      ? []
      : missing(
          'secondPerson',
          'Somebody else than who recorded the request refuses it.',
          'another person of information governance, or the Caldicott guardian',
        ),
};
