import type { Context, StoredRecord } from '../model.js';
import type { PlanActionStanding } from '../plan-actions/standing.js';
import type { SharePlanPayload } from './payloads.js';
import type { ChildCaseStanding } from './standing.js';

type Action = StoredRecord<PlanActionStanding>;
type Part = PlanActionStanding['part'];
type Ctx = Pick<Context<ChildCaseStanding>, 'facts' | 'record'>;

/** What a version of the plan keeps of each of its actions. */
interface KeptAction {
  id: string;
  what: string;
  outcome: string | null;
  due: string | null;
}

/** The open actions of a part of a case's plan, agreed or not yet. */
export function openActions({ facts, record }: Ctx, part: Part): Action[] {
  const own = facts.related.filter((one) => one.kind === 'planAction' && one.parentId === record.id);
  return (own as Action[]).filter(({ state, standing }) => state !== 'ended' && standing.part === part);
}

/**
 * The open actions of a part as the version in force agreed them: what was added since waits for the next agreement, and
 * what was changed since stands as it was agreed. Of entries whose version kept no actions, all that are open.
 */
export function agreedActions(context: Ctx, part: Part): Action[] {
  const kind = part === 'safety' ? 'plan' : 'plan-disruption';
  const rows = context.facts.written.filter((row) => row.kind.startsWith('plan'));
  const { plan } = context.record.standing;
  const ofVersion = rows.filter(({ body }) => (body as { version?: number }).version === plan?.version);
  if (ofVersion.length === 0) return openActions(context, part);
  const kept = ofVersion
    .filter((row) => row.kind === kind)
    .flatMap(({ body }) => (body as { actions?: KeptAction[] }).actions ?? []);
  return openActions(context, part).flatMap((action) => {
    const agreed = kept.find(({ id }) => id === action.id);
    if (!agreed) return [];
    const { what, outcome, due } = agreed;
    return [{ ...action, standing: { ...action.standing, what, outcome, due } }];
  });
}

/** Under which power, to what end and by whose decision a part was shared last; null where it never was. */
export function lastSharing(
  { facts }: Pick<Ctx, 'facts'>,
  part: Part,
): (Pick<SharePlanPayload, 'power' | 'purpose'> & { decider: string | null }) | null {
  const kind = part === 'safety' ? 'sharing' : 'sharing-disruption';
  const found = facts.written.find((row) => row.kind === kind);
  if (!found) return null;
  const { power, purpose, decider = null } = found.body as SharePlanPayload & { decider?: string };
  return { power, purpose, decider };
}
