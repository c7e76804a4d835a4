import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { childRead } from './child-read.js';
import { manager, worker } from './principals.js';
import { closingEffects, handedOver } from './record-closure.js';
import { returnFrom, suspensionEnds } from './record-suspension.js';
import type { ChildCaseStanding } from './standing.js';
import type {
  AcceptTransferPayload,
  RefuseTransferPayload,
  Transfer,
  TransferOutPayload,
} from './transfer.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

const clock = 'transfer-answer';

/** Who is told how a transfer ended: the worker and the manager of the sending area, each once. */
const told = (standing: ChildCaseStanding, kind: string): Effect[] =>
  [...new Set([worker(standing), manager(standing.team)])].map((principal) => ({
    do: 'send',
    kind,
    principal,
  }));

const askedTransfer = ({ record }: Pick<Ctx<object>, 'record'>): Transfer =>
  record.standing.transfer as Transfer;

/** The recorders of moving a case to another area. */
export const transferRecorders = {
  /**
   * What the receiving area reads before it accepts is a row of its own class: who the child is and what keeps the child
   * safe now. A suspension ends with it, whatever is answered, as the case goes back to its work and not to waiting: what
   * it waited for stands in the entry.
   */
  recordTransfer: (context: Ctx<TransferOutPayload>): Effect[] => {
    const { payload, record, actor, happened } = context;
    const { standing } = record;
    const { area, receiverId = null, movedOn, needToKnow } = payload;
    const child = childRead(context);
    const who = receiverId ? `user:${receiverId}` : manager(standing.team);
    const transfer: Transfer = { area, receiverId, by: actor.userId, at: happened };
    const notice = {
      reference: standing.reference,
      name: child?.name ?? standing.name,
      birthDate: child?.birthDate ?? null,
      ...{ area, movedOn, needToKnow, by: actor.name },
    };
    const { reason, expected } = standing.suspension ?? {};
    const waited = reason ? { was: reason, ...(expected ? { expected } : {}) } : {};
    const asked = { ...payload, ...waited, by: actor.name };
    return [
      { do: 'write', kind: 'transfer-notice', class: 'transfer', body: notice },
      { do: 'write', kind: 'transfer-asked', class: 'case', body: asked },
      ...suspensionEnds(standing, 'A transfer was asked for'),
      { do: 'set', patch: { transfer, closure: null, returnTo: returnFrom(record) } },
      { do: 'start', rule: clock, who, again: true },
      ...(receiverId ? [{ do: 'send', kind: 'transfer-asked', principal: who } as const] : []),
    ];
  },
  /** No answer came in time: a senior manager sees to it, and the clock runs on, overdue. */
  recordTransferEscalated: (context: Ctx<object>): Effect[] => {
    const { record, happened } = context;
    const transfer = askedTransfer(context);
    const from = record.standing.clocks.find(({ rule }) => rule === clock)?.who ?? '';
    return [
      { do: 'write', kind: 'transfer-escalated', class: 'case', body: { area: transfer.area } },
      { do: 'set', patch: { transfer: { ...transfer, escalatedAt: happened } } },
      { do: 'reassign', rules: [clock], from, who: 'role:senior' },
      { do: 'send', kind: 'transfer-escalated', principal: 'role:senior' },
      ...told(record.standing, 'transfer-escalated'),
    ];
  },
  recordTransferAccepted: (context: Ctx<AcceptTransferPayload>): Effect[] => {
    const { payload, record, actor, happened } = context;
    const transfer = askedTransfer(context);
    const closure: ChildCaseStanding['closure'] = {
      reason: 'moved',
      proposedBy: transfer.by,
      at: happened,
      ...{ harmAddressed: false, watched: false, adultPathway: false },
      ...handedOver(payload),
    };
    const body = { ...payload, area: transfer.area, by: actor.name };
    return [
      { do: 'write', kind: 'transfer-accepted', class: 'case', body },
      { do: 'end', rule: clock },
      { do: 'set', patch: { transfer: { ...transfer, acceptedAt: happened }, closure } },
      ...closingEffects(context, 'moved'),
      ...told(record.standing, 'transfer-accepted'),
    ];
  },
  recordTransferEnded: (context: Ctx<RefuseTransferPayload>): Effect[] => {
    const { payload, record, actor } = context;
    const { area } = askedTransfer(context);
    const withdrawn = payload.answer === 'withdrawn';
    const kind = withdrawn ? 'transfer-withdrawn' : 'transfer-refused';
    return [
      { do: 'write', kind, class: 'case', body: { ...payload, area, by: actor.name } },
      { do: 'end', rule: clock, ...(withdrawn ? { reason: 'The sender withdrew' } : {}) },
      { do: 'set', patch: { transfer: null } },
      ...told(record.standing, kind),
    ];
  },
  /** A transfer that is overtaken by something else: the proposal is dropped, and its clock ends. */
  recordTransferDropped: (context: Ctx<object>): Effect[] => [
    { do: 'write', kind: 'transfer-dropped', class: 'case', body: { area: askedTransfer(context).area } },
    { do: 'end', rule: clock, reason: 'The transfer was dropped' },
    { do: 'set', patch: { transfer: null } },
  ],
};
