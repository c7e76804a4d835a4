import { aLink, aNomination, anAcceptedCase, aPlaceReport } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { PlainBrowser } from '../../../testing/browser-form.js';
import { look } from '../../../testing/look.js';
import { type PersonKey, type RealApi, realApi } from '../../../testing/real-api.js';
import { type Site, startSite } from '../../../testing/site.js';

let api: RealApi;
let site: Site;
const cases: { [name: string]: string } = {};
let sittingId: string;

const place = (name: string, over: object = {}) =>
  aPlaceReport({ location: { name, kind: 'takeaway', address: '1 Sample Street', ...over } });

/** Takes a case on and puts it on the panel's list. */
async function taken(topic: 'person-cases' | 'location-cases', payload: object): Promise<string> {
  const [open, accept] =
    topic === 'person-cases' ? ['nominate', 'accept-nomination'] : ['report', 'accept-report'];
  const id = await api.give('intelligence', `${topic}/${open}`, payload);
  await api.give('intelligence', `${topic}/start-screening`, {}, id);
  await api.give('intelligence', `${topic}/${accept}`, anAcceptedCase(), id);
  await api.give('intelligence', `${topic}/list-for-panel`, { basis: 'new', asked: 'What can be done?' }, id);
  return id;
}

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await startSite(api.url);
  cases.kiosk = await taken(
    'location-cases',
    place('Quay Street kiosk', { latitude: 54.01, longitude: -1.2 }),
  );
  cases.park = await taken('location-cases', place('Cedar Park', { latitude: 54.03, longitude: -1.25 }));
  cases.nowhere = await taken('location-cases', place('Sample snack bar'));
  cases.person = await taken('person-cases', aNomination());
  const child = { firstName: 'Ari', lastName: 'Made-up', from: 'return' };
  const childId = await api.give('coordinator', 'children/record-child', child);
  const { body } = await api.ask('intelligence', 'GET', `/api/v1/location-cases/${cases.kiosk}`);
  const to = { kind: 'location', id: (body as { aboutId: string }).aboutId };
  await api.give(
    'intelligence',
    'links/record-link',
    aLink(childId, { kind: 'seen-at', to, firstOn: '2025-12-01' }),
  );
  sittingId = await api.give('coordinator', 'sittings/schedule-sitting', {
    panel: 'North locality panel',
    startsAt: '2031-01-22T10:00:00.000Z',
    endsAt: '2031-01-22T12:00:00.000Z',
    place: 'Room 2',
    chairId: api.ids.chair,
  });
  await api.give('coordinator', 'sittings/open-agenda', {}, sittingId);
}, 180_000);
afterAll(async () => {
  await site?.close();
  await api?.close();
});

async function plainAs(who: PersonKey): Promise<PlainBrowser> {
  const plain = new PlainBrowser(site.app);
  await plain.open('/session/sign-in');
  await plain.send({ person: api.emailOf(who) });
  return plain;
}

describe('places on a picture', () => {
  const months = '?from=2025-10&to=2026-01';

  it('are drawn by the server with a table beneath, and those without coordinates are listed', async () => {
    const plain = await plainAs('intelligence');
    const words = await look(site, plain, `/locations/picture${months}`, 'places-picture');
    expect(words).toContain('1 thing was told of 1 place between October 2025 and January 2026');
    await plain.open(`/locations/picture${months}`);
    expect(plain.html.match(/mase-map__point/g)).toHaveLength(2);
    for (const month of ['Oct 25', 'Jan 26'])
      expect(plain.html).toMatch(new RegExp(`<th scope="col"[^>]*>${month}</th>`));
    expect(plain.html).toMatch(/Not on the map[\s\S]*Sample snack bar/);
    expect(plain.html).toContain('Quay Street kiosk, December 2025: 1');
    expect(plain.html).not.toMatch(/<img|<iframe|https?:\/\/(?!127\.|localhost)[^"]*(tile|map)/);
  });

  it('show nothing of a place that is closed to the reader: neither its point, nor another scale, nor a number', async () => {
    const plain = await plainAs('coordinator');
    const markup = async () => {
      await plain.open(`/locations/picture${months}`);
      return plain.html.slice(plain.html.indexOf('<h1'), plain.html.indexOf('</main>'));
    };
    const before = await markup();
    expect(before).toContain('mase-map__point');
    const far = await taken('location-cases', place('Closed made-up house', { latitude: 58, longitude: -5 }));
    const conditions = 'Named people alone';
    await api.give(
      'intelligence',
      'location-cases/set-handling',
      { handling: 'C', reason: 'Made up', conditions, readers: [] },
      far,
    );
    expect(await markup()).toBe(before);
  });
});

describe('a listed person or place', () => {
  it('offers the agendas that are open, and is put on one without scripts', async () => {
    const plain = await plainAs('coordinator');
    const words = await look(site, plain, `/person-cases/${cases.person}`, 'person-listed');
    expect(words).toContain('North locality panel');
    const add = `/sittings/${sittingId}/add-item?caseId=${cases.person}`;
    expect(await look(site, plain, add, 'agenda-add-strands')).toContain('Persons of concern');
    await plain.open(add);
    const [person, kiosk] = [String(cases.person), String(cases.kiosk)];
    await plain.send({
      caseId: [person, kiosk],
      [`section-${person}`]: 'person',
      [`section-${kiosk}`]: 'location',
      [`asked-${person}`]: 'What can each agency do?',
      [`asked-${kiosk}`]: 'Who speaks to the manager?',
    });
    await plain.open(`/sittings/${sittingId}`);
    expect(plain.html).toContain('Person Amber-04');
    expect(plain.html).toContain('Quay Street kiosk');
    await plain.open(`/person-cases/${cases.person}`);
    expect(plain.html).toContain('It waits on the agenda of');
  });
});
