import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import type { ProtectionStanding } from '../protections/standing.js';
import { readersOf } from '../readers.js';
import { aMeasure } from '../testing/a-measure.js';
import { aLocationCase, aPersonCase } from '../testing/a-strand-case.js';
import { anIncident } from '../testing/incident-payloads.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';

/** An order in force on a person of concern whose case is active. */
function ordered() {
  const world = aWorld();
  const one = aPersonCase(world).active();
  const personId = one.standing.aboutId;
  const measure = aMeasure({ code: 'sexual-risk-order', personId }, world);
  measure.give('grant-measure', { lastDay: '2028-11-02' });
  const record = () => world.getRecord(measure.id);
  const reads = () =>
    readersOf(topicOf('disruptionMeasure'), record(), world.at).map(({ principal }) => principal);
  const row = (kind: string) => world.written.get(measure.id)?.find((one) => one.kind === kind)?.id;
  return { ...measure, one, personId, record, reads, row };
}

describe('a measure follows the person it is on', () => {
  it('to the record that another is joined with, and back, and is counted there', () => {
    const { world, one, personId, record, standing } = ordered();
    const other = aPersonCase(world).active();
    const join = (verb: string) =>
      world.give(`persons/${verb}`, { otherId: personId, reasons: 'Made up' }, world.people.analyst, {
        record: other.standing.aboutId,
      });
    expect([one, other].map(({ standing }) => standing.counts.orders.inForce)).toEqual([1, 0]);
    join('merge');
    expect([record().parentId, standing().personId]).toEqual([
      other.standing.aboutId,
      other.standing.aboutId,
    ]);
    expect([one, other].map(({ standing }) => standing.counts.orders.inForce)).toEqual([1, 1]);
    join('unmerge');
    expect([record().parentId, standing().personId]).toEqual([personId, personId]);
    expect([one, other].map(({ standing }) => standing.counts.orders.inForce)).toEqual([1, 0]);
  });

  it('into handling with conditions that is set later, and out of it', () => {
    const { world, one, reads } = ordered();
    const readers = [world.people.chair.userId];
    expect(reads()).toContain('role:coordinator');
    one.give('set-handling', { handling: 'C', conditions: 'Made up', readers, reason: 'Made up' });
    expect(reads()).not.toContain('role:coordinator');
    expect(reads()).toContain('role:intelligence-supervisor');
    one.give('set-handling', { handling: 'P', reason: 'Over' }, 'supervisor');
    expect(reads()).toContain('role:coordinator');
  });

  it('and stays closed by its own handling when the person’s ends', () => {
    const world = aWorld();
    const one = aPersonCase(world).active();
    const personId = one.standing.aboutId;
    const readers = [world.people.chair.userId];
    const { id } = aMeasure({ code: 'sexual-risk-order', personId, handling: 'C', readers }, world);
    one.give('set-handling', { handling: 'C', conditions: 'Made up', readers, reason: 'Made up' });
    one.give('set-handling', { handling: 'P', reason: 'Over' }, 'supervisor');
    expect(world.getRecord(id).standing.access).toMatchObject({ closed: true });
  });
});

const withConditions = (world: ReturnType<typeof aWorld>) => ({
  ...{ handling: 'C', conditions: 'Made up', reason: 'Made up', readers: [world.people.chair.userId] },
});
const opened = { handling: 'P', reason: 'Over (made up)' };

it('a measure and an incident from before are counted for a case that is accepted later', () => {
  const { world, one, personId } = ordered();
  const { desk } = world.people;
  const incidentId = world.give('incidents/record-incident', anIncident(), desk).id;
  world.give('incident-parts/link-part', { incidentId, personId, offender: 1 }, desk);
  one.removed();
  const later = aPersonCase(world, { personId, person: undefined }).active();
  expect(later.standing.counts).toMatchObject({ orders: { inForce: 1 }, incidents: ['2026-09-01'] });
});

describe('a measure with conditions', () => {
  it('counts for no case that is open, in force or breached; once the case is closed it counts there', () => {
    const world = aWorld();
    const one = aPersonCase(world).active();
    const personId = one.standing.aboutId;
    const { handling, readers } = withConditions(world);
    const measure = aMeasure({ code: 'sexual-risk-order', personId, handling, readers }, world);
    const version = () => world.getRecord(one.id).version;
    const before = version();
    measure.give('grant-measure');
    measure.give('record-breach');
    expect(one.standing.counts.orders).toEqual({ inForce: 0, breached: 0 });
    expect(version()).toBe(before);
    one.give('set-handling', withConditions(world));
    expect(one.standing.counts.orders).toEqual({ inForce: 1, breached: 1 });
    one.give('set-handling', opened, 'supervisor');
    expect(one.standing.counts.orders).toEqual({ inForce: 0, breached: 0 });
  });
});

describe('a measure on a person at a place', () => {
  /** An order in force on somebody at a place, both of them on the books. */
  function atPlace() {
    const world = aWorld();
    const person = aPersonCase(world).active();
    const place = aLocationCase(world).active();
    const ends = { personId: person.standing.aboutId, locationId: place.standing.aboutId };
    const measure = aMeasure({ code: 'sexual-risk-order', ...ends }, world);
    measure.give('grant-measure');
    const counts = () => [person, place].map(({ standing }) => standing.counts.orders);
    return { world, person, place, measure, counts };
  }

  it('counts for both, and so does its breach and its end', () => {
    const { measure, counts } = atPlace();
    measure.give('record-breach');
    const both = { inForce: 1, breached: 1 };
    expect(counts()).toEqual([both, both]);
    measure.give('discharge-measure');
    expect(counts().map(({ inForce }) => inForce)).toEqual([0, 0]);
  });

  it.each(['person', 'place'] as const)(
    'counts at the other end no more once the %s is closed, and again',
    (end) => {
      const { world, counts, [end]: closed } = atPlace();
      closed.give('set-handling', withConditions(world));
      const own = end === 'person' ? [1, 0] : [0, 1];
      expect(counts().map(({ inForce }) => inForce)).toEqual(own);
      closed.give('set-handling', opened, 'supervisor');
      expect(counts().map(({ inForce }) => inForce)).toEqual([1, 1]);
    },
  );

  it('counts at the place with which that one is joined, until they are taken apart', () => {
    const { world, place, counts } = atPlace();
    const otherId = place.standing.aboutId;
    const other = aLocationCase(world).active();
    const join = (verb: string) =>
      world.give(`locations/${verb}`, { otherId, reasons: 'Made up' }, world.people.analyst, {
        record: other.standing.aboutId,
      });
    join('merge');
    expect([...counts(), other.standing.counts.orders].map(({ inForce }) => inForce)).toEqual([1, 1, 1]);
    join('unmerge');
    expect([...counts(), other.standing.counts.orders].map(({ inForce }) => inForce)).toEqual([1, 1, 0]);
  });
});

describe('an entry of a measure', () => {
  it('stays, marked wrong, with what is right in its place; the last day and its warning are reckoned anew', () => {
    const { world, id, give, row, standing, clocks } = ordered();
    const rowId = row('measure-granted') as string;
    const right = { rowId, reason: 'Misread', words: 'Keeps away', lastDay: '2028-01-31' };
    expect(whyNot({ decision: give('correct-entry', right) })).toEqual([]);
    const rows = world.written.get(id)?.filter(({ kind }) => kind === 'measure-granted') ?? [];
    expect(rows.map(({ replaces }) => replaces).sort()).toEqual([rowId, null].sort());
    expect(standing().expiresOn).toBe('2028-01-31');
    expect(clocks()).toEqual({ 'measure-expiry': '2028-01-31', 'order-expiry-warning': '2028-01-03' });
    expect(whyNot({ decision: give('correct-entry', right) })).toEqual(['/rowId corrected']);
  });

  it('is a breach that never was: it is counted no more', () => {
    const { one, give, row, standing } = ordered();
    give('record-breach');
    expect(one.standing.counts.orders.breached).toBe(1);
    const taken = {
      rowId: row('measure-breach'),
      reason: 'Another person',
      words: undefined,
      lastDay: undefined,
    };
    expect(whyNot({ decision: give('correct-entry', taken) })).toEqual([]);
    expect(standing().breaches).toEqual([]);
    expect(one.standing.counts.orders.breached).toBe(0);
  });

  it('asks for what is right, and moves no last day but the one that rules', () => {
    const { give, row } = ordered();
    const why = (over: object) =>
      whyNot({
        decision: give('correct-entry', {
          ...{ rowId: row('measure-considered'), reason: 'A slip', words: undefined, lastDay: undefined },
          ...over,
        }),
      });
    expect(why({})).toEqual(['/words asked']);
    expect(why({ lastDay: '2027-01-31' })).toEqual(['/lastDay notDating']);
    expect(why({ rowId: row('measure-granted'), lastDay: '2020-01-31' })).toEqual(['/lastDay order']);
  });
});

describe('a measure that was recorded in error', () => {
  it('stays to be read, counts for nobody, and those who protect the child are told', () => {
    const { world, one, give, standing, record } = (() => {
      const world = aWorld();
      const one = aPersonCase(world).active();
      const made = aMeasure({ personId: one.standing.aboutId }, world);
      made.give('serve-measure');
      return { ...made, one, record: () => world.getRecord(made.id) };
    })();
    expect(one.standing.counts.orders.inForce).toBe(1);
    expect(whyNot({ decision: give('withdraw-measure') })).toEqual([]);
    expect(record().state).toBe('withdrawn');
    expect(standing()).toMatchObject({ ended: { how: 'recorded-in-error' }, clocks: [] });
    expect(one.standing.counts.orders.inForce).toBe(0);
    const protection = world.all('protection')[0] as StoredRecord<ProtectionStanding>;
    expect(protection.standing.ended?.how).toBe('recorded-in-error');
  });
});
