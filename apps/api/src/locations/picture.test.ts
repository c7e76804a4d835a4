import { aLink, anAcceptedCase, anIntelligenceReport, aPlaceReport } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { monthsBetween } from './picture.js';

let api: TestApi;
let kiosk: { id: string; aboutId: string };
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  kiosk = await accepted({ name: 'Quay Street kiosk', latitude: 54.01, longitude: -1.2 });
}, 180_000);
afterAll(() => api.close());

const reported = (location: object) =>
  aPlaceReport({ location: { kind: 'takeaway', address: '1 Sample Street', ...location } });

async function accepted(location: object): Promise<{ id: string; aboutId: string }> {
  const { id } = await api.give('intelligence', 'location-cases/report', reported(location));
  await api.give('intelligence', 'location-cases/start-screening', {}, id);
  await api.give('intelligence', 'location-cases/accept-report', anAcceptedCase(), id);
  const { aboutId } = await api.view('intelligence', 'location-cases', id);
  return { id, aboutId: String(aboutId) };
}

const pictureFor = async (who: string, query = '?from=2026-08&to=2026-11') =>
  (await api.ask(who, 'GET', `/api/v1/locations/picture${query}`)).json();
const kioskFor = async (who: string) => {
  const { places } = await pictureFor(who);
  return (places as { id: string }[]).find(({ id }) => id === kiosk.aboutId);
};

describe('coordinates of a place', () => {
  it.each([
    ['half of them', { latitude: 54 }, '/location/longitude half'],
    ['the two swapped', { latitude: -1.2, longitude: 54 }, '/location/latitude outside'],
    ['beyond a degree', { latitude: 95, longitude: -1.2 }, '/location/latitude'],
  ])('are refused with what to do: %s', async (_what, over, fault) => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = reported({ name: 'Made-up corner', ...over });
    const answer = await api.ask('referrer', 'POST', '/api/v1/location-cases/report', body, headers);
    expect([400, 409, 422]).toContain(answer.statusCode);
    const faults = (answer.json().errors as { pointer: string; code: string }[]).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
    expect(faults[0]).toContain(fault);
  });
});

describe('a picture of places', () => {
  it('counts by month what was recorded of the place, and apart the incidents whose words name it and that nobody linked', async () => {
    const child = { firstName: 'Ari', lastName: 'Made-up', from: 'return' };
    const { id: childId } = await api.give('coordinator', 'children/record-child', child);
    const seenAt = { kind: 'seen-at', to: { kind: 'location', id: kiosk.aboutId }, firstOn: '2026-09-10' };
    await api.give('intelligence', 'links/record-link', aLink(childId, seenAt));
    const incident = await api.give('police-desk', 'incidents/record-incident', {
      ...{ force: 'Testshire Police', reference: 'TS/26/1', kind: 'crime', offence: 'Made-up offence' },
      ...{ committed: '2026-10-01', recorded: '2026-10-02', place: 'Outside the Quay Street Kiosk' },
      ...{ victims: [{}], offenders: [] },
    });
    const place = { incidentId: incident.id, locationId: kiosk.aboutId };
    // Its words name the kiosk, and nobody has said yet that they mean it.
    expect(await kioskFor('intelligence')).toMatchObject({ told: { incident: 0, named: 1 } });
    const { id: partId } = await api.give('police-desk', 'incident-parts/link-part', place);
    const named = [{ kind: 'locationCase', id: kiosk.id }];
    const report = anIntelligenceReport({ named, identifiers: [] });
    await api.give('intelligence', 'intelligence/submit-intelligence', report);
    const absence = { childId, kind: 'missing', start: '2026-10-20', from: 'police' };
    const { id } = await api.give('coordinator', 'missing-episodes/record-episode', absence);
    const found = { end: '2026-10-21', from: 'police', whereFound: 'By the Quay Street kiosk' };
    await api.give('coordinator', 'missing-episodes/record-return', found, id);
    expect(await kioskFor('intelligence')).toMatchObject({
      latitude: 54.01,
      told: { incident: 1, named: 0, intelligence: 1, link: 1 },
      months: [0, 1, 1, 2],
    });
    // The coordinator reads the absence, and neither the report, nor a link that nobody graded, nor the incident.
    expect(await kioskFor('coordinator')).toMatchObject({
      told: { incident: 0, named: 0, missing: 1, intelligence: 0, link: 0 },
    });
    await api.give('police-desk', 'incident-parts/withdraw-part', { reason: 'Made up' }, partId);
    expect(await kioskFor('intelligence')).toMatchObject({
      told: { incident: 0, named: 1 },
      months: [0, 1, 0, 2],
    });
  });

  it('is the same for a reader whether or not a place that is closed to him is on the books', async () => {
    const before = await pictureFor('coordinator');
    const closed = await accepted({ name: 'Closed made-up house', latitude: 58, longitude: -5 });
    expect((await pictureFor('coordinator')).places).toHaveLength(before.places.length + 1);
    const conditions = { handling: 'C', reason: 'Made up', conditions: 'Named people alone', readers: [] };
    await api.give('intelligence', 'location-cases/set-handling', conditions, closed.id);
    expect(await pictureFor('coordinator')).toEqual(before);
  });

  it('is narrowed to a kind of place and to months, at most two years of them', async () => {
    expect((await pictureFor('intelligence', '?kind=hotel-or-guest-house')).places).toEqual([]);
    expect((await pictureFor('intelligence', '?from=2026-10&to=2026-11')).months).toEqual([
      '2026-10',
      '2026-11',
    ]);
    expect(monthsBetween('2020-01', '2026-01')).toHaveLength(24);
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect((await api.ask('auditor', 'GET', '/api/v1/locations/picture?from=2026-13')).statusCode).toBe(400);
  });
});
