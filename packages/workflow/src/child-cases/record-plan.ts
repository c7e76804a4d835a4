import { instantMs, instantOf } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import type { PlanActionStanding } from '../plan-actions/standing.js';
import type { Effect } from '../topic.js';
import type { AgreePlanPayload, SharePlanPayload } from './payloads.js';
import { manager, worker } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

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

/** What the plan lacks, action by action, with the owner of each gap: the whole list at once. */
export function planGaps(
  context: Pick<Ctx<object>, 'facts'>,
): { actionId: string; gap: string; ownerId: string }[] {
  return actionsOf(context).flatMap((action) => [
    ...action.gaps.map((gap) => ({ actionId: action.id, gap, ownerId: action.ownerId })),
    ...(action.state === 'declined' ? [{ actionId: action.id, gap: 'owner', ownerId: action.ownerId }] : []),
  ]);
}

function countAction(standing: ChildCaseStanding, part: string, by: number): ChildCaseStanding['actions'] {
  const { open, openSafety } = standing.actions;
  return { open: open + by, openSafety: openSafety + (part === 'safety' ? by : 0) };
}

/** The 28 days for which an owner keeps reading the safety part after the last of his actions (`domain.md` 14). */
const graceDays = 28;

/** The instant at which access ends: so many days of grace after another instant. */
export function graceUntil(instant: string): string {
  return instantOf(instantMs(instant) + graceDays * 86_400_000);
}

/** The recorders of the plan and of what the case learns from its actions. */
export const planRecorders = {
  recordActionOpened: ({ payload, record }: Ctx<ActionNews>): Effect[] => {
    const { standing } = record;
    const partner = standing.partners[payload.ownerId];
    const partners = {
      ...standing.partners,
      [payload.ownerId]: { open: (partner?.open ?? 0) + 1, until: null },
    };
    return [{ do: 'set', patch: { actions: countAction(standing, payload.part, 1), partners } }];
  },
  recordActionEnded: ({ payload, record, at }: Ctx<ActionNews>): Effect[] => {
    const { standing } = record;
    const open = Math.max(0, (standing.partners[payload.ownerId]?.open ?? 1) - 1);
    const partners = {
      ...standing.partners,
      [payload.ownerId]: { open, until: open === 0 ? graceUntil(at) : null },
    };
    return [{ do: 'set', patch: { actions: countAction(standing, payload.part, -1), partners } }];
  },
  recordPlan: (context: Ctx<AgreePlanPayload>): Effect[] => {
    const { payload, record, actor, happened } = context;
    const version = (record.standing.plan?.version ?? 0) + 1;
    const gaps = planGaps(context);
    const actions = actionsOf(context).map((action) => action.id);
    return [
      {
        do: 'write',
        kind: 'plan',
        class: 'safety',
        body: { ...payload, version, actions, gaps, by: actor.name },
      },
      { do: 'set', patch: { plan: { version, kind: payload.kind, agreedAt: happened, sharedAt: null } } },
      { do: 'end', rule: 'plan-agreement' },
      { do: 'end', rule: 'interim-plan' },
      ...(payload.kind === 'interim'
        ? [{ do: 'start', rule: 'interim-plan', who: manager(record.standing.team) } as const]
        : []),
      { do: 'start', rule: 'plan-sharing', who: worker(record.standing), again: true },
    ];
  },
  recordSharing: (context: Ctx<SharePlanPayload>): Effect[] => {
    const { payload, record, actor, happened } = context;
    const { plan } = record.standing;
    const owners = [
      ...new Set(
        actionsOf(context)
          .filter((one) => one.part === 'safety')
          .map((one) => one.ownerId),
      ),
    ];
    return [
      {
        do: 'write',
        kind: 'sharing',
        class: 'safety',
        body: { ...payload, version: plan?.version, recipients: owners, decider: actor.name },
      },
      { do: 'set', patch: { plan: { ...plan, sharedAt: happened } } },
      { do: 'end', rule: 'plan-sharing' },
      ...owners.map((owner) => ({ do: 'send', kind: 'plan-shared', principal: `user:${owner}` }) as const),
    ];
  },
};

/** A full agreement lacks nothing; every gap is named at once, so that nobody meets them one by one. */
export function planFaults(context: Ctx<AgreePlanPayload>): Fault[] {
  if (context.payload.kind === 'interim') return [];
  return planGaps(context).map(({ actionId, gap }) => ({
    pointer: `/actions/${actionId}/${gap}`,
    code: 'planGap',
    detail:
      gap === 'owner'
        ? 'The action was declined and has no owner.'
        : `The action lacks its ${gap}. Agree the plan as interim, or complete it.`,
  }));
}
