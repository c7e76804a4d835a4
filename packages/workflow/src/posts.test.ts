import { describe, expect, it } from 'vitest';
import type { Actor, Post } from './model.js';
import { permissionMissing } from './permission.js';
import { postsAt } from './posts.js';
import { classesRead } from './readers.js';
import { aChildCase, type ChildCaseBuilder } from './testing/a-child-case.js';
import { whyNot } from './testing/why-not.js';
import { topicNamed } from './topics.js';

const from = '2026-11-01T00:00:00.000Z';
const until = '2026-11-10T00:00:00.000Z';

/** The other team's manager, standing in for the manager of the north team from 1 to 9 November. */
function standIn(one: ChildCaseBuilder, who: 'otherManager' | 'worker' = 'otherManager'): Actor {
  const { manager } = one.world.people;
  const { agencyId, teamId, userId } = manager;
  const post: Post = { role: 'manager', agencyId, teamId, from, until, standsInFor: userId };
  return { ...one.world.people[who], posts: [post] };
}

const confirm = (one: ChildCaseBuilder, actor: Actor) =>
  one.world.ask(
    'child-cases/confirm-grade',
    { assessmentId: one.standing.assessmentId, grade: 'medium', noHarmReason: 'Made up' },
    actor,
    { record: one.id },
  );

describe('somebody who stands in for a manager', () => {
  it('confirms a grade in that part, and the change says for whom', () => {
    const one = aChildCase().assessed('medium');
    const { otherManager } = one.world.people;
    expect(whyNot(confirm(one, otherManager))).toEqual(['forbidden']);
    const { decision } = confirm(one, standIn(one));
    expect(decision).toMatchObject({ changes: { post: { standsInFor: one.world.people.manager.userId } } });
  });

  it('does so from the day on which it begins until the day on which it ends', () => {
    const one = aChildCase().assessed('medium');
    const actor = standIn(one);
    expect(postsAt(actor.posts, '2026-10-31T23:59:59.999Z')).toEqual([]);
    expect(postsAt(actor.posts, from)).toHaveLength(1);
    expect(postsAt(actor.posts, until)).toEqual([]);
    one.world.pass(8);
    expect(whyNot(confirm(one, actor))).toEqual(['forbidden']);
  });

  it('stays the same person: who assessed does not confirm, whoever he or she stands in for', () => {
    const one = aChildCase().assessed('medium');
    expect(whyNot(confirm(one, standIn(one, 'worker')))).not.toEqual([]);
    expect(
      permissionMissing(topicNamed('child-cases'), 'confirm-grade', standIn(one, 'worker'), one.record),
    ).toEqual([]);
  });

  it('gives a command in his or her own part where that suffices, and then no other is named', () => {
    const one = aChildCase().assessed('medium');
    const asked = one.world.ask('child-cases/raise-immediate-danger', { what: 'Made up' }, standIn(one), {
      record: one.id,
    });
    expect(asked.decision).toHaveProperty('changes');
    expect(asked.decision).not.toHaveProperty('changes.post');
  });

  it('reads what that part reads, and nothing that the other reads by name', () => {
    const one = aChildCase().withWorker();
    const { otherManager, manager } = one.world.people;
    const lines = one.world.readers.get(one.id) ?? [];
    expect(classesRead(lines, otherManager, one.world.at)).toEqual([]);
    expect(classesRead(lines, standIn(one), one.world.at)).toEqual(classesRead(lines, manager, one.world.at));
    const byName = [{ principal: `named:${manager.userId}`, class: 'case' as const, until: null }];
    expect(classesRead(byName, standIn(one), one.world.at)).toEqual([]);
  });
});
