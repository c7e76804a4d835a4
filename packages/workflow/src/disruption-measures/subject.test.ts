import { describe, expect, it } from 'vitest';
import { classesRead } from '../readers.js';
import { aMeasure } from '../testing/a-measure.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { aWorld, type PersonName } from '../testing/people.js';

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
    closed.give('set-handling', { handling: 'C', conditions: 'Made up', reason: 'Made up', readers: [world.people.analyst.userId] }, 'supervisor');
    const about = closed.standing.aboutId;
    const rows = (id: string) =>
      (world.written.get(id) ?? []).filter(({ kind }) => kind === 'measure-subject');
    expect(rows(licence({ personId: about }, world).id)).toEqual([]);
    expect(rows(licence({ handling: 'C', readers: [world.people.analyst.userId] }, world).id)).toEqual([]);
  });
});
