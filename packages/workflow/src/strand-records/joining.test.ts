import { describe, expect, it } from 'vitest';
import type { PersonStanding } from '../persons/standing.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { aWorld, type Partnership } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { termsOfRecord } from './standing.js';

const phone = (last: number) => ({ kind: 'phone', text: `07700 900${100 + last}` }) as const;
const phones = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => phone(first + index));
const born = { birthDate: '1990-05-06' };

/** A case of somebody of whom this is told; the id is that of the person. */
const about = (world: Partnership, told: object) => {
  const one = aPersonCase(world, { person: { ...born, ...told } });
  return { one, id: one.standing.aboutId };
};
const personOf = (world: Partnership, id: string) => world.getRecord(id).standing as PersonStanding;
const termsOf = (world: Partnership, id: string) =>
  termsOfRecord(personOf(world, id))
    .map(({ kind, term }) => `${kind} ${term}`)
    .sort();

function ask(world: Partnership, verb: string, id: string, payload: object): string[] {
  return whyNot(world.ask(`persons/${verb}`, payload, world.people.analyst, { record: id }));
}
const join = (world: Partnership, id: string, otherId: string, verb = 'merge', over: object = {}) =>
  ask(world, verb, id, { otherId, reasons: 'Made up', ...over });
const details = (world: Partnership, id: string, told: object) =>
  ask(world, 'record-details', id, { ...told, reason: 'Made up' });

describe('taking two records apart', () => {
  it('leaves the record the phone and the other name that were its own before', () => {
    const world = aWorld();
    const { id } = about(world, { name: 'Person Amber-04', aliases: ['Jay'], identifiers: [phone(1)] });
    const other = about(world, { name: 'jay', aliases: ['Ochre'], identifiers: [phone(1), phone(2)] });
    const before = { ...personOf(world, id), joined: undefined };
    const terms = termsOf(world, id);
    expect(join(world, id, other.id)).toEqual([]);
    expect(personOf(world, id).aliases).toEqual(['Jay', 'Ochre']);
    expect(personOf(world, id).identifiers).toHaveLength(2);
    expect(join(world, id, other.id, 'unmerge')).toEqual([]);
    expect({ ...personOf(world, id), joined: undefined }).toEqual(before);
    expect(termsOf(world, id)).toEqual(terms);
  });

  it('leaves what a third record that stays joined brought as well', () => {
    const world = aWorld();
    const { id } = about(world, { name: 'Person Amber-04' });
    const [second, third] = ['Person Ochre-01', 'Person Ochre-02'].map(
      (name) => about(world, { name, aliases: ['Jay'], identifiers: [phone(1)] }).id,
    ) as [string, string];
    for (const one of [second, third]) expect(join(world, id, one)).toEqual([]);
    expect(join(world, id, second, 'unmerge')).toEqual([]);
    expect(personOf(world, id)).toMatchObject({ aliases: ['Jay', 'Person Ochre-02'] });
    expect(personOf(world, id).identifiers).toHaveLength(1);
    expect(join(world, id, third, 'unmerge')).toEqual([]);
    expect(personOf(world, id)).toMatchObject({ aliases: [], identifiers: [] });
  });

  it('leaves what the record was told itself while the two were joined', () => {
    const world = aWorld();
    const { id } = about(world, { name: 'Person Amber-04' });
    const other = about(world, { name: 'Jay', identifiers: [phone(1), phone(2)] }).id;
    expect(join(world, id, other)).toEqual([]);
    expect(details(world, id, { aliases: ['Jay'], identifiers: [phone(2)] })).toEqual([]);
    expect(join(world, id, other, 'unmerge')).toEqual([]);
    const { aliases, identifiers } = personOf(world, id);
    expect([aliases, identifiers.map(({ value }) => value.slice(-3))]).toEqual([['Jay'], ['102']]);
  });
});

describe('a record that would be called by more than it holds', () => {
  it('is not joined with the other, so that nothing of either is pushed out', () => {
    const world = aWorld();
    const { id } = about(world, { name: 'Person Amber-04', identifiers: phones(0, 10) });
    const many = about(world, { name: 'Person Ochre-01', identifiers: phones(4, 13) }).id;
    expect(join(world, id, many)).toEqual(['/otherId tooMany']);
    const fits = about(world, { name: 'Person Ochre-02', identifiers: phones(4, 12) }).id;
    expect(join(world, id, fits)).toEqual([]);
    expect(personOf(world, id).identifiers).toHaveLength(16);
  });

  it('is not told a seventeenth identifier or an eleventh other name, and keeps the first', () => {
    const world = aWorld();
    const aliases = Array.from({ length: 10 }, (_, index) => `Made-up name ${index}`);
    const { id } = about(world, { name: 'Person Amber-04', aliases, identifiers: phones(0, 16) });
    const before = personOf(world, id);
    expect(details(world, id, { identifiers: [phone(20)] })).toEqual(['/identifiers tooMany']);
    expect(details(world, id, { aliases: ['An eleventh'] })).toEqual(['/aliases tooMany']);
    expect(details(world, id, { aliases: ['made-up NAME 3'], identifiers: [phone(3)] })).toEqual([]);
    expect(personOf(world, id)).toMatchObject({ aliases, identifiers: before.identifiers });
  });
});

describe('joining the record of a child with that of an adult', () => {
  const ages = { ageReasons: 'The estimate was a guess (made up)' };
  const young = { name: 'Person Amber-06', birthDate: '2011-05-06' };
  const guessed = { name: 'Person Ochre-01', birthDate: undefined, ageFrom: 19, ageTo: 25 };

  it.each([
    ['the child', guessed, young],
    ['the adult', young, guessed],
  ])(
    'asks how, and both cases are a child’s from then on where %s is the other one',
    (_who, first, second) => {
      const world = aWorld();
      const [kept, other] = [about(world, first), about(world, second)];
      expect(join(world, kept.id, other.id)).toEqual(['/ageReasons asked']);
      const asked = JSON.stringify(
        world.ask('persons/merge', { otherId: other.id, reasons: 'Made up' }, world.people.analyst, {
          record: kept.id,
        }),
      );
      expect(asked).toContain('born on Friday 6 May 2011');
      expect(asked).toContain('19 to 25 years, estimated on');
      expect(join(world, kept.id, other.id, 'merge', ages)).toEqual([]);
      for (const { one } of [kept, other]) expect(one.standing.adultOn).toBe('2029-05-06');
      expect(join(world, kept.id, other.id, 'unmerge')).toEqual([]);
      const adults = [first, second].map((told) => (told === young ? '2029-05-06' : '2025-11-03'));
      expect([kept, other].map(({ one }) => one.standing.adultOn)).toEqual(adults);
    },
  );

  it('of no known age keeps the child a child, unasked', () => {
    const world = aWorld();
    const nameless = about(world, { name: 'Person Ochre-02', birthDate: undefined });
    const child = about(world, young);
    expect(join(world, nameless.id, child.id)).toEqual([]);
    for (const { one } of [nameless, child]) expect(one.standing.adultOn).toBe('2029-05-06');
    expect(details(world, nameless.id, { ageFrom: 30 })).toEqual([]);
    expect(child.one.standing.adultOn).toBe('2029-05-06');
  });

  it('is set right for all of them by a birth date that is told afterwards', () => {
    const world = aWorld();
    const [kept, other] = [about(world, guessed), about(world, young)];
    expect(join(world, kept.id, other.id, 'merge', ages)).toEqual([]);
    expect(details(world, kept.id, { birthDate: '2001-05-06' })).toEqual([]);
    for (const { one } of [kept, other]) expect(one.standing.adultOn).toBe('2019-05-06');
  });

  it('has the adult’s case reviewed monthly, and a care manager asked for', () => {
    const world = aWorld();
    const [kept, other] = [about(world, guessed), about(world, young)];
    kept.one.active();
    expect(kept.one.due('child-necessity')).toBeUndefined();
    expect(join(world, kept.id, other.id, 'merge', ages)).toEqual([]);
    expect(kept.one.due('child-necessity')).toBe('2026-12-03T23:59:59.999Z');
    expect(kept.one.due('person-necessity')).toBeUndefined();
    expect(kept.one.due('care-manager-answer')).toBeDefined();
  });
});
