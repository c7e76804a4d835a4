import { describe, expect, it } from 'vitest';
import { graceUntil } from '../grace.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aQuorum } from '../testing/payloads.js';
import { aWorld, type Partnership, type PersonName } from '../testing/people.js';
import type { World } from '../testing/world.js';

/** Until when a role reads a record, as days; null: without end. */
function daysOf(world: World, id: string, role: string): (string | null)[] {
  const lines = (world.readers.get(id) ?? []).filter((line) => line.principal === `role:${role}`);
  return [...new Set(lines.map(({ until }) => until?.slice(0, 10) ?? null))];
}
/** The same of one person, by name. */
function untilOf(world: World, id: string, userId: string): (string | null)[] {
  const lines = (world.readers.get(id) ?? []).filter(({ principal }) => principal === `user:${userId}`);
  return [...new Set(lines.map(({ until }) => until?.slice(0, 10) ?? null))];
}

/** Somebody whose part is to observe. */
function anObserver(world: Partnership, who: PersonName): string {
  const { userId } = world.people[who];
  const user = world.getRecord(userId);
  const standing = { ...user.standing, roles: ['observer'] };
  world.records.set(userId, { ...user, standing } as never);
  return userId;
}
const grace = (at: string) => graceUntil(at).slice(0, 10);

function heard() {
  const one = aChildCase().listed();
  const sitting = aSitting(one.world).withItem(one.id);
  const { world } = one;
  const item = () => sitting.itemOf(one.id).id;
  return { one, world, sitting, item };
}

describe('who reads a sitting, and for how long', () => {
  it('members and substitutes read it while it is to come, and its draft minutes until these are agreed', () => {
    const { world, sitting, one, item } = heard();
    for (const role of ['member', 'substitute']) expect(daysOf(world, sitting.id, role)).toEqual([null]);
    sitting.inSession().deciding(one.id).ended();
    world.pass(40);
    for (const role of ['member', 'substitute']) {
      expect(daysOf(world, sitting.id, role)).toEqual([null]);
      expect(daysOf(world, item(), role)).toEqual([null]);
    }
  });

  it('minutes that are agreed at once are read for 28 days from the end of the sitting, and its items from theirs', () => {
    const { world, sitting, one, item } = heard();
    sitting.inSession().deciding(one.id);
    const decided = world.at;
    world.pass(0, 2);
    sitting.ended();
    const ended = world.at;
    world.pass(3);
    sitting.give('agree-minutes', {}, 'chair');
    expect(daysOf(world, sitting.id, 'member')).toEqual([grace(ended)]);
    expect(daysOf(world, item(), 'member')).toEqual([grace(decided)]);
  });

  it('minutes that the next sitting agrees later than that are read until it has agreed them', () => {
    const { world, sitting, one, item } = heard();
    sitting.inSession().deciding(one.id).ended();
    world.pass(35);
    sitting.give('agree-minutes', {}, 'chair');
    expect(daysOf(world, sitting.id, 'member')).toEqual([world.at.slice(0, 10)]);
    expect(daysOf(world, item(), 'substitute')).toEqual([world.at.slice(0, 10)]);
  });

  it('an observer reads the sitting for 28 days from its end, agreed minutes or not', () => {
    const { world, sitting } = heard();
    const observer = anObserver(world, 'nurse');
    expect(daysOf(world, sitting.id, 'observer')).toEqual([null]);
    sitting
      .give('issue-papers', { recipients: [observer] })
      .inSession()
      .ended();
    expect(untilOf(world, sitting.id, observer)).toEqual([grace(world.at)]);
  });

  it('an observer who has no papers of a sitting and was not there reads nothing of it, nor who was', () => {
    const { world, sitting } = heard();
    const [given, there, elsewhere] = (['nurse', 'worker', 'referrer'] as const).map((one) =>
      anObserver(world, one),
    );
    const watching = {
      ...aQuorum().attendance[0],
      userId: there,
      as: 'observer',
      confidentialitySigned: true,
    };
    const attend = (attendance: string) =>
      sitting.give('record-attendance', { attendance: [{ ...watching, attendance }] });
    sitting.give('issue-papers', { recipients: [given] });
    expect(daysOf(world, sitting.id, 'observer')).toEqual([]);
    attend('apologies');
    expect([given, there, elsewhere].map((id) => untilOf(world, sitting.id, id))).toEqual([[null], [], []]);
    attend('present');
    expect([given, there, elsewhere].map((id) => untilOf(world, sitting.id, id))).toEqual([
      [null],
      [null],
      [],
    ]);
  });

  it('of a sitting whose papers were out before it was kept who observes, every observer reads on until it is said who is there', () => {
    const { world, sitting } = heard();
    const observer = anObserver(world, 'nurse');
    sitting.give('issue-papers', { recipients: [observer] });
    const { observers: _notYet, ...before } = sitting.record.standing;
    world.records.set(sitting.id, { ...sitting.record, standing: before } as never);
    world.readers.set(sitting.id, [{ principal: 'role:observer', class: 'safety', until: null }]);
    sitting.give('issue-papers', { recipients: [world.people.member.userId] });
    expect(daysOf(world, sitting.id, 'observer')).toEqual([null]);
    sitting.give('record-attendance', aQuorum());
    expect(daysOf(world, sitting.id, 'observer')).toEqual([]);
    expect(untilOf(world, sitting.id, observer)).toEqual([null]);
  });

  it('a cancelled sitting and what waited on it are read for 28 days', () => {
    const { world, sitting, item } = heard();
    sitting.give('cancel-sitting', { reason: 'Snow' });
    for (const id of [sitting.id, item()]) expect(daysOf(world, id, 'member')).toEqual([grace(world.at)]);
  });

  it('chairs, the coordinator and those who oversee read on', () => {
    const { world, sitting, item } = heard();
    sitting.give('cancel-sitting', { reason: 'Snow' });
    for (const role of ['chair', 'deputy-chair', 'coordinator', 'auditor', 'senior']) {
      expect(daysOf(world, sitting.id, role)).toEqual([null]);
      expect(daysOf(world, item(), role)).toEqual([null]);
    }
  });

  it('an item that was not reached is read until the minutes that say so are agreed', () => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    const sitting = aSitting(world).withItem(one.id).inSession().ended();
    expect(sitting.itemOf(one.id).state).toBe('returned');
    expect(daysOf(world, sitting.itemOf(one.id).id, 'member')).toEqual([null]);
    sitting.give('agree-minutes', {}, 'chair');
    expect(daysOf(world, sitting.itemOf(one.id).id, 'member')).toEqual([grace(world.at)]);
  });
});
