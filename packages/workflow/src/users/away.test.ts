import { describe, expect, it } from 'vitest';
import type { Actor } from '../model.js';
import { classesRead } from '../readers.js';
import { principalsOf } from '../roles.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aClosure } from '../testing/payloads.js';
import { aWorld, type Partnership, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { UserStanding } from './standing.js';
import { type Cover, postsInForce } from './take-over.js';

const days = (world: Partnership, from: number, until: number) => ({
  from: new Date(Date.parse(world.at) + from * 86_400_000).toISOString(),
  until: new Date(Date.parse(world.at) + until * 86_400_000).toISOString(),
});

/** What a session would know of absences, delegations, rotas and those who have left. */
function coverIn(world: Partnership): Cover {
  const lines = [...world.queue.values()].flat();
  const people = world.all('user').map((one) => ({
    id: one.id,
    standing: one.standing as UserStanding,
    named: lines.some(({ principal }) => principal === `named:${one.id}`),
  }));
  return { people, places: [] };
}

/** Somebody with the posts that he or she fills now. */
function now(world: Partnership, who: PersonName): Actor {
  const own = world.people[who];
  return { ...own, posts: postsInForce(own, coverIn(world), world.at) };
}

function away(world: Partnership, who: PersonName, standIn?: PersonName, from = 0, until = 5): void {
  const payload = { ...days(world, from, until), reason: 'leave' };
  const standInId = standIn ? { standInId: world.people[standIn].userId } : {};
  world.give('users/record-absence', { ...payload, ...standInId }, world.people[who], {
    record: world.people[who].userId,
  });
}

const postsOf = (world: Partnership, who: PersonName) =>
  (now(world, who).posts ?? []).map(({ role, standsInFor }) => [role, standsInFor]);

describe('somebody who is away', () => {
  it('has his or her list, cases and parts in the hands of the stand-in, from the first hour to the last', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const { worker, stranger } = world.people;
    const lines = world.readers.get(one.id) ?? [];
    expect(classesRead(lines, now(world, 'stranger'), world.at)).toEqual([]);
    away(world, 'worker', 'stranger', 1, 5);
    expect(postsOf(world, 'stranger')).toEqual([]);
    world.pass(1);
    expect(postsOf(world, 'stranger')).toEqual([['worker', worker.userId]]);
    expect(principalsOf(now(world, 'stranger'))).toContain(`user:${worker.userId}`);
    expect(classesRead(lines, now(world, 'stranger'), world.at)).toEqual(
      classesRead(lines, worker, world.at),
    );
    const assess = { what: 'Made up' };
    expect(
      whyNot(
        world.ask('child-cases/raise-immediate-danger', assess, now(world, 'stranger'), { record: one.id }),
      ),
    ).toEqual([]);
    world.pass(4);
    expect(postsOf(world, 'stranger')).toEqual([]);
    expect(classesRead(lines, { ...stranger, posts: [] }, world.at)).toEqual([]);
  });

  it('falls to every manager of the team where nobody stands in, and to nobody else', () => {
    const world = aWorld();
    away(world, 'worker');
    const { worker } = world.people;
    for (const who of ['manager', 'deputy'] as const)
      expect(postsOf(world, who), who).toEqual([['worker', worker.userId]]);
    for (const who of ['otherManager', 'senior', 'colleague', 'admin', 'worker'] as const)
      expect(postsOf(world, who), who).toEqual([]);
  });

  it('falls to the manager where the stand-in is away too, and back where the stand-in returns', () => {
    const world = aWorld();
    const { worker, colleague } = world.people;
    away(world, 'worker', 'colleague');
    away(world, 'colleague', undefined, 0, 2);
    expect(postsOf(world, 'colleague')).toEqual([]);
    expect(postsOf(world, 'manager')).toEqual([
      ['worker', worker.userId],
      ['worker', colleague.userId],
    ]);
    world.pass(3);
    expect(postsOf(world, 'colleague')).toEqual([['worker', worker.userId]]);
    expect(postsOf(world, 'manager')).toEqual([]);
  });

  it('goes on to another manager of the agency with all of the team’s, where every manager of the team is away', () => {
    const world = aWorld();
    const { worker, manager, deputy } = world.people;
    away(world, 'worker');
    away(world, 'manager');
    away(world, 'deputy');
    expect(postsOf(world, 'otherManager').sort()).toEqual(
      [
        ['manager', deputy.userId],
        ['worker', worker.userId],
        ['manager', manager.userId],
      ].sort(),
    );
  });

  it('is told of by the person, the manager of the team or an administrator, and by nobody else', () => {
    const world = aWorld();
    const record = world.people.worker.userId;
    const ask = (who: PersonName) =>
      whyNot(
        world.ask('users/record-absence', { ...days(world, 0, 1), reason: 'leave' }, world.people[who], {
          record,
        }),
      );
    for (const who of ['worker', 'manager', 'admin'] as const) expect(ask(who), who).toEqual([]);
    for (const who of ['colleague', 'otherManager', 'senior', 'nurse'] as const)
      expect(ask(who), who).toEqual(['forbidden']);
  });

  it('is told of it, and so is information governance, where somebody else recorded it', () => {
    const world = aWorld();
    const { worker, colleague } = world.people;
    const payload = { ...days(world, 0, 5), reason: 'leave', standInId: colleague.userId };
    const record = worker.userId;
    const told = (by: PersonName) =>
      world
        .give('users/record-absence', payload, world.people[by], { record })
        .changes.outgoing.map(({ kind, principal }) => `${kind} ${principal}`);
    const work = `work-falls-to-you user:${colleague.userId}`;
    expect(told('worker')).toEqual([work]);
    expect(told('manager')).toEqual([
      work,
      `absence-recorded user:${worker.userId}`,
      'absence-recorded role:information-governance',
    ]);
  });

  const appointed = {
    'caldicott-guardian': 'guardian',
    'information-governance': 'governance',
    auditor: 'auditor',
    chair: 'chair',
    'deputy-chair': 'deputyChair',
    senior: 'senior',
    'intelligence-officer': 'colleague',
    'intelligence-supervisor': 'colleague',
  } as const;

  it.each(Object.entries(appointed))(
    'passes the part of %s to no stand-in, whoever recorded the absence; only a delegation gives it',
    (role, who) => {
      const world = aWorld();
      const { admin } = world.people;
      const record = world.people[who].userId;
      const agencyId = world.people[who].agencyId;
      world.give('users/change-role', { roles: [role, 'member'], reason: 'Made up' }, admin, { record });
      const standIn = world.give(
        'users/add-user',
        { name: 'Made Up', email: 'made.up@example.test', agencyId, roles: ['worker'] },
        admin,
      ).id;
      const payload = { ...days(world, 0, 5), reason: 'leave', standInId: standIn };
      for (const by of [who, 'admin'] as const)
        world.give('users/record-absence', payload, world.people[by], { record });
      const self = { userId: standIn, agencyId, teamId: null, roles: ['worker'] as const };
      const posts = postsInForce(self, coverIn(world), world.at);
      expect(new Set(posts.map((post) => post.role))).toEqual(new Set(['member']));
    },
  );

  it('is not stood in for by the manager who records it: what falls to her falls to her without a name', () => {
    const world = aWorld();
    const { manager, admin, worker } = world.people;
    const { agencyId } = manager;
    const ofHerTeam = { roles: ['caldicott-guardian'], agencyId, name: 'Made Up', email: 'm@example.test' };
    const id = world.give('users/add-user', { ...ofHerTeam, teamId: 'team-north' }, admin).id;
    const payload = { ...days(world, 0, 5), reason: 'leave', standInId: manager.userId };
    for (const record of [id, worker.userId])
      expect(whyNot(world.ask('users/record-absence', payload, manager, { record }))).toEqual([
        '/standInId toYourself',
      ]);
  });

  it.each([
    ['ends before it begins', { until: '2026-01-01T00:00:00.000Z' }, ['/until order']],
    ['lasts more than a year', { until: '2028-01-01T00:00:00.000Z' }, ['/until tooLong']],
    [
      'is over already',
      { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
      ['/until past'],
    ],
    ['names nobody', { standInId: 'nobody' }, ['/standInId noPerson']],
  ])('is refused where it %s', (_, over, why) => {
    const world = aWorld();
    const { worker } = world.people;
    const payload = { ...days(world, 0, 5), reason: 'leave', ...over };
    expect(whyNot(world.ask('users/record-absence', payload, worker, { record: worker.userId }))).toEqual(
      why,
    );
  });

  it.each([
    ['the person himself', 'worker', 'self'],
    ['an administrator', 'admin', 'separation'],
    ['somebody of another agency', 'nurse', 'otherAgency'],
    ['somebody who is away', 'colleague', 'away'],
  ] as const)('is not stood in for by %s', (_, who, code) => {
    const world = aWorld();
    away(world, 'colleague');
    const { worker } = world.people;
    const payload = { ...days(world, 0, 5), reason: 'leave', standInId: world.people[who].userId };
    expect(whyNot(world.ask('users/record-absence', payload, worker, { record: worker.userId }))).toEqual([
      `/standInId ${code}`,
    ]);
  });

  it('returns early, and has everything back at once', () => {
    const world = aWorld();
    away(world, 'worker', 'colleague');
    const { worker } = world.people;
    const { absences } = world.getRecord(worker.userId).standing as UserStanding;
    const payload = { absenceId: absences?.[0]?.id };
    world.give('users/end-absence', payload, worker, { record: worker.userId });
    expect(postsOf(world, 'colleague')).toEqual([]);
    expect(whyNot(world.ask('users/end-absence', payload, worker, { record: worker.userId }))).toEqual([
      'noAbsence',
    ]);
  });
});

describe('a part that is delegated', () => {
  const delegate = (
    world: Partnership,
    from: PersonName,
    to: PersonName,
    role: string,
    by: PersonName = from,
  ) =>
    world.ask(
      'users/delegate',
      { role, toId: world.people[to].userId, ...days(world, 0, 5), reason: 'Made up' },
      world.people[by],
      { record: world.people[from].userId },
    );

  it('is filled by the other from then on; whoever gave it goes on filling it', () => {
    const world = aWorld();
    expect(whyNot(delegate(world, 'manager', 'colleague', 'manager'))).toEqual([]);
    expect(postsOf(world, 'colleague')).toEqual([['manager', world.people.manager.userId]]);
    expect(principalsOf(now(world, 'colleague'))).toContain('team:team-north:manager');
    expect(principalsOf(now(world, 'colleague'))).not.toContain(`user:${world.people.manager.userId}`);
    const { delegations } = world.getRecord(world.people.manager.userId).standing as UserStanding;
    const ended = { delegationId: delegations?.[0]?.id, reason: 'Back' };
    world.give('users/end-delegation', ended, world.people.manager, { record: world.people.manager.userId });
    expect(postsOf(world, 'colleague')).toEqual([]);
  });

  it.each([
    ['that is not held', ['manager', 'colleague', 'senior'], '/role notHeld'],
    ['to an administrator', ['manager', 'admin', 'manager'], '/toId separation'],
    ['to another agency', ['manager', 'nurse', 'manager'], '/toId otherAgency'],
  ] as const)('%s is refused', (_, [from, to, role], why) => {
    expect(whyNot(delegate(aWorld(), from, to, role))).toEqual([why]);
  });

  it('of the chair may go to another agency, since a panel is of several', () => {
    expect(whyNot(delegate(aWorld(), 'chair', 'deputyChair', 'chair'))).toEqual([]);
  });

  it('of another is never taken for oneself', () => {
    const world = aWorld();
    expect(whyNot(delegate(world, 'worker', 'manager', 'worker', 'manager'))).toEqual(['/toId toYourself']);
    expect(whyNot(delegate(world, 'admin', 'worker', 'administrator', 'admin'))).toEqual([
      '/role notDelegable',
    ]);
  });

  it('of somebody who was appointed is given by him or her or by an administrator, never by a manager', () => {
    const world = aWorld();
    const { manager, colleague, admin } = world.people;
    const { agencyId } = manager;
    const account = { name: 'Made Up', email: 'made.up@example.test', agencyId, teamId: 'team-north' };
    for (const role of ['auditor', 'information-governance', 'caldicott-guardian', 'senior'] as const) {
      const email = `${role}@example.test`;
      const record = world.give('users/add-user', { ...account, email, roles: [role] }, admin).id;
      const payload = { role, toId: colleague.userId, ...days(world, 0, 5), reason: 'Made up' };
      const ask = (by: Actor) => whyNot(world.ask('users/delegate', payload, by, { record }));
      expect(ask(manager)).toEqual(['/role appointed']);
      expect(ask({ ...admin, userId: record, roles: [role] })).toEqual([]);
      expect(ask(admin)).toEqual([]);
    }
  });

  it('ends where the role is taken away from whoever gave it', () => {
    const world = aWorld();
    delegate(world, 'manager', 'colleague', 'manager');
    world.give('users/change-role', { roles: ['worker'], reason: 'A new post' }, world.people.admin, {
      record: world.people.manager.userId,
    });
    expect(postsOf(world, 'colleague')).toEqual([]);
  });
});

describe('what two people must do', () => {
  it('is not done by one who stands in: who proposed to close does not approve it as the manager', () => {
    const one = aChildCase().readyToClose();
    const { world } = one;
    away(world, 'manager', 'worker');
    away(world, 'deputy', 'worker');
    world.give('child-cases/propose-closure', aClosure(), world.people.worker, { record: one.id });
    const approve = (who: Actor) =>
      whyNot(world.ask('child-cases/approve-closure', { reasons: 'Agreed' }, who, { record: one.id }));
    expect(postsOf(world, 'worker').map(([role]) => role)).toEqual(['manager', 'manager']);
    expect(approve(now(world, 'worker'))).toEqual(['otherPerson']);
    expect(approve(now(world, 'senior'))).toEqual([]);
  });

  it('is not done by one who stands in: who assessed does not confirm the grade as the manager', () => {
    const one = aChildCase().assessed('medium');
    const { world } = one;
    away(world, 'manager', 'worker');
    const payload = { assessmentId: one.standing.assessmentId, grade: 'medium', noHarmReason: 'Made up' };
    const confirm = (who: Actor) =>
      whyNot(world.ask('child-cases/confirm-grade', payload, who, { record: one.id }));
    expect(confirm(now(world, 'worker'))).not.toEqual([]);
    expect(confirm(world.people.deputy)).toEqual([]);
  });

  it('nothing that raises protection waits for it: a rise proposed by a stand-in rules at once', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    away(world, 'worker', 'stranger');
    const danger = { what: 'Made up' };
    expect(
      whyNot(
        world.ask('child-cases/raise-immediate-danger', danger, now(world, 'stranger'), { record: one.id }),
      ),
    ).toEqual([]);
  });
});

describe('somebody who leaves with open work', () => {
  it('loses access at once, and everything is the manager’s the same moment', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const { worker, admin } = world.people;
    expect(world.queue.get(one.id)?.some(({ principal }) => principal === `user:${worker.userId}`)).toBe(
      true,
    );
    const { changes } = world.give('users/end-access', { reason: 'Left' }, admin, { record: worker.userId });
    expect(changes.outgoing).toMatchObject([
      { kind: 'work-falls-to-you', principal: 'team:team-north:manager' },
    ]);
    expect(world.getRecord(worker.userId).standing).toMatchObject({ roles: [], left: { roles: ['worker'] } });
    expect(principalsOf(now(world, 'manager'))).toContain(`user:${worker.userId}`);
    expect(postsOf(world, 'manager')).toEqual([['worker', worker.userId]]);
    world.pass(300);
    expect(postsOf(world, 'manager')).toEqual([['worker', worker.userId]]);
  });

  it('passes on what was held for others: a stand-in who leaves is the manager’s to replace', () => {
    const world = aWorld();
    away(world, 'worker', 'colleague');
    world.give('users/end-access', { reason: 'Left' }, world.people.admin, {
      record: world.people.colleague.userId,
    });
    expect(postsOf(world, 'manager').map(([, who]) => who)).toEqual([
      world.people.worker.userId,
      world.people.colleague.userId,
    ]);
  });

  it('passes no part that asks for its own appointment: a chair’s gavel is nobody’s until it is given', () => {
    const world = aWorld();
    world.give('users/end-access', { reason: 'Left' }, world.people.admin, {
      record: world.people.chair.userId,
    });
    for (const who of Object.keys(world.people) as PersonName[]) expect(postsOf(world, who), who).toEqual([]);
  });
});
