import { expect, it } from 'vitest';
import { classesRead } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import type { PersonName } from '../testing/people.js';

/** A challenge to a case on the agenda of a sitting for itself. */
function challenged() {
  const one = aChildCase().listed();
  const { world } = one;
  const words = { about: 'plan', words: 'The plan leaves the nights out (made up)', asked: 'Add the nights' };
  const { id } = world.give('challenges/raise-challenge', { caseId: one.id, ...words }, world.people.nurse);
  const sitting = aSitting(world).agendaOpen().give('add-subject', {
    subject: 'challenge',
    subjectId: id,
    title: 'A challenge to a plan',
    section: 'theme',
    asked: 'Who settles it?',
  });
  const item = () => {
    const [found] = sitting.items;
    if (!found) throw new Error('The challenge is not on the agenda');
    return found;
  };
  const reads = (who: PersonName) =>
    classesRead(world.readers.get(item().id) ?? [], world.people[who], world.at);
  const restrict = () => {
    const readers = [world.people.manager.userId, world.people.guardian.userId];
    const payload = { reason: 'Made up', readers };
    world.give('child-cases/restrict', payload, world.people.manager, { record: one.id });
  };
  return { one, world, sitting, item, reads, restrict };
}

it('an item about a challenge closes with the case that it challenges, and leaves an agenda on which it waits', () => {
  const { item, reads, restrict } = challenged();
  expect(reads('member')).toContain('sheet');
  restrict();
  for (const who of ['member', 'chair', 'coordinator', 'auditor'] as const) expect(reads(who)).toEqual([]);
  expect(reads('manager')).not.toEqual([]);
  expect(item().state).toBe('takenOff');
});

it('one that was decided stays decided, and is read by those named alone until the case opens again', () => {
  const { one, world, sitting, item, reads, restrict } = challenged();
  sitting.inSession();
  const give = (verb: string, payload: object) =>
    world.give(`agenda-items/${verb}`, payload, world.people.chair, { record: item().id });
  give('open-item', {});
  give('record-panel-decision', {
    decision: 'continue',
    reasons: 'Made up',
    actions: [],
    nextReview: '2029-06-01',
  });
  restrict();
  expect(item().state).toBe('decided');
  expect(reads('member')).toEqual([]);
  world.give('child-cases/lift-restriction', { reason: 'Made up' }, world.people.manager, { record: one.id });
  expect(reads('member')).toContain('sheet');
});
