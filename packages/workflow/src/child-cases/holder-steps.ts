import type { Context } from '../model.js';
import type { PlanActionStanding } from '../plan-actions/standing.js';
import type { Step } from '../topic.js';
import type { ChildCaseStanding } from './standing.js';

/**
 * Tells the child and the actions of the plan who holds the case from now on, so that these may read them: nothing
 * while no team holds it, and nothing for an action that knows it already.
 */
export function holderSteps({ record, locked }: Context<ChildCaseStanding>): Step[] {
  const { team, workerId, childId } = record.standing;
  if (team === null) return [];
  const child = locked.find((one) => one.kind === 'child' && one.id === childId);
  const actions = locked.filter((one) => one.kind === 'planAction' && one.parentId === record.id);
  const untold = actions.filter(({ standing }) => {
    const known = standing as PlanActionStanding;
    return known.team !== team || known.workerId !== workerId;
  });
  const holder = { team, workerId };
  return [
    ...(child ? [{ record: child, event: 'receive-holder', payload: { ...holder, caseId: record.id } }] : []),
    ...untold.map((action) => ({ record: action, event: 'receive-holder', payload: holder })),
  ].map(({ record: { kind, id }, ...step }) => ({ record: { kind, id }, ...step }));
}
