import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { adultDecision } from './adult.js';
import { outlivingClocks } from './after-closing.js';
import { overriddenConditions } from './closure-rules.js';
import type {
  ApproveClosurePayload,
  PanelDecisionPayload,
  ProposeClosurePayload,
  ReasonPayload,
} from './payloads.js';
import { closingAccess } from './record-access.js';
import { returnFrom, suspensionEnds } from './record-suspension.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;
type Closure = NonNullable<ChildCaseStanding['closure']>;

/** What every closing changes: the clocks end, but for those that outlive a case. */
export function closingEffects({ happened }: Pick<Ctx<object>, 'happened'>, reason: string): Effect[] {
  return [
    {
      do: 'endAll',
      reason: `Closed: ${reason}`,
      except: outlivingClocks,
    },
    {
      do: 'set',
      patch: {
        closed: { reason, at: happened },
        listing: null,
        suspension: null,
      },
    },
  ];
}

/** The closure that a sitting decides on: proposal and approval in one, on what was proposed before where it was. */
export function panelClosure(payload: PanelDecisionPayload, proposed: Closure | null, at: string): Closure {
  return {
    reason: payload.closureReason ?? proposed?.reason ?? 'reduced-and-sustained',
    proposedBy: null,
    at,
    harmAddressed: Boolean(payload.harmAddressed) || (proposed?.harmAddressed ?? false),
    watched: Boolean(payload.watcher && payload.nextCheck),
    adultPathway: Boolean(payload.adultPathway) || (proposed?.adultPathway ?? false),
    handover: Boolean(payload.handover) || (proposed?.handover ?? false),
  };
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
          adultPathway: Boolean(payload.adultPathway),
          handover: Boolean(payload.handover),
        },
      },
    },
    ...suspensionEnds(record.standing, 'Closing was proposed'),
    ...adultDecision.met(),
  ],
  recordClosure: (context: Ctx<ApproveClosurePayload>): Effect[] => {
    const { payload, record, actor } = context;
    const reason = record.standing.closure?.reason as string;
    const body = { ...payload, reason, by: actor.name, overridden: overriddenConditions(context) };
    return [
      { do: 'write', kind: 'closure', class: 'case', body },
      ...closingEffects(context, reason),
      ...(reason === 'deceased' ? closingAccess(context, 'The child has died.') : []),
    ];
  },
  recordPanelClosure: (context: Ctx<PanelDecisionPayload>): Effect[] => {
    const { payload, record, at } = context;
    const closure = panelClosure(payload, record.standing.closure, at);
    const { watcher, nextCheck, sittingId, reasons } = payload;
    const body = { reason: closure.reason, reasons, watcher, nextCheck, sittingId };
    return [
      { do: 'write', kind: 'closure', class: 'case', body },
      { do: 'set', patch: { closure } },
      ...closingEffects(context, closure.reason),
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
