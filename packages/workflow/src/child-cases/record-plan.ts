import type { Context, Fault, StoredRecord } from '../model.js';
import { type PlanMissing, planMissing } from '../plan-actions/gaps.js';
import type { PlanActionStanding } from '../plan-actions/standing.js';
import { forwardedRows } from '../plan-copies/issue.js';
import type { Effect } from '../topic.js';
import { agreedActions } from './agreed-actions.js';
import { ownersAfter } from './owners.js';
import type { AgreePlanPayload, SharePlanPayload } from './payloads.js';
import { manager, worker } from './principals.js';
import { feedbackDue, parentNamed } from './record-feedback.js';
import { type ChildCaseStanding, isRaised } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** What the case learns of one of its actions. */
export interface ActionNews {
  actionId: string;
  part: 'safety' | 'disruption';
  ownerId: string;
}

function actionsOf(
  context: Pick<Ctx<object>, 'facts'>,
): (PlanActionStanding & { id: string; state: string })[] {
  return context.facts.related
    .filter((one) => one.kind === 'planAction')
    .map((one) => ({ ...(one.standing as PlanActionStanding), id: one.id, state: String(one.state) }))
    .filter((one) => one.state !== 'ended');
}

/** What the plan of a case lacks, action by action, with who can supply it: the whole list at once. */
export function planGaps(context: Pick<Ctx<object>, 'facts' | 'record' | 'at' | 'profile'>): PlanMissing[] {
  const { facts, record, at, profile } = context;
  return planMissing({
    actions: facts.related.filter(({ kind }) => kind === 'planAction') as StoredRecord<PlanActionStanding>[],
    users: facts.related.filter(({ kind }) => kind === 'user'),
    raised: isRaised(record.standing),
    at,
    timeZone: profile.timeZone,
  });
}

function countAction(standing: ChildCaseStanding, part: string, by: number): ChildCaseStanding['actions'] {
  const { open, openSafety } = standing.actions;
  return { open: open + by, openSafety: openSafety + (part === 'safety' ? by : 0) };
}

/** The owners of a part of the plan: who reads which. */
const ownersOf = { safety: 'partners', disruption: 'disruptionOwners' } as const;

function countedAction(context: Ctx<ActionNews>, by: 1 | -1): ChildCaseStanding['actions'] {
  return countAction(context.record.standing, context.payload.part, by);
}

function ownersPatch({ record, payload, at }: Ctx<ActionNews>, by: 1 | -1): Partial<ChildCaseStanding> {
  // What an agency was given has no owner yet.
  if (!payload.ownerId) return {};
  const key = ownersOf[payload.part];
  const closedAt = record.standing.closed?.at ?? null;
  return { [key]: ownersAfter(record.standing[key], payload.ownerId, by, { at, closedAt }) };
}

/** One row of the plan for each part: who reads the one learns nothing of the other, nor, by the disruption part, the reasons, which speak of the child. */
function planRows(context: Ctx<AgreePlanPayload>, version: number): Effect[] {
  const { payload, actor } = context;
  const { comment: _reasons, ...disruptionSays } = payload;
  const gaps = planGaps(context);
  return (['safety', 'disruption'] as const).flatMap((part) => {
    const actions = actionsOf(context).filter((one) => one.part === part);
    if (part === 'disruption' && actions.length === 0) return [];
    const body = {
      ...(part === 'safety' ? payload : disruptionSays),
      version,
      actions: actions.map((one) => ({
        id: one.id,
        kind: one.kind,
        what: one.what,
        outcome: one.outcome ?? null,
        ownerId: one.ownerId || null,
        ownerName: one.ownerName,
        due: one.due,
        revision: one.revision ?? 1,
      })),
      gaps: gaps.filter((gap) => actions.some((one) => one.id === gap.actionId)),
      by: actor.name,
    };
    const kind = part === 'safety' ? 'plan' : 'plan-disruption';
    return [{ do: 'write', kind, class: part, body } as const];
  });
}

/** The recorders of the plan and of what the case learns from its actions. */
export const planRecorders = {
  recordActionOpened: (context: Ctx<ActionNews>): Effect[] => {
    const { payload, record } = context;
    const { closure } = record.standing;
    // What is handed over was named before this action: a new safety action is nobody's yet.
    const reopened =
      closure?.handover && payload.part === 'safety' ? { closure: { ...closure, handover: false } } : {};
    return [
      {
        do: 'set',
        patch: { actions: countedAction(context, 1), ...ownersPatch(context, 1), ...reopened },
      },
    ];
  },
  recordActionEnded: (context: Ctx<ActionNews>): Effect[] => [
    { do: 'set', patch: { actions: countedAction(context, -1), ...ownersPatch(context, -1) } },
  ],
  recordPlan: (context: Ctx<AgreePlanPayload>): Effect[] => {
    const { payload, record, happened } = context;
    const version = (record.standing.plan?.version ?? 0) + 1;
    return [
      ...planRows(context, version),
      ...forwardedRows(context, version),
      { do: 'set', patch: { plan: { version, kind: payload.kind, agreedAt: happened, sharedAt: null } } },
      { do: 'end', rule: 'plan-agreement' },
      payload.kind === 'interim'
        ? { do: 'start', rule: 'interim-plan', who: manager(record.standing.team) }
        : { do: 'end', rule: 'interim-plan' },
      { do: 'start', rule: 'plan-sharing', who: worker(record.standing) },
      ...feedbackDue(context, 'plan'),
    ];
  },
  recordSharing: (context: Ctx<SharePlanPayload>): Effect[] => {
    const { payload, record, actor, happened } = context;
    const { plan } = record.standing;
    const { disruptionAlso, ...said } = payload;
    const ownersOfPart = (part: ActionNews['part']) => [
      ...new Set(agreedActions(context, part).map(({ standing }) => standing.ownerId)),
    ];
    const disruption = [...new Set([...ownersOfPart('disruption'), ...(disruptionAlso?.userIds ?? [])])];
    // Whether child and parent were told, and why not, is no part of what is done about those who harm.
    const { child: _child, parent: _parent, ...terms } = said;
    const decided = { version: plan?.version, decider: actor.name };
    return [
      {
        do: 'write',
        kind: 'sharing',
        class: 'safety',
        body: {
          ...said,
          parent: parentNamed(context, said.parent),
          ...decided,
          recipients: ownersOfPart('safety'),
        },
      },
      ...(disruption.length > 0
        ? [
            {
              do: 'write',
              kind: 'sharing-disruption',
              class: 'disruption',
              body: {
                ...terms,
                ...decided,
                recipients: disruption,
                ...(disruptionAlso ? { disruptionAlso } : {}),
              },
            } as const,
          ]
        : []),
      { do: 'set', patch: { plan: { ...plan, sharedAt: happened } } },
      { do: 'end', rule: 'plan-sharing' },
    ];
  },
};

/** A full agreement lacks nothing; every gap is named at once, so that nobody meets them one by one. */
export function planFaults(context: Ctx<AgreePlanPayload>): Fault[] {
  if (context.payload.kind === 'interim') return [];
  const whats = new Map(actionsOf(context).map(({ id, what }) => [id, what]));
  return planGaps(context).map(({ actionId, gap, words, who }) => ({
    pointer: `/actions/${actionId}/${gap}`,
    code: 'planGap',
    detail: `“${whats.get(actionId)}”: ${words} Who can supply it: ${who}.`,
  }));
}
