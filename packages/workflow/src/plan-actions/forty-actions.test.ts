import { describe, expect, it } from 'vitest';
import { ownersOfFullPlan } from '../child-cases/owners.js';
import { planGaps } from '../child-cases/record-plan.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { type ActionGap, planMissing } from './gaps.js';
import type { PlanActionStanding } from './standing.js';

const owners: PersonName[] = ['worker', 'nurse', 'advocate', 'interviewer', 'colleague', 'member'];
const days = (at: string, days: number) => new Date(Date.parse(at) + days * 86_400_000).toISOString();

/** Three siblings with forty actions between them, of six owners; two of these will be away, one with a stand-in. */
function siblings() {
  const world = aWorld();
  const cases = [1, 2, 3].map(() => aChildCase(world).graded('medium'));
  for (let index = 0; index < 40; index += 1) {
    const over = {
      what: `Made-up action ${index + 1}`,
      outcome: index % 10 === 3 ? '' : `Outcome ${index + 1}`,
      due: '2026-12-18',
      ...(index % 8 === 1 ? { due: undefined } : {}),
      ...(index % 13 === 5 ? { measure: '' } : {}),
      ...(index % 20 === 7 ? { contingency: '' } : {}),
    };
    cases[index % 3]?.withAction(over, owners[index % 6]);
  }
  const away = (who: PersonName, standIn?: PersonName) =>
    world.give(
      'users/record-absence',
      {
        from: days(world.at, 5),
        until: days(world.at, 20),
        reason: 'leave',
        ...(standIn ? { standInId: world.people[standIn].userId } : {}),
      },
      world.people[who],
      { record: world.people[who].userId },
    );
  away('nurse');
  away('colleague', 'worker');
  return { world, cases };
}

/** What is expected of the n-th action, worked out apart from the rule. */
function expectedGaps(index: number): ActionGap[] {
  const contingency = index % 20 === 7;
  return [
    ...(index % 8 === 1 ? (['due'] as const) : []),
    ...(index % 10 === 3 ? (['outcome'] as const) : []),
    ...(index % 13 === 5 ? (['measure'] as const) : []),
    ...(contingency ? (['contingency'] as const) : []),
    ...(owners[index % 6] === 'nurse' ? (['cover'] as const) : []),
  ];
}

const planOf = ({ world, record }: ChildCaseBuilder) =>
  planGaps({
    record,
    profile: world.profile,
    at: world.at,
    facts: { related: [...world.all('planAction'), ...world.all('user')], written: [] },
  });

describe('a plan of forty actions for three children with six owners and two absences', () => {
  const { world, cases } = siblings();
  const found = planOf(cases[0] as ChildCaseBuilder);

  it('lists all that is missing, completely, in one answer, with who can supply it', () => {
    const told = world.all('planAction').map(({ id }) => found.filter((one) => one.actionId === id));
    expect(told).toHaveLength(40);
    expect(told.map((gaps) => gaps.map(({ gap }) => gap))).toEqual(
      told.map((_, index) => expectedGaps(index)),
    );
    expect(found.filter(({ gap }) => gap === 'cover')).toHaveLength(7);
    for (const { who, words } of found) expect([who, words]).not.toContain('');
  });

  it('refuses a full agreement with every gap of its own plan at once, and agrees the same plan as interim', () => {
    for (const [which, one] of cases.entries()) {
      const own = found.filter(({ actionId }) => world.getRecord(actionId).parentId === one.id);
      const refused = one.whyNot('agree-plan', { kind: 'full' }, 'manager');
      expect(refused).toEqual(own.map(({ actionId, gap }) => `/actions/${actionId}/${gap} planGap`));
      expect(refused.length, `case ${which}`).toBeGreaterThan(2);
      one.give('agree-plan', { kind: 'interim' }, 'manager');
      expect(one.standing.plan).toMatchObject({ version: 1, kind: 'interim' });
    }
  });

  it('lacks nothing once each gap is filled: by its owner, the worker or a stand-in', () => {
    for (const { actionId, gap } of found) {
      const fills = {
        owner: {},
        due: { due: '2026-12-18' },
        outcome: { outcome: 'Made up' },
        measure: { measure: 'Made up' },
        contingency: { contingency: 'Made up' },
        cover: { coverId: world.people.advocate.userId },
      };
      const payload = { reason: 'To complete the plan', ...fills[gap] };
      world.give('plan-actions/change-action', payload, world.people.coordinator, { record: actionId });
    }
    expect(planOf(cases[0] as ChildCaseBuilder)).toEqual([]);
    for (const one of cases) one.give('agree-plan', { kind: 'full' }, 'manager');
  });
});

describe('what a plan lacks', () => {
  const missingOf = (one: ChildCaseBuilder, raised = false) =>
    planMissing({
      actions: one.world.all('planAction') as never,
      users: one.world.all('user'),
      raised,
      at: one.world.at,
      timeZone: 'Europe/London',
    }).map(({ gap }) => gap);

  it('is a contingency of its own for each safety action at raised risk, else one for each outcome', () => {
    const one = aChildCase()
      .graded('medium')
      .withAction({ outcome: 'Safe at night' })
      .withAction({ outcome: ' safe at NIGHT', contingency: '' });
    expect(missingOf(one)).toEqual([]);
    expect(missingOf(one, true)).toEqual(['contingency']);
  });

  it('is an owner where one has left, and cover where the one who covers will be away as well', () => {
    const one = aChildCase().graded('medium').withAction({ due: '2026-12-18' }, 'nurse');
    const { world } = one;
    const { nurse, advocate, admin } = world.people;
    const absence = { from: days(world.at, 2), until: days(world.at, 9), reason: 'leave' };
    for (const who of [nurse, advocate])
      world.give('users/record-absence', absence, who, { record: who.userId });
    const { id } = world.all('planAction')[0] as { id: string };
    const cover = { reason: 'x', coverId: advocate.userId };
    world.give('plan-actions/change-action', cover, world.people.manager, { record: id });
    expect(missingOf(one)).toEqual(['cover']);
    world.give('users/end-access', { reason: 'Left' }, admin, { record: nurse.userId });
    expect(missingOf(one)).toEqual(['owner']);
    expect((world.getRecord(id).standing as PlanActionStanding).coverName).toBe('Abe Advocate');
  });

  it.each([
    ['away for all of it but the first day', 3, 30, ['cover']],
    ['away in the middle of it', 10, 12, ['cover']],
    ['away from its last day on', 29, 40, ['cover']],
    ['away only once it is over', 30, 40, []],
    ['back before it begins', 1, 1.5, []],
    ['away only after the action is due', 26, 29, []],
  ] as const)('is cover where the one who covers is %s', (why, from, until, gaps) => {
    const due = why.includes('due') ? '2026-11-28' : '2026-12-18';
    const one = aChildCase().graded('medium').withAction({ due }, 'nurse');
    const { world } = one;
    const { nurse, advocate, manager } = world.people;
    const away = (first: number, last: number, who: typeof nurse) => {
      const absence = { from: days(world.at, first), until: days(world.at, last), reason: 'leave' };
      world.give('users/record-absence', absence, who, { record: who.userId });
    };
    const { id } = world.all('planAction')[0] as { id: string };
    const cover = { reason: 'x', coverId: advocate.userId };
    world.give('plan-actions/change-action', cover, manager, { record: id });
    away(2, 30, nurse);
    away(from, until, advocate);
    expect(missingOf(one)).toEqual(gaps);
  });
});

describe('a plan with as many owners as it takes', () => {
  it('says who alone may own a further action, before anybody is chosen', () => {
    const partners = Object.fromEntries(Array.from({ length: 39 }, (_, index) => [`owner-${index}`, 1]));
    const full = { partners, disruptionOwners: { police: 2 } };
    expect(ownersOfFullPlan({ partners, disruptionOwners: {} }, { disruption: true })).toBeNull();
    expect(ownersOfFullPlan(full, { disruption: true })).toHaveLength(40);
    expect(ownersOfFullPlan(full, { disruption: false })).not.toContain('police');
  });
});
