import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Missing } from '../model.js';
import { findPerson } from '../person-named.js';
import { holdsFor } from '../posts.js';
import { type GuardContext, missing, otherWay } from '../topic.js';
import { hasLeftCare, isLookedAfter } from './child-read.js';
import { asked } from './intake-faults.js';
import type { ChildCaseStanding } from './standing.js';
import type { AcceptTransferPayload, RefuseTransferPayload, TransferOutPayload } from './transfer.js';
import { unansweredRise, urgentWork } from './urgent-work.js';

type Guard = GuardContext<ChildCaseStanding>;
type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** Whose answer it is: the receiving area's worker where he or she has an account, else what the sender records. */
const isReceiver = ({ actor, record }: Pick<Guard, 'actor' | 'record'>): boolean =>
  holdsFor(actor, record.standing.transfer?.receiverId);

/**
 * A looked-after child placed elsewhere is never transferred: the placing area stays responsible (Children Act 1989
 * s.22; Working Together), and the host opens a record of its own.
 */
export function transferable(context: Guard): Missing[] {
  const { hosting } = context.record.standing;
  if (hosting?.as === 'host')
    return missing(
      'hosted',
      `This is a hosted record: ${hosting.area} placed the child and keeps the case. It cannot be transferred.`,
      'the placing area',
    );
  const isPlaced = hosting?.as === 'placing' && !hasLeftCare(context);
  if (!isPlaced && !isLookedAfter(context)) return [];
  return missing(
    'lookedAfter',
    'A looked-after child who is placed elsewhere is never transferred: this area keeps the case. Record the area where the child lives instead, which opens a hosted record of its own.',
    'this area, while the child is looked after',
  );
}

/** The receiving worker answers for him- or herself; the sender records the answer of somebody without an account. */
function answersForReceiver(context: Guard): Missing[] {
  const { transfer } = context.record.standing;
  if (!transfer?.receiverId || isReceiver(context)) return [];
  return missing('receiver', `${transfer.area} answers this itself.`, 'the worker of the receiving area');
}

function askedFor({ record }: Guard): Missing[] {
  if ((record.state as unknown as { work: string }).work === 'transferring') return [];
  return missing('transfer', 'Nobody has asked to transfer the case.', 'the manager of the team');
}

function beforePanel({ record }: Guard): Missing[] {
  const { panel } = record.state as unknown as { panel: string };
  if (panel !== 'beforePanel') return [];
  return missing('beforePanel', 'The case is before the panel now: its decision comes first.', 'the sitting');
}

/** Who ends a transfer how: the receiving area refuses; the sender withdraws, from a receiver with an account only once no answer came in time. */
function endable(context: Guard): Missing[] {
  const { transfer } = context.record.standing;
  if (!transfer?.receiverId) return [];
  if (isReceiver(context))
    return context.choice === 'withdrawn'
      ? missing('sender', 'The area that asked withdraws; you accept or refuse.', 'the sending area')
      : [];
  if (context.choice === 'refused') return answersForReceiver(context);
  if (transfer.escalatedAt) return [];
  return missing(
    'answerTime',
    `${transfer.area} still has time to answer: the request can be withdrawn once that is over.`,
    'time',
  );
}

const back = (context: Guard, state: string): Missing[] => [
  ...otherWay(context.record.standing.returnTo === state, `a case that was ${state}`),
  ...endable(context),
];

/** The rules of moving a case to another area, by the names that the chart uses. */
export const transferRules = {
  isTransferable: transferable,
  isUnanswered: ({ record }: Guard): Missing[] =>
    record.standing.transfer?.escalatedAt
      ? missing('escalated', 'A senior manager sees to it already.', 'a senior manager')
      : [],
  isTransferAccepted: (context: Guard) => [
    ...askedFor(context),
    ...beforePanel(context),
    ...transferable(context),
    ...urgentWork(context.record),
    ...unansweredRise(context.record),
    ...answersForReceiver(context),
  ],
  isTransferEndedInAssessing: (context: Guard) => back(context, 'assessing'),
  isTransferEndedInPlanning: (context: Guard) => back(context, 'planning'),
  isTransferEndedInMonitoring: (context: Guard) => back(context, 'monitoring'),
};

function request(context: Ctx<TransferOutPayload>): Fault[] {
  const { payload, facts, at, profile } = context;
  const { receiverId, contact, movedOn } = payload;
  const faults: Fault[] = [];
  if (receiverId && !findPerson(facts, receiverId)?.roles.includes('receiving-area-worker'))
    faults.push({
      pointer: '/receiverId',
      code: 'noReceiver',
      detail: 'The person named is not a receiving area’s worker with an account.',
    });
  if (!receiverId)
    faults.push(...asked(contact, 'contact', 'Say who was asked in the receiving area, and how.'));
  if (movedOn > localDate(at, profile.timeZone))
    faults.push({
      pointer: '/movedOn',
      code: 'future',
      detail: 'A case is transferred once the child lives there: the day cannot lie in the future.',
    });
  return faults;
}

const bySender = (context: Ctx<{ answeredBy?: string }>): Fault[] =>
  isReceiver(context)
    ? []
    : asked(context.payload.answeredBy, 'answeredBy', 'Say who in the receiving area answered, and how.');

/** What an acceptance asks for: an open safety action is handed over to a name, or ends first. */
function acceptance(context: Ctx<AcceptTransferPayload>): Fault[] {
  const { openSafety } = context.record.standing.actions;
  if (openSafety === 0 || context.payload.handover) return bySender(context);
  const words = `${openSafety} safety action(s) are open: name who takes them over there, or they end first.`;
  return [...bySender(context), ...asked(undefined, 'handover', words)];
}

function ending(context: Ctx<RefuseTransferPayload>): Fault[] {
  return context.payload.answer === 'refused' ? bySender(context) : [];
}

/** The payload rules of asking for a transfer and of its answers. */
export const transferFaults = {
  transferOut: request,
  transferAcceptance: acceptance,
  transferEnding: ending,
};
