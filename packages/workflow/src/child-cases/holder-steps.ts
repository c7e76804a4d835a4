import type { Leavers } from '../grace.js';
import type { Context, StoredRecord } from '../model.js';
import type { PlanActionStanding } from '../plan-actions/standing.js';
import type { Step } from '../topic.js';
import type { ChildCaseStanding } from './standing.js';

/** Of those who held a case before, its standing keeps the latest. */
export const formerKept = 4;

/** Who holds a case from now on, and who did until lately. */
export interface HolderNews {
  team: string | null;
  workerId: string | null;
  former?: Leavers;
}

function differs(action: StoredRecord, { team, workerId, former }: HolderNews): boolean {
  const known = action.standing as PlanActionStanding;
  const text = (one: Leavers | undefined) => JSON.stringify(one ?? {});
  return known.team !== team || known.workerId !== workerId || text(known.former) !== text(former);
}

/** Tells a child and the actions under a case who holds the case, as far as they were locked and do not know it. */
export function tellHolder(
  locked: readonly StoredRecord[],
  holder: HolderNews,
  about: { under: string; caseId: string; childId: string | null },
): Step[] {
  if (holder.team === null) return [];
  const child = locked.find((one) => one.kind === 'child' && one.id === about.childId);
  const actions = locked.filter((one) => one.kind === 'planAction' && one.parentId === about.under);
  return [
    ...(child ? [{ record: child, payload: { ...holder, caseId: about.caseId } }] : []),
    ...actions.filter((one) => differs(one, holder)).map((record) => ({ record, payload: holder })),
  ].map(({ record: { kind, id }, payload }) => ({ record: { kind, id }, event: 'receive-holder', payload }));
}

/** The part of a child's standing that says whose it is. */
type HeldChild = { cases?: string[]; holders?: { caseId: string; team: string | null }[] };

/** Whether the child has one case alone: then what is known of the child is known through it. */
export function isOnlyCase(child: StoredRecord | undefined): boolean {
  const { cases = [] } = (child?.standing ?? {}) as HeldChild;
  return cases.length <= 1;
}

/** A child with other cases does not tell by those who read it that one of them is restricted: its holders are let go. */
function unheld(caseId: string, child: StoredRecord | undefined): Step[] {
  const { holders = [] } = (child?.standing ?? {}) as HeldChild;
  if (!child || !holders.some((one) => one.caseId === caseId && one.team !== null)) return [];
  const payload = { caseId, team: null, workerId: null };
  return [{ record: { kind: 'child', id: child.id }, event: 'receive-holder', payload }];
}

/**
 * Tells the child and the actions of the plan who holds the case from now on, and who did until lately, so that these
 * may read them: nothing while no team holds it, and nothing for an action that knows it already.
 */
export function holderSteps({ record, locked }: Context<ChildCaseStanding>): Step[] {
  const { team, workerId, former, childId, access } = record.standing;
  const child = locked.find((one) => one.kind === 'child' && one.id === childId);
  const holder = { team, workerId, ...(former ? { former } : {}) };
  const about = { under: record.id, caseId: record.id, childId };
  if (!access?.closed || isOnlyCase(child)) return tellHolder(locked, holder, about);
  return [...tellHolder(locked, holder, { ...about, childId: null }), ...unheld(record.id, child)];
}
