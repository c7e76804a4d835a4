import { migrate } from '@mase/store';
import { openOwner, testPasswords } from '@mase/store/testing';
import { aNomination, anAcceptedCase, anIncident, aPlaceReport } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { gradedCase } from '../packs/testing/little-sitting.js';
import { beforeDrawing, weighNow } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let person: { caseId: string; id: string };
let place: { caseId: string; id: string };
const victims: { caseId: string; childId: string; link: string }[] = [];
const parts: string[] = [];

const desk = (command: string, body: object, id?: string) => api.give('police-desk', command, body, id);
const ask = async (who: string, url: string) => (await api.ask(who, 'GET', url)).json();

async function known(topic: 'person-cases' | 'location-cases', verb: string, body: object) {
  const { id: caseId } = await api.give('intelligence', `${topic}/${verb}`, body);
  return { caseId, id: String((await ask('intelligence', `/api/v1/${topic}/${caseId}`)).aboutId) };
}

/** Three crimes, each with another child, done by one person at one place: nobody recorded a link. */
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  person = await known('person-cases', 'nominate', aNomination());
  place = await known('location-cases', 'report', aPlaceReport());
  for (const [index, firstName] of ['Sam', 'Charlie', 'Jordan'].entries()) {
    const caseId = await gradedCase(api, { firstName, lastName: 'Made-up' });
    const childId = String((await api.view('manager', 'child-cases', caseId)).childId);
    const { id: incidentId } = await desk(
      'incidents/record-incident',
      anIncident({ reference: `TS/26/${index}`, committed: `2025-09-0${index + 1}`, recorded: '2025-09-10' }),
    );
    const victim = { incidentId, childId, victim: 1 };
    const { id: link } = await desk('incident-victims/link-victim', victim);
    victims.push({ caseId, childId, link });
    parts.push((await desk('incident-parts/link-part', { incidentId, personId: person.id, offender: 1 })).id);
    await desk('incident-parts/link-part', { incidentId, locationId: place.id });
  }
}, 180_000);
afterAll(() => api.close());

const edges = () =>
  openOwner(api.database.connections.owner, async (client) => {
    const text = `select count(*)::integer as edges from link_edge where node like 'child:%' and other ~ '^(person|location):'`;
    return (await client.query<{ edges: number }>(text)).rows[0]?.edges;
  });

const counted = async (topic: string, caseId: string) =>
  (await ask('intelligence', `/api/v1/${topic}/${caseId}`)).counts.linkedChildren;
const clustersAt = async (who: string) =>
  ((await ask(who, '/api/v1/clusters')).items as { hub: { id: string } | null; count: number }[])
    .filter(({ hub }) => hub?.id === person.id || hub?.id === place.id)
    .map(({ count }) => count);
const around = async (who: string) => {
  const asked = { kind: 'person', id: person.id, steps: 1 };
  const found = (await api.ask(who, 'POST', '/api/v1/links/neighbours', asked)).json();
  return (found.items as { kind: string }[]).filter(({ kind }) => kind === 'child').length;
};
/** How many messages the worker of the children was sent that a person linked with one is of concern. */
const alerted = () =>
  openOwner(api.database.connections.owner, async (client) => {
    const text = `select count(*)::integer as sent from outbox where kind = 'linked-person-of-concern' and principal = $1`;
    const values = [`user:${api.founded.people.worker}`];
    return (await client.query<{ sent: number }>(text, values)).rows[0]?.sent ?? 0;
  });

describe('incidents that several children and one person or place have part in', () => {
  it('are drawn as links by the worker, also those that were on the books before, each once', async () => {
    await beforeDrawing(api);
    expect(await edges()).toBe(0);
    await migrate(api.database.connections.owner, testPasswords);
    await weighNow(api);
    expect(await edges()).toBe(6);
    await api.give(
      'police-desk',
      'incidents/record-outcome',
      { code: '1', on: '2025-09-20' },
      (await ask('police-desk', '/api/v1/incidents')).items[0].id,
    );
    expect(await weighNow(api)).toBe(0);
    expect(await edges()).toBe(6);
  });

  it('count for the person and for the place, raise priority and a cluster, and are ranked among what is shared', async () => {
    expect([
      await counted('person-cases', person.caseId),
      await counted('location-cases', place.caseId),
    ]).toEqual([3, 3]);
    const view = await ask('intelligence', `/api/v1/person-cases/${person.caseId}`);
    expect(view.priority).toBe('high');
    expect(await clustersAt('intelligence')).toEqual([3, 3]);
    const { items } = await ask('intelligence', '/api/v1/links/shared?kind=person');
    expect(items).toMatchObject([{ id: person.id, children: 3 }]);
  });

  it('lead from the person to the children for the police, and for nobody else before the person is accepted', async () => {
    expect([await around('intelligence'), await around('chair'), await around('worker')]).toEqual([3, 0, 0]);
    const { items, within } = await ask('police-desk', `/api/v1/links?recordId=${person.id}`);
    expect(within).toEqual({ all: 4, children: 3 });
    expect((await ask('chair', `/api/v1/links?recordId=${person.id}`)).within).toEqual({
      all: 0,
      children: 0,
    });
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ words: 'in a police incident with', graded: false, reviewDue: null });
  });

  it('tell those responsible for each child once the person is accepted, without a name', async () => {
    expect(await alerted()).toBe(0);
    await api.give('intelligence', 'person-cases/start-screening', {}, person.caseId);
    await api.give('intelligence', 'person-cases/accept-nomination', anAcceptedCase(), person.caseId);
    expect(await alerted()).toBe(3);
    const [one] = (await ask('worker', `/api/v1/links?recordId=${victims[0]?.childId}`)).items;
    const link = await ask('worker', `/api/v1/links/${one.id}`);
    expect(link).toMatchObject({ to: { kind: 'person', name: null }, source: null, sourceRecord: null });
    expect(link.toldWords).toContain('held as a person of concern');
    expect([await around('chair'), await around('coordinator')]).toEqual([3, 0]);
  });

  it('count no more for who was linked by mistake, from that command on', async () => {
    await desk('incident-victims/withdraw-link', { reason: 'Another child' }, victims[0]?.link);
    expect([await around('intelligence'), await edges()]).toEqual([2, 4]);
    await desk('incident-parts/withdraw-part', { reason: 'Somebody else' }, parts[1]);
    expect([await around('intelligence'), await edges()]).toEqual([1, 3]);
    await weighNow(api);
    expect([
      await counted('person-cases', person.caseId),
      await counted('location-cases', place.caseId),
    ]).toEqual([1, 2]);
  });

  it('are the supervisor’s alone where the person is handled with conditions: to others there is no such link', async () => {
    const closed = { handling: 'C', conditions: 'A1', reason: 'Made up' };
    await api.give('intelligence-supervisor', 'person-cases/set-handling', closed, person.caseId);
    await weighNow(api);
    expect([
      await around('intelligence'),
      await around('chair'),
      await around('intelligence-supervisor'),
    ]).toEqual([0, 0, 1]);
    const childId = victims[2]?.childId as string;
    const atChild = async (who: string) =>
      ((await ask(who, `/api/v1/links?recordId=${childId}`)).items as { to: { kind: string } }[]).map(
        ({ to }) => to.kind,
      );
    expect(await atChild('intelligence')).toEqual(['location']);
    expect(await atChild('worker')).toEqual([]);
    expect((await atChild('intelligence-supervisor')).sort()).toEqual(['location', 'person']);
  });
});

describe('a measure in force that protects a child', () => {
  it('links the child with the person on whom it is, and tells those responsible for the child', async () => {
    const one = await known(
      'person-cases',
      'nominate',
      aNomination({ person: { name: 'Person Russet-31', birthDate: '1988-05-06' } }),
    );
    await api.give('intelligence', 'person-cases/start-screening', {}, one.caseId);
    await api.give('intelligence', 'person-cases/accept-nomination', anAcceptedCase(), one.caseId);
    const before = await alerted();
    const childId = victims[1]?.childId as string;
    const considered = {
      code: 'cawn',
      personId: one.id,
      childIds: [childId],
      why: 'Made up',
      nextOn: '2026-12-01',
    };
    const { id } = await api.give('intelligence', 'disruption-measures/consider-measure', considered);
    await weighNow(api);
    expect(await counted('person-cases', one.caseId)).toBe(0);
    await api.give(
      'intelligence',
      'disruption-measures/serve-measure',
      { how: 'By hand (made up)', conditions: 'Made up' },
      id,
    );
    await weighNow(api);
    expect(await counted('person-cases', one.caseId)).toBe(1);
    expect(await alerted()).toBe(before + 1);
    await api.give('intelligence', 'disruption-measures/discharge-measure', { reason: 'Made up' }, id);
    await weighNow(api);
    expect(await counted('person-cases', one.caseId)).toBe(0);
  });
});
