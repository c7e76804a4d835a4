import { expect, it } from 'vitest';
import { mayBeginOn } from './decide.js';
import { aChildCase } from './testing/a-child-case.js';
import { anAction } from './testing/payloads.js';
import { whyNot } from './testing/why-not.js';

const stages = {
  'referred and not decided': () => aChildCase().referred(),
  'in assessment': () => aChildCase().assessing().withWorker(),
  suspended: () => aChildCase().assessing().withWorker().suspended(),
  closed: () => aChildCase().assessing().withWorker().closed(),
};

it.each(Object.entries(stages))(
  'an action of a plan is begun on a case that is %s where its command is then accepted, and nowhere else',
  (name, staged) => {
    const { record, world, id } = staged();
    const about = { profile: world.profile, actor: world.people.coordinator, at: world.at };
    const action = anAction(id, world.people.worker.userId);
    const why = whyNot(world.ask('plan-actions/add-action', action, world.people.coordinator));
    expect([mayBeginOn(record, 'add-action', about), why.length === 0]).toEqual(
      name === 'closed' ? [false, false] : [true, true],
    );
  },
);

it('what a case takes no part in is begun on a closed one too', () => {
  const { record, world } = aChildCase().assessing().withWorker().closed();
  const about = { profile: world.profile, actor: world.people.referrer, at: world.at };
  for (const verb of ['raise-challenge', 'commission-audit', 'record-notice'])
    expect(mayBeginOn(record, verb, about), verb).toBe(true);
});
