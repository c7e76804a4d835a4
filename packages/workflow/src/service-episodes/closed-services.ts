import { partnersOf } from '../child-cases/partner-steps.js';
import { regionsOf } from '../child-cases/rules.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { Context } from '../model.js';
import type { Step } from '../topic.js';

const goingOn: readonly unknown[] = ['referred', 'accepted', 'started'];

/**
 * A service does not stop because a case closes: it goes on, and can be carried forward to the child's next case. It
 * ends with the case of a child who has died.
 */
export function closedServices({ record, locked }: Context<ChildCaseStanding>): Step[] {
  if (regionsOf(record).work !== 'closed') return [];
  const choice = record.standing.closed?.reason === 'deceased' ? 'died' : 'goes-on';
  const payload = { partners: partnersOf(record.standing) };
  return locked
    .filter(
      (one) => one.kind === 'serviceEpisode' && one.parentId === record.id && goingOn.includes(one.state),
    )
    .map(({ id }) => ({ record: { kind: 'serviceEpisode', id }, event: 'close-case', payload, choice }));
}
