import { regionsOf } from '../child-cases/rules.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { Context } from '../model.js';
import type { Step } from '../topic.js';

/** A case that closes asks nobody any longer: its open requests end with it, and no agency is chased for an answer. */
export function closedRequests({ record, locked }: Context<ChildCaseStanding>): Step[] {
  if (regionsOf(record).work !== 'closed') return [];
  return locked
    .filter((one) => one.kind === 'informationRequest' && one.parentId === record.id && one.state === 'asked')
    .map(({ id }) => ({ record: { kind: 'informationRequest', id }, event: 'close-request', payload: {} }));
}
