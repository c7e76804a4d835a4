import { describe, expect, it } from 'vitest';
import type { Actor } from '../model.js';
import { aChildCase } from '../testing/a-child-case.js';
import { actionWords, isOpening } from './action-words.js';
import { localHour } from './local-hour.js';
import { daysBetween, periodOf } from './period.js';
import { whyRead } from './why-read.js';

function asked() {
  const one = aChildCase().withWorker();
  const { world } = one;
  const why = (actor: Actor, id = one.id) => {
    const record = world.getRecord(id);
    return whyRead({
      userId: actor.userId as string,
      user: actor,
      record,
      standing: record.standing,
      at: world.at,
    });
  };
  return { one, world, why };
}

describe('why somebody could read a record', () => {
  it('is the closest relation: allocated before team before role', () => {
    const { world, why } = asked();
    expect(why(world.people.worker)).toBe('Allocated worker');
    expect(why(world.people.manager)).toBe('Manager of the team that holds it');
    expect(why(world.people.senior)).toBe('By role: Senior manager');
    expect(why(world.people.stranger)).toBeNull();
  });

  it('is the emergency for whoever broke the glass, and nothing after the hour', () => {
    const { one, world, why } = asked();
    const { stranger } = world.people;
    const { reference } = one.standing;
    world.give(
      'break-glass/open-record',
      { reference, reason: 'Made up', caseId: one.id, childId: one.standing.childId },
      stranger,
    );
    expect(why(stranger)).toBe('Opened in an emergency, for an hour at most');
    world.at = new Date(Date.parse(world.at) + 3_600_000).toISOString();
    expect(why(stranger)).toBeNull();
  });

  it('is the name on a restricted record for those who are named on it', () => {
    const { one, world, why } = asked();
    const { manager, senior } = world.people;
    const named = [{ userId: manager.userId as string, classes: ['case' as const], until: null }];
    world.records.set(one.id, {
      ...one.record,
      standing: { ...one.record.standing, access: { closed: true, named } },
    });
    expect(why(manager)).toBe('Named on a restricted record');
    expect(why(senior)).toBeNull();
  });

  it('is kept from whoever is shut out by a personal connection', () => {
    const { one, world, why } = asked();
    const { senior } = world.people;
    world.records.set(one.id, {
      ...one.record,
      standing: { ...one.record.standing, access: { without: [senior.userId as string] } },
    });
    expect(why(senior)).toBeNull();
  });
});

describe('what was done', () => {
  it('is said in words, for reading and for commands', () => {
    expect(actionWords('child-cases/view')).toBe('Opened the case');
    expect(actionWords('child-cases/confirm-grade')).toBe('Gave the command “Confirm the grade”');
    expect(actionWords('something/quite-new')).toBe('Gave the command “Quite new”');
  });

  it('counts as chosen where one child’s record was opened', () => {
    expect(
      ['children/view', 'history/view', 'sittings/view', 'work-queue/list', 'child-cases/confirm-grade'].map(
        isOpening,
      ),
    ).toEqual([true, true, false, false, false]);
  });
});

describe('days of a report', () => {
  it('begin and end on the local clock, across both changes of it', () => {
    expect(periodOf('2026-03-29', '2026-03-29', 'Europe/London')).toEqual({
      from: '2026-03-29T00:00:00.000Z',
      to: '2026-03-29T23:00:00.000Z',
    });
    expect(periodOf('2026-10-25', '2026-10-25', 'Europe/London')).toEqual({
      from: '2026-10-24T23:00:00.000Z',
      to: '2026-10-26T00:00:00.000Z',
    });
    expect([daysBetween('2026-11-01', '2026-11-30'), daysBetween('2026-11-02', '2026-11-01')]).toEqual([
      29, -1,
    ]);
  });

  it('have their hours on the local clock', () => {
    expect(localHour('2026-11-04T06:30:00.000Z', 'Europe/London')).toBe(6);
    expect(localHour('2026-07-01T06:30:00.000Z', 'Europe/London')).toBe(7);
    expect(localHour('2026-07-01T23:10:00.000Z', 'Europe/London')).toBe(0);
  });
});
