import { describe, expect, it } from 'vitest';
import { classesRead } from '../readers.js';
import { aMeasure } from '../testing/a-measure.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

const licence = (over: object = {}, world = aWorld()) =>
  aMeasure({ code: 'personal-licence-action', childIds: undefined, ...over }, world);

describe('on whom a measure is', () => {
  it('is told to whoever owns it and to licensing, who act on it, and to nobody besides by the measure', () => {
    const world = aWorld();
    const { id } = licence({ ownerId: world.people.licensing.userId }, world);
    const [row] = (world.written.get(id) ?? []).filter(({ kind }) => kind === 'measure-subject');
    expect(row?.body).toMatchObject({ name: expect.stringContaining('Person'), licence: null });
    const reads = (who: PersonName) =>
      classesRead(world.readers.get(id) ?? [], world.people[who], world.at).includes('identity');
    expect(reads('licensing')).toBe(true);
    expect([reads('coordinator'), reads('auditor'), reads('worker')]).toEqual([false, false, false]);
  });

  it('is told to nobody where the person’s record, or the measure, is closed', () => {
    const world = aWorld();
    const closed = aPersonCase(world).active();
    closed.give(
      'set-handling',
      { handling: 'C', conditions: 'Made up', reason: 'Made up', readers: [world.people.analyst.userId] },
      'supervisor',
    );
    const about = closed.standing.aboutId;
    const rows = (id: string) =>
      (world.written.get(id) ?? []).filter(({ kind }) => kind === 'measure-subject');
    expect(rows(licence({ personId: about }, world).id)).toEqual([]);
    expect(rows(licence({ handling: 'C', readers: [world.people.analyst.userId] }, world).id)).toEqual([]);
  });
});

describe('an order under a law that has ended', () => {
  it('is recorded with the day on which it was considered, and not as one of today', () => {
    const world = aWorld();
    const personId = aPersonCase(world).standing.aboutId;
    const sopo = {
      ...{ code: 'sexual-offences-prevention-order', personId, why: 'Made by a court (made up)' },
      nextOn: world.at.slice(0, 10),
    };
    const ask = (happened?: string) =>
      whyNot(
        world.ask('disruption-measures/consider-measure', sopo, world.people.analyst, {
          ...(happened ? { happened } : {}),
        }),
      );
    expect(ask()).toEqual(['/code notLaw']);
    expect(ask('2014-05-01T09:00:00.000Z')).toEqual([]);
  });
});
