import { describe, expect, it } from 'vitest';
import type { IncidentVictimStanding } from '../incident-victims/topic.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { anIncident } from '../testing/incident-payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { anAcceptedCase } from '../testing/strand-payloads.js';
import { whyNot } from '../testing/why-not.js';

/** Two incidents with a child as a victim of the first and an accepted person as an offender of both. */
function twice() {
  const world = aWorld();
  const { desk, coordinator } = world.people;
  const one = aPersonCase(world).screened().give('accept-nomination', anAcceptedCase());
  const child = { firstName: 'Alex', birthDate: '2012-05-06', from: 'return' };
  const childId = world.give('children/record-child', child, coordinator).id;
  const record = (over: object = {}) => world.give('incidents/record-incident', anIncident(over), desk).id;
  const [id, other] = [record(), record({ reference: 'TS/26/2', committed: '2026-08-01' })];
  const victim = world.give('incident-victims/link-victim', { childId, incidentId: id, victim: 1 }, desk).id;
  const personId = one.standing.aboutId;
  const parts = [id, other].map(
    (incidentId) => world.give('incident-parts/link-part', { incidentId, personId, offender: 1 }, desk).id,
  );
  const withdraw = (who: PersonName = 'desk') =>
    whyNot(
      world.ask('incidents/withdraw-incident', { reason: 'Recorded twice (made up)' }, world.people[who], {
        record: id,
      }),
    );
  const again = (over: object = {}) => whyNot(world.ask('incidents/record-incident', anIncident(over), desk));
  return { world, one, id, victim, parts, childId, withdraw, again };
}

describe('an incident that was recorded by mistake', () => {
  it('is withdrawn by the police alone, once, and is asked nothing any more', () => {
    const { world, id, withdraw } = twice();
    expect(withdraw('chair')).toEqual(['forbidden']);
    expect(withdraw()).toEqual([]);
    expect(world.getRecord(id)).toMatchObject({
      state: 'withdrawn',
      standing: { withdrawn: { reason: 'Recorded twice (made up)', by: world.people.desk.userId } },
    });
    expect(withdraw()).not.toEqual([]);
    const outcome = { code: '1', on: '2026-09-10' };
    expect(
      whyNot(world.ask('incidents/record-outcome', outcome, world.people.desk, { record: id })),
    ).not.toEqual([]);
  });

  it('takes with it whoever is linked, tells those who hold them, and leaves the other incident', () => {
    const { world, one, victim, parts, withdraw } = twice();
    expect(one.standing.counts.incidents).toEqual(['2026-08-01', '2026-09-01']);
    const told = () => world.outgoing.filter(({ kind }) => kind === 'incident-withdrawn');
    expect(withdraw()).toEqual([]);
    expect(parts.map((part) => world.getRecord(part).state)).toEqual(['linkWithdrawn', 'linked']);
    const linked = world.getRecord(victim);
    expect(linked.state).toBe('linkWithdrawn');
    expect((linked.standing as IncidentVictimStanding).withdrawn).toMatchObject({ incident: true });
    expect(one.standing.counts.incidents).toEqual(['2026-08-01']);
    expect(told().map(({ principal }) => principal)).toContain(`user:${one.standing.officerId}`);
  });

  it('is linked with nobody, and frees the number', () => {
    const { world, id, childId, withdraw, again } = twice();
    expect(again()).toEqual(['/reference sameNumber']);
    withdraw();
    const link = { childId, incidentId: id, victim: 1 };
    expect(whyNot(world.ask('incident-victims/link-victim', link, world.people.desk))).toEqual([
      '/incidentId withdrawn',
    ]);
    expect(again()).toEqual([]);
  });
});

describe('a number that the force has on the books', () => {
  it.each([
    ['the same', {}],
    ['written otherwise', { force: 'testshire  POLICE', reference: ' ts/26/1 ' }],
  ])('is not recorded again, %s, unless somebody says that it is another incident', (_, over) => {
    const { again } = twice();
    expect(again(over)).toEqual(['/reference sameNumber']);
    expect(again({ ...over, another: true })).toEqual([]);
  });

  it('is free at another force', () => {
    expect(twice().again({ force: 'Fernshire Police' })).toEqual([]);
  });

  it('tells the cases of those who are linked where its days are changed', () => {
    const { world, one, id } = twice();
    const { force: _force, reference: _own, ...facts } = anIncident() as Record<string, unknown>;
    const change = { ...facts, committed: '2026-08-15', reason: 'Told by the officer (made up)' };
    world.give('incidents/change-incident', change, world.people.desk, { record: id });
    expect(one.standing.counts.incidents).toEqual(['2026-08-01', '2026-08-15']);
  });
});
