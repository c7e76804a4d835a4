import { describe, expect, it } from 'vitest';
import { readersOf } from '../readers.js';
import { priorityOf } from '../strand-cases/priority.js';
import { aPersonCase, type StrandCaseBuilder } from '../testing/a-strand-case.js';
import { anIncident } from '../testing/incident-payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { anAcceptedCase } from '../testing/strand-payloads.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import type { IncidentPartStanding } from './standing.js';

/** A nominated person who is linked to an incident as its first offender. */
function linked() {
  const world = aWorld();
  const { desk } = world.people;
  const one = aPersonCase(world);
  const incidentId = world.give('incidents/record-incident', anIncident(), desk).id;
  const personId = one.standing.aboutId;
  const { id } = world.give('incident-parts/link-part', { incidentId, personId, offender: 1 }, desk);
  const part = () =>
    world.getRecord<ReturnType<typeof world.getRecord> & { standing: IncidentPartStanding }>(id);
  const reads = () => [
    ...new Set(readersOf(topicOf('incidentPart'), part(), world.at).map(({ principal }) => principal)),
  ];
  const ask = (payload: object, who: PersonName = 'desk') =>
    whyNot(world.ask('incident-parts/link-part', payload, world.people[who]));
  return { world, one, incidentId, personId, id, part, reads, ask };
}

const accepted = (one: StrandCaseBuilder) => one.screened().give('accept-nomination', anAcceptedCase());

describe('a person of concern in an incident', () => {
  it('is linked by the police alone, as one of the offenders that there are, and once', () => {
    const { ask, incidentId, personId } = linked();
    expect(ask({ incidentId, personId, offender: 1 }, 'coordinator')).toEqual(['forbidden']);
    expect(ask({ incidentId, personId, offender: 1 })).toEqual(['/personId linked']);
    expect(ask({ incidentId })).toEqual(['/personId asked']);
  });

  it('cannot be an offender whom the incident does not have', () => {
    const { ask, incidentId, world } = linked();
    const personId = aPersonCase(world).standing.aboutId;
    expect(ask({ incidentId, personId, offender: 2 })).toEqual(['/offender noOffender']);
    expect(ask({ incidentId, personId })).toEqual(['/offender asked']);
    expect(ask({ incidentId, personId, offender: 1 })).toEqual([]);
  });

  it('is read by the police alone until the person is accepted as one of concern', () => {
    const { one, reads } = linked();
    expect(reads()).not.toContain('role:chair');
    accepted(one);
    expect(reads()).toContain('role:chair');
    expect(reads()).toContain('role:police-desk');
  });

  it('counts as a day of concern for the cases of the person, until the part is withdrawn', () => {
    const { world, one, id, incidentId } = linked();
    const { desk, analyst } = world.people;
    accepted(one);
    expect(one.standing.counts.incidents).toEqual(['2026-09-01']);
    const other = aPersonCase(world);
    const joined = { otherId: one.standing.aboutId, reasons: 'Made up' };
    world.give('persons/merge', joined, analyst, { record: other.standing.aboutId });
    expect(other.standing.counts.incidents).toEqual(['2026-09-01']);
    world.give('persons/unmerge', joined, analyst, { record: other.standing.aboutId });
    expect([one, other].map(({ standing }) => standing.counts.incidents)).toEqual([['2026-09-01'], []]);
    world.give('incident-parts/withdraw-part', { reason: 'Somebody else (made up)' }, desk, { record: id });
    expect(one.standing.counts.incidents).toEqual([]);
    const again = { incidentId, personId: one.standing.aboutId, offender: 1 };
    world.give('incident-parts/link-part', again, desk);
    const { explanation } = priorityOf(one.standing, '2026-11-03', world.profile.priority);
    const recency = explanation.children?.find(({ code }) => code === 'recency');
    expect(recency?.value).not.toBe('nothing dated');
  });

  it('closes with the person, and opens again', () => {
    const { one, reads, world } = linked();
    accepted(one);
    const named = [world.people.analyst.userId];
    one.give('set-handling', { handling: 'C', conditions: 'Made up', readers: named, reason: 'Made up' });
    for (const role of ['chair', 'police-desk', 'auditor']) expect(reads()).not.toContain(`role:${role}`);
    expect(reads()).toContain('role:intelligence-supervisor');
    one.give('set-handling', { handling: 'P', reason: 'Over' }, 'supervisor');
    expect(reads()).toContain('role:chair');
  });

  it('goes with a record that is joined with another, and back', () => {
    const { world, personId, part } = linked();
    const other = aPersonCase(world).standing.aboutId;
    const join = (verb: string) =>
      world.give(`persons/${verb}`, { otherId: personId, reasons: 'Made up' }, world.people.analyst, {
        record: other,
      });
    join('merge');
    expect([part().parentId, part().standing.aboutId]).toEqual([other, other]);
    join('unmerge');
    expect([part().parentId, part().standing.aboutId]).toEqual([personId, personId]);
  });

  it('learns the outcome of the incident, and no more of others in it', () => {
    const { world, incidentId, part } = linked();
    const outcome = { code: '1', on: '2026-09-10' };
    world.give('incidents/record-outcome', outcome, world.people.desk, { record: incidentId });
    expect(part().standing.incident?.outcome).toEqual(outcome);
    expect(JSON.stringify(part().standing)).not.toMatch(/V1|victims/);
  });

  it('is withdrawn where the person was removed as mistaken', () => {
    const { one, part } = linked();
    accepted(one)
      .give('propose-removal', { reason: 'mistaken', words: 'Made up' })
      .give('approve-removal', { words: 'Made up' }, 'supervisor');
    expect(part().state).toBe('linkWithdrawn');
  });
});

describe('a change of an incident', () => {
  it('leaves everybody in their places: who is linked is linked by them', () => {
    const { world, incidentId } = linked();
    const change = (offenders: object[]) => {
      const {
        force: _force,
        reference: _own,
        ...facts
      } = anIncident({ offenders }) as Record<string, unknown>;
      const payload = { ...facts, reason: 'Made up' };
      return whyNot(
        world.ask('incidents/change-incident', payload, world.people.desk, { record: incidentId }),
      );
    };
    expect(change([{ reference: 'O2' }, { reference: 'O1' }])).toEqual(['/offenders moved']);
    expect(change([{ reference: 'O1' }, { reference: 'O2' }])).toEqual([]);
    expect(change([{}, { reference: 'O2' }])).toEqual([]);
  });
});
