import type { Context } from '../model.js';
import { checkAhead } from '../next-check.js';
import { offAgenda } from '../panels/case-members.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import { adultDecision } from './adult.js';
import { outlivingClocks, toldOf } from './after-closing.js';
import { linkedAfter, openCasesBeside } from './cases-beside.js';
import { overriddenConditions } from './closure-rules.js';
import type {
  ApproveClosurePayload,
  PanelDecisionPayload,
  ProposeClosurePayload,
  ReasonPayload,
} from './payloads.js';
import { manager } from './principals.js';
import { closingAccess } from './record-access.js';
import { feedbackDue } from './record-feedback.js';
import { returnFrom, suspensionEnds } from './record-suspension.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;
type Closure = NonNullable<ChildCaseStanding['closure']>;

/**
 * What every closing changes: the clocks end, but for those that outlive a case; and that it closed is owed to child and
 * parent, with whatever they have not been told yet.
 */
export function closingEffects(
  context: Pick<Ctx<object>, 'record' | 'happened' | 'at'>,
  reason: string,
): Effect[] {
  const { happened } = context;
  const told = toldOf.includes(reason);
  return [
    {
      do: 'endAll',
      reason: `Closed: ${reason}`,
      except: told ? outlivingClocks : outlivingClocks.filter((rule) => rule !== 'feedback'),
    },
    ...(told ? feedbackDue(context, 'decision') : []),
    {
      do: 'set',
      patch: {
        closed: { reason, at: happened },
        listing: null,
        ...offAgenda(context.record.standing, context),
        suspension: null,
      },
    },
  ];
}

/** What the closing fixed to check, for the manager of the team; nobody checks on a child who has died, or on a case that goes on in another one of the same child. */
function checkOfClosing({ record }: Context<ChildCaseStanding>, { reason, nextCheck }: Closure): Effect[] {
  return toldOf.includes(reason) ? checkAhead(manager(record.standing.team), nextCheck) : [];
}

/** A merged case names the open cases of the same child, which go on. */
function mergedInto(context: Ctx<object>): Effect[] {
  const linked = openCasesBeside(context).reduce(
    (all, id) => linkedAfter(all, id),
    context.record.standing.linked,
  );
  return [{ do: 'set', patch: { linked } }];
}

/** The closure that a sitting decides on: proposal and approval in one, on what was proposed before where it was. */
export function panelClosure(payload: PanelDecisionPayload, proposed: Closure | null, at: string): Closure {
  return {
    reason: payload.closureReason ?? proposed?.reason ?? 'reduced-and-sustained',
    proposedBy: null,
    at,
    harmAddressed: Boolean(payload.harmAddressed) || (proposed?.harmAddressed ?? false),
    watched: Boolean(payload.watcher && payload.nextCheck),
    ...(payload.nextCheck ? { nextCheck: payload.nextCheck } : {}),
    adultPathway: Boolean(payload.adultPathway) || (proposed?.adultPathway ?? false),
    ...(payload.handover || !proposed ? handedOver(payload) : handoverOf(proposed)),
  };
}

const handoverOf = ({ handover, handedTo }: Closure): Pick<Closure, 'handover' | 'handedTo'> => ({
  handover,
  ...(handedTo ? { handedTo } : {}),
});

/** That open safety actions are handed over, and to whom. */
export function handedOver({
  handover,
}: {
  handover?: string | undefined;
}): Pick<Closure, 'handover' | 'handedTo'> {
  return handover ? { handover: true, handedTo: shortened(handover, 120) } : { handover: false };
}

/** The recorders of proposing, approving and refusing to close. */
export const closureRecorders = {
  recordClosureProposal: ({ payload, record, actor, happened }: Ctx<ProposeClosurePayload>): Effect[] => [
    { do: 'write', kind: 'closure-proposal', class: 'case', body: { ...payload, by: actor.name } },
    {
      do: 'set',
      patch: {
        returnTo: returnFrom(record),
        closure: {
          reason: payload.reason,
          proposedBy: actor.userId,
          at: happened,
          harmAddressed: Boolean(payload.harmAddressed),
          watched: Boolean(payload.watcher && payload.nextCheck),
          ...(payload.nextCheck ? { nextCheck: payload.nextCheck } : {}),
          adultPathway: Boolean(payload.adultPathway),
          ...handedOver(payload),
        },
      },
    },
    ...suspensionEnds(record.standing, 'Closing was proposed'),
    ...adultDecision.met(),
  ],
  recordClosure: (context: Ctx<ApproveClosurePayload>): Effect[] => {
    const { payload, record, actor } = context;
    const { closure } = record.standing;
    const reason = closure?.reason as string;
    const body = { ...payload, reason, by: actor.name, overridden: overriddenConditions(context) };
    return [
      { do: 'write', kind: 'closure', class: 'case', body },
      ...closingEffects(context, reason),
      ...(closure ? checkOfClosing(context, closure) : []),
      ...(reason === 'merged' ? mergedInto(context) : []),
      ...(reason === 'deceased' ? closingAccess(context, 'The child has died.') : []),
    ];
  },
  recordPanelClosure: (context: Ctx<PanelDecisionPayload>): Effect[] => {
    const { payload, record, at } = context;
    const closure = panelClosure(payload, record.standing.closure, at);
    const { watcher, nextCheck, sittingId, reasons, handover } = payload;
    const body = { reason: closure.reason, reasons, watcher, nextCheck, sittingId, handover };
    return [
      { do: 'write', kind: 'closure', class: 'case', body },
      { do: 'set', patch: { closure } },
      ...closingEffects(context, closure.reason),
      ...checkOfClosing(context, closure),
    ];
  },
  recordRefusedClosure: ({ payload, actor, record }: Ctx<ReasonPayload>): Effect[] => [
    { do: 'write', kind: 'closure-refused', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { closure: null } },
    ...adultDecision.again(record.standing),
  ],
  /** A closure that is overtaken by something else: the proposal is dropped. */
  recordClosureDropped: ({ record }: Ctx<object>): Effect[] => [
    { do: 'set', patch: { closure: null } },
    ...adultDecision.again(record.standing),
  ],
};
