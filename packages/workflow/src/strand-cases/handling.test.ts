import { describe, expect, it } from 'vitest';
import type { Reader, StoredRecord } from '../model.js';
import { classesRead } from '../readers.js';
import { aLocationCase, aPersonCase, type StrandCaseBuilder } from '../testing/a-strand-case.js';
import { aWorld, dueClock, type Partnership, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

const strands = [
  ['person', aPersonCase, 'persons', 'nominate', 'personId'],
  ['place', aLocationCase, 'locations', 'report', 'locationId'],
] as const;

const partners = ['coordinator', 'desk', 'auditor', 'governance', 'chair'] as const;

/** Who of these reads anything of a record. */
const readersOf = (world: Partnership, id: string, of: readonly PersonName[] = partners) =>
  of.filter((who) => classesRead(world.readers.get(id) ?? [], world.people[who], world.at).length > 0);

const withConditions = (readers: string[] = []) => ({
  ...{ handling: 'C', conditions: 'Made up', reason: 'A made-up operation' },
  readers,
});
const opened = { handling: 'P', reason: 'Over (made up)' };

function joined(world: Partnership, topic: string, one: StrandCaseBuilder, other: StrandCaseBuilder) {
  const [id, otherId] = [one.standing.aboutId, other.standing.aboutId];
  const give = (verb: string) =>
    world.ask(`${topic}/${verb}`, { otherId, reasons: 'Made up' }, world.people.supervisor, { record: id });
  return { id, otherId, give };
}

describe.each(strands)('handling a %s with conditions', (_what, build, topic, open, idField) => {
  it('closes every record that was joined with it and every case of it, and opens them together', () => {
    const world = aWorld();
    const one = build(world).active();
    const other = build(world).active().listed();
    const { id, otherId, give } = joined(world, topic, one, other);
    expect(whyNot(give('merge'))).toEqual([]);
    const all = [one.id, other.id, id, otherId];
    for (const record of all) expect(readersOf(world, record)).not.toEqual([]);
    one.give('set-handling', withConditions());
    for (const record of all) expect(readersOf(world, record)).toEqual([]);
    expect(other.standing.handling).toBe('C');
    expect(whyNot(give('unmerge'))).toEqual([]);
    for (const record of all) expect(readersOf(world, record)).toEqual([]);
    expect(whyNot(give('merge'))).toEqual([]);
    other.give('set-handling', opened, 'supervisor');
    for (const record of all) expect(readersOf(world, record)).not.toEqual([]);
    expect(one.standing.handling).toBe('P');
  });

  it('closes an earlier case that has ended, and a later one begins closed', () => {
    const world = aWorld();
    const one = build(world).active().removed();
    const known = { [idField]: one.standing.aboutId };
    const again = build(world, { ...known, person: undefined, location: undefined }, 'supervisor');
    again.give('set-handling', withConditions());
    expect(readersOf(world, one.id)).toEqual([]);
    again
      .screened()
      .give(again.strand.decline, { reason: 'not-enough-known', words: 'Made up' }, 'supervisor');
    const third = world.give(
      `${again.strand.topic}/${open}`,
      { ...known, bases: [{ code: 'graded-intelligence' }], why: 'Made up' },
      world.people.supervisor,
    );
    expect(readersOf(world, third.id)).toEqual([]);
    expect(world.getRecord(third.id).standing).toMatchObject({ handling: 'C', access: { closed: true } });
  });

  it('is not joined with one that others read, until both name the same', () => {
    const world = aWorld();
    const [one, other] = [build(world).active(), build(world).active()];
    const { give } = joined(world, topic, one, other);
    one.give('set-handling', withConditions([world.people.chair.userId]));
    expect(whyNot(give('merge'))).toEqual(['/otherId handling']);
    other.give('set-handling', withConditions(), 'supervisor');
    expect(whyNot(give('merge'))).toEqual(['/otherId handling']);
    other.give('set-handling', withConditions([world.people.chair.userId]), 'supervisor');
    expect(whyNot(give('merge'))).toEqual([]);
  });

  it('that was closed before its cases closed together is closed by the system as it is brought up to date', () => {
    const world = aWorld();
    const [one, other] = [build(world).active(), build(world).active()];
    const { otherId, give } = joined(world, topic, one, other);
    expect(whyNot(give('merge'))).toEqual([]);
    const before = [other.id, otherId].map((record) => [world.getRecord(record), world.readers.get(record)]);
    one.give('set-handling', withConditions());
    for (const [record, lines] of before as [StoredRecord, Reader[]][]) {
      world.records.set(record.id, record);
      world.readers.set(record.id, lines);
    }
    world.give(`${one.strand.topic}/close-alike`, {}, dueClock, { record: one.id });
    expect(other.standing).toMatchObject({ handling: 'C', access: { closed: true } });
    expect(world.getRecord(otherId).standing.access).toMatchObject({ closed: true });
  });
});
