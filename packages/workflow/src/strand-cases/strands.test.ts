import { describe, expect, it } from 'vitest';
import type { PersonStanding } from '../persons/standing.js';
import { persons } from '../persons/topic.js';
import { classesRead } from '../readers.js';
import {
  aLocationCase,
  aPersonCase,
  aYoungPerson,
  type StrandCaseBuilder,
} from '../testing/a-strand-case.js';
import { aWorld, dueClock, type PersonName } from '../testing/people.js';
import { anAcceptedCase } from '../testing/strand-payloads.js';
import { whyNot } from '../testing/why-not.js';
import { readersOfStrand } from './access.js';

/** What somebody reads of a case, and of the record of whom or what it is about. */
function reads(one: StrandCaseBuilder, who: PersonName): string {
  const { world, id, standing } = one;
  return [id, standing.aboutId]
    .map((record) => classesRead(world.readers.get(record) ?? [], world.people[who], world.at).join(' '))
    .join(' | ');
}

describe('a nomination', () => {
  it('is seen by police and, as receipt and outcome, by the nominator alone until it is accepted', () => {
    const one = aPersonCase();
    expect(reads(one, 'analyst')).toBe('case disruption receipt sheet | case disruption sheet');
    expect(reads(one, 'desk')).toBe('case receipt sheet | case sheet');
    expect(reads(one, 'referrer')).toBe('receipt | ');
    for (const who of ['chair', 'coordinator', 'auditor', 'licensing', 'governance', 'worker'] as const)
      expect(reads(one, who), who).toBe(' | ');
    one.active();
    for (const who of ['chair', 'coordinator', 'auditor'] as const)
      expect(reads(one, who), who).toBe('case sheet | case sheet');
    expect(reads(one, 'worker')).toBe(' | ');
    expect(reads(one, 'licensing')).toBe(' | ');
  });

  it('is read by licensing where the person holds a licence, and not for a position of trust', () => {
    const about = (told: object) =>
      aPersonCase(aWorld(), {
        person: { name: 'Person Birch-02', birthDate: '1990-05-06', ...told },
      }).active();
    expect(reads(about({ positionOfTrust: 'yes' }), 'licensing')).toBe(' | ');
    const driver = about({ licence: 'taxi driver (made up)' });
    expect(reads(driver, 'licensing')).toBe('case sheet | case sheet');
  });

  it('that was told of a position of trust as of a licence is closed to licensing when readers are worked out anew', () => {
    const mark = (one: StrandCaseBuilder) => {
      const { licensed: _kept, ...standing } = one.standing;
      const record = { ...one.record, standing: { ...standing, withLicence: true } };
      return readersOfStrand(record, one.world.at).map(({ principal }) => principal);
    };
    expect(mark(aPersonCase().active())).not.toContain('role:licensing-officer');
    expect(mark(aLocationCase().active())).toContain('role:licensing-officer');
    const trusted = aPersonCase().active();
    const person = trusted.world.getRecord<PersonStanding>(trusted.standing.aboutId);
    const cases = person.standing.cases.map(({ id, seen }) => ({ id, seen: { ...seen, licensed: true } }));
    const said = { ...person, standing: { ...person.standing, cases } };
    expect(persons.readers(said, trusted.world.at).map(({ principal }) => principal)).not.toContain(
      'role:licensing-officer',
    );
  });

  it('is screened in five working days, and its nominator is told what came of it', () => {
    const one = aPersonCase();
    expect(one.due('nomination-screening')).toBe('2026-11-10T23:59:59.999Z');
    one.declined();
    expect(one.state).toBe('declined/notListed');
    expect(one.world.outgoing.map(({ kind, principal }) => [kind, principal])).toContainEqual([
      'nomination-declined',
      `user:${one.world.people.referrer.userId}`,
    ]);
    expect(one.due('nomination-screening')).toBeUndefined();
  });

  it('rests on a basis, and asks how old the person is before it is accepted', () => {
    const world = aWorld();
    const nameless = { person: { description: 'A man in a grey coat' } };
    const one = aPersonCase(world, nameless).screened();
    expect(one.standing.name).toBe('Person not yet identified');
    expect(one.whyNot('accept-nomination', anAcceptedCase())).toEqual(['age']);
    world.give('persons/record-details', { ageFrom: 30, ageTo: 40, reason: 'Seen' }, world.people.analyst, {
      record: one.standing.aboutId,
    });
    expect(one.whyNot('accept-nomination', anAcceptedCase())).toEqual([]);
  });

  it('of somebody with an open case is refused to police, who see it', () => {
    const one = aPersonCase().active();
    const payload = { personId: one.standing.aboutId, bases: [{ code: 'vehicle' }], why: 'Made up' };
    const ask = (who: PersonName) =>
      whyNot(one.world.ask('person-cases/nominate', payload, one.world.people[who]));
    expect(ask('analyst')).toEqual(['/personId openCase']);
  });
});

describe('the review of necessity', () => {
  it('is due three months after acceptance, and begins anew with each review', () => {
    const one = aPersonCase().active();
    expect(one.due('person-necessity')).toBe('2027-02-03T23:59:59.999Z');
    one.world.pass(30);
    one.give('review-necessity', { outcome: 'still-necessary', words: 'Made up' });
    expect(one.due('person-necessity')).toBe('2027-03-03T23:59:59.999Z');
  });

  it('that finds it necessary no longer proposes the removal, which a second person decides', () => {
    const one = aPersonCase()
      .active()
      .give('review-necessity', { outcome: 'no-longer-necessary', words: 'Made up' });
    expect(one.state).toBe('closing/notListed');
    expect(one.whyNot('approve-removal', { words: 'Made up' })).toEqual(['secondPerson']);
    expect(one.whyNot('approve-removal', { words: 'Made up' }, 'supervisor')).toEqual([]);
    expect(one.state).toBe('closed/notListed');
  });
});

describe('a basis', () => {
  it('says what is said of the person: charged, convicted, and suspected again when it is withdrawn', () => {
    const one = aPersonCase().active();
    expect(one.standing.status).toBe('suspected');
    one.give('add-basis', { code: 'charge', words: 'Made up' });
    expect(one.standing.status).toBe('charged');
    const basisId = one.standing.bases.at(-1)?.id;
    one.give('withdraw-basis', { basisId, reason: 'Discontinued (made up)' });
    expect(one.standing.status).toBe('suspected');
    expect(one.whyNot('withdraw-basis', { basisId: one.standing.bases[0]?.id, reason: 'x' })).toEqual([
      '/basisId lastBasis',
    ]);
  });

  it('of a place is one of places', () => {
    const one = aLocationCase().active();
    expect(one.whyNot('add-basis', { code: 'conviction', words: 'Made up' })).toEqual(['/code basis']);
  });
});

describe('custody', () => {
  it('suspends, counts back from the release, and the day itself resumes', () => {
    const one = aPersonCase().active().suspended({ releaseOn: '2027-06-14' });
    expect(one.state).toBe('suspended/notListed');
    expect(one.due('release-three-months')).toBe('2027-03-12T23:59:59.999Z');
    expect(one.due('release-28-days')).toBe('2027-05-17T22:59:59.999Z');
    const clock = one.standing.clocks.find(({ rule }) => rule === 'release-day');
    one.world.pass(300);
    const asked = one.world.ask(
      'person-cases/resume',
      {},
      { ...dueClock, clock: clock as never },
      {
        record: one.id,
        happened: clock?.due as string,
      },
    );
    expect(whyNot(asked)).toEqual([]);
    expect(one.state).toBe('active/notListed');
    expect(one.due('release-28-days')).toBeUndefined();
  });

  it('runs no clock that lies behind: a release in six weeks is prepared once', () => {
    const one = aPersonCase().active().suspended({ releaseOn: '2026-12-15' });
    expect(one.due('release-three-months')).toBeUndefined();
    expect(one.due('release-28-days')).toBeDefined();
  });

  it('asks for the MAPPA level, and for the release or a day on which somebody looks again', () => {
    const one = aPersonCase().active();
    expect(one.whyNot('suspend', { reason: 'custody', words: 'x' })).toEqual([
      '/releaseOn asked',
      '/mappa asked',
    ]);
  });
});

describe('an ending', () => {
  it.each([
    ['moved', { told: 'The other made-up force, today' }, 'case sheet'],
    ['deceased', {}, 'case sheet'],
    ['mistaken', {}, ''],
    ['unfounded', {}, ''],
  ] as const)('as %s leaves the chair with “%s” “%s”', (reason, over, chair) => {
    const one = aPersonCase()
      .active()
      .removed({ reason, ...over });
    expect(one.standing).toMatchObject({ status: 'no-longer-of-concern', closed: { reason } });
    expect(reads(one, 'chair')).toBe(`${chair} | ${chair}`);
    expect(one.due('copies-recall') !== undefined).toBe(chair === '');
  });

  it('as moved is told to the other force first', () => {
    const one = aPersonCase().active();
    expect(one.whyNot('propose-removal', { reason: 'moved', words: 'x' })).toEqual(['/told asked']);
  });

  it('can be taken up again, unless the person has died', () => {
    const one = aPersonCase().active().removed();
    one.give('relist', { reason: 'Made up' });
    expect(one.state).toBe('screening/notListed');
    expect(reads(one, 'chair')).toBe(' | ');
    const dead = aPersonCase().active().removed({ reason: 'deceased' });
    expect(dead.whyNot('relist', { reason: 'Made up' })).toEqual(['ended']);
  });
});

describe('a person who is a child', () => {
  it('is accepted once a social care manager agrees, and reviewed monthly', () => {
    const world = aWorld();
    const one = aPersonCase(world, aYoungPerson).screened();
    expect(one.whyNot('accept-nomination', anAcceptedCase())).toEqual(['careManager']);
    const { manager, nurse } = world.people;
    const ask = (managerId: string) => one.whyNot('ask-care-manager', { managerId, words: 'x' });
    expect(ask(nurse.userId)).toEqual(['/managerId noManager']);
    expect(ask(manager.userId)).toEqual([]);
    expect(reads(one, 'manager')).toBe('case restricted sheet | case restricted sheet');
    one.give('answer-for-child', { answer: 'agree', words: 'Made up' }, 'manager');
    one.give('accept-nomination', anAcceptedCase());
    expect(one.due('child-necessity')).toBe('2026-12-03T23:59:59.999Z');
    expect(one.due('person-necessity')).toBeUndefined();
  });

  it('is linked to the child on the books in a row that few read, and nothing of the child tells of it', () => {
    const world = aWorld();
    const childId = world.give(
      'children/record-child',
      { firstName: 'Alex', from: 'return' },
      world.people.coordinator,
    ).id;
    const before = JSON.stringify([world.getRecord(childId), world.readers.get(childId)]);
    const one = aPersonCase(world, aYoungPerson);
    const person = one.standing.aboutId;
    world.give('persons/record-child-role', { childId, reason: 'The same' }, world.people.manager, {
      record: person,
    });
    const row = world.written.get(person)?.find(({ kind }) => kind === 'child-role');
    expect(row?.class).toBe('restricted');
    expect(JSON.stringify(world.getRecord(person))).not.toContain(childId);
    expect(JSON.stringify([world.getRecord(childId), world.readers.get(childId)])).toBe(before);
    expect(reads(one, 'analyst')).not.toContain('restricted');
  });
});

describe('handling C', () => {
  it('closes the existence of the case and of the person to all but those named and the supervisor', () => {
    const one = aPersonCase().active();
    const { chair } = one.world.people;
    one.give('set-handling', {
      handling: 'C',
      conditions: 'Made-up conditions',
      reason: 'A made-up operation',
      readers: [chair.userId],
    });
    for (const who of ['coordinator', 'desk', 'auditor', 'referrer', 'governance'] as const)
      expect(reads(one, who), who).toBe(' | ');
    expect(reads(one, 'chair')).toContain('case');
    expect(reads(one, 'supervisor')).toContain('case');
    one.give('set-handling', { handling: 'P', reason: 'Over' }, 'supervisor');
    expect(reads(one, 'coordinator')).toBe('case sheet | case sheet');
  });
});

describe('joining two records', () => {
  it('keeps the names and cases of both, and can be undone', () => {
    const world = aWorld();
    const one = aPersonCase(world);
    const other = aPersonCase(world, {
      person: {
        name: 'Person Ochre-09',
        birthDate: '1990-05-06',
        identifiers: [{ kind: 'phone', text: '07700 900456' }],
      },
    });
    const [kept, gone] = [one.standing.aboutId, other.standing.aboutId];
    const give = (verb: string) =>
      world.give(`persons/${verb}`, { otherId: gone, reasons: 'Made up' }, world.people.analyst, {
        record: kept,
      });
    const before = world.getRecord(kept).standing as PersonStanding;
    give('merge');
    const merged = world.getRecord(kept).standing as PersonStanding;
    expect(merged.aliases).toEqual(['Person Ochre-09']);
    expect(merged.identifiers).toHaveLength(1);
    expect(other.standing).toMatchObject({ aboutId: kept, name: 'Person Amber-04', joinedFrom: gone });
    expect(other.record.parentId).toBe(kept);
    give('unmerge');
    const parted = world.getRecord(kept).standing as PersonStanding;
    expect({ ...parted, joined: undefined }).toEqual({ ...before, joined: undefined });
    expect(other.standing).toMatchObject({ aboutId: gone, name: 'Person Ochre-09', joinedFrom: null });
    expect(world.getRecord(gone).state).toBe('onBooks');
  });
});
