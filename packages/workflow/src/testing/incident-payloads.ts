import type { IncidentStanding } from '../incidents/standing.js';
import type { StoredRecord } from '../model.js';
import { aPersonCase } from './a-strand-case.js';
import { inDays } from './in-days.js';
import { aWorld, type Partnership } from './people.js';
import type { Maker } from './valid-payload.js';

/** An incident with two victims and somebody who is said to have done it. */
export function anIncident(over: object = {}): object {
  return {
    force: 'Testshire Police',
    reference: 'TS/26/1',
    kind: 'crime',
    offence: 'Made-up offence',
    committed: '2026-09-01',
    recorded: '2026-09-02',
    place: 'A made-up park',
    victims: [{ reference: 'V1' }, {}],
    offenders: [{ reference: 'O1' }],
    ...over,
  };
}

/** A child who is linked to an incident as its first victim. */
export function victim({ withdrawn = false } = {}, world: Partnership = aWorld()): Partnership {
  const { desk, coordinator } = world.people;
  const child = { firstName: 'Alex', birthDate: '2012-05-06', from: 'return' };
  const childId = world.give('children/record-child', child, coordinator).id;
  const incidentId = world.give('incidents/record-incident', anIncident(), desk).id;
  const { id: record } = world.give('incident-victims/link-victim', { childId, incidentId, victim: 1 }, desk);
  if (withdrawn) world.give('incident-victims/withdraw-link', { reason: 'Another child' }, desk, { record });
  return world;
}

/** A person of concern who is linked to an incident as its first offender. */
export function offender({ withdrawn = false } = {}, world: Partnership = aWorld()): Partnership {
  const { desk } = world.people;
  const personId = aPersonCase(world).standing.aboutId;
  const incidentId = world.give('incidents/record-incident', anIncident(), desk).id;
  const { id: record } = world.give('incident-parts/link-part', { personId, incidentId, offender: 1 }, desk);
  if (withdrawn) world.give('incident-parts/withdraw-part', { reason: 'Somebody else' }, desk, { record });
  return world;
}

/** An incident that was taken off the books, and a child who was linked to it. */
export function withdrawnIncident(): Partnership {
  const world = victim();
  const record = world.all('incident')[0]?.id as string;
  world.give('incidents/withdraw-incident', { reason: 'Recorded twice' }, world.people.desk, { record });
  return world;
}

const recordedOf = (record: StoredRecord | null) =>
  (record?.standing as IncidentStanding | undefined)?.recorded || '2026-09-02';

/** Payloads of what the police record of incidents. */
export const incidentPayloads: Record<string, Maker> = {
  'incidents/record-incident': ({ world, chance }) => {
    const recorded = inDays(world, -Math.floor(chance.next() * 200) - 1).slice(0, 10);
    return anIncident({ reference: `TS/${Math.floor(chance.next() * 1e6)}`, committed: recorded, recorded });
  },
  'incidents/record-outcome': ({ chance, record }) => ({
    code: chance.of(['1', '15', 'UI']),
    on: recordedOf(record),
  }),
  'incidents/change-incident': ({ record }) => {
    const {
      force: _,
      reference: _own,
      ...facts
    } = anIncident({ recorded: recordedOf(record) }) as Record<string, unknown>;
    return { ...facts, committed: undefined, reason: 'Told by the force' };
  },
  'incidents/withdraw-incident': () => ({ reason: 'Recorded twice (made up)' }),
  'incident-victims/link-victim': ({ world, chance }) => ({
    childId: chance.of(world.all('child'))?.id ?? 'none',
    incidentId: world.all('incident').length > 0 ? chance.of(world.all('incident')).id : 'none',
    victim: 1,
  }),
  'incident-parts/link-part': ({ world, chance }) => ({
    incidentId: world.all('incident').length > 0 ? chance.of(world.all('incident')).id : 'none',
    ...(chance.happens(0.5)
      ? { personId: world.all('person')[0]?.id ?? 'none', offender: 1 }
      : { locationId: world.all('location')[0]?.id ?? 'none' }),
  }),
  'incident-parts/withdraw-part': () => ({ reason: 'Somebody else' }),
  'incident-victims/withdraw-link': () => ({ reason: 'Another child' }),
};
