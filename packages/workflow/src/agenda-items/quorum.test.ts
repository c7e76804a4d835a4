import { expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aDecision, aSitting } from '../testing/a-sitting.js';
import { aWorld, type PersonName } from '../testing/people.js';

/** What the minutes say of a decision without a quorum that somebody recorded, with a reason of his or her own or without. */
function minuted(who: PersonName, inquorateReason?: string): string {
  const world = aWorld();
  const one = aChildCase(world).assessing().listed();
  const sitting = aSitting(world).withItem(one.id).inSessionInquorate().hearing(one.id);
  const said = aDecision(inquorateReason ? { inquorateReason } : {});
  const record = sitting.itemOf(one.id).id;
  world.give('agenda-items/record-panel-decision', said, world.people[who], { record });
  return JSON.stringify(world.written.get(sitting.ended().id)?.find(({ kind }) => kind === 'minutes'));
}

it('minutes say whose reason it is that something was decided without a quorum: only the chair’s is called so', () => {
  expect(minuted('coordinator', 'Police left early')).toContain(
    'The reason, as Cora Coordinator recorded it: Police left early.',
  );
  expect(minuted('chair', 'Police left early')).toContain(
    'The chair’s reason (Chris Chair): Police left early.',
  );
  expect(minuted('coordinator')).toContain(
    'The chair’s reason, given at the start (Chris Chair): The roads were closed.',
  );
});
