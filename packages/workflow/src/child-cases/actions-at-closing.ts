import type { Context, StoredRecord } from '../model.js';
import type { EndActionPayload, PlanActionStanding } from '../plan-actions/standing.js';
import type { Step } from '../topic.js';
import type { ChildCaseStanding } from './standing.js';

/** How an open action ends with its case: one of safety is handed over by name, one of disruption is no longer possible here. */
function ending({ part }: PlanActionStanding, reason: string, handedTo: string | null): EndActionPayload {
  const because = `The case closed: ${reason}`;
  if (part === 'safety' && handedTo)
    return { how: 'handed-over', handover: `${because}. Handed over to ${handedTo}`, withCase: true };
  return { how: 'no-longer-possible', changed: because };
}

/**
 * Ends the actions that are open when a case closes, as far as they were locked: nobody is left with an action, and its
 * clocks, of a case that has closed.
 */
export function actionsAtClosing({
  record,
  locked,
}: Pick<Context<ChildCaseStanding>, 'record' | 'locked'>): Step[] {
  const { closed, closure } = record.standing;
  if (!closed) return [];
  return locked
    .filter((one) => one.kind === 'planAction' && one.parentId === record.id && one.state !== 'ended')
    .map(({ id, standing }: StoredRecord) => ({
      record: { kind: 'planAction', id },
      event: 'end-action',
      payload: ending(standing as PlanActionStanding, closed.reason, closure?.handedTo ?? null),
    }));
}
