import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PlainBrowser } from '../../testing/browser-form.js';
import { lookAtForm } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';

let api: RealApi;
let site: Site;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await startSite(api.url, { partnership: 'Fernshire (invented)', pictures: 'strand' });
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

/** Looks at a page in a real browser, and answers its markup as a plain one has it. */
async function shot(plain: PlainBrowser, href: string, name: string): Promise<string> {
  await site.shot(plain, href, name);
  await plain.open(href);
  return plain.html;
}

const nomination = {
  name: 'Person Amber-04',
  ageFrom: '30',
  ageTo: '40',
  basis: 'repeat-association',
  why: 'Waits outside the made-up school in a grey car',
  phones: '07700 900345',
};
/** Looks at the page of a command whose form is open, and leaves the plain browser before it. */
const form = (plain: PlainBrowser, href: string) =>
  lookAtForm(site, plain, href, `strand-${href.split('/').at(-1)}`);
const accepted = { necessity: 'Three made-up sightings', duplicateCheck: 'none-found' };

/** The address of a person’s case to which a form led. */
async function nominated(plain: PlainBrowser, over: Record<string, string> = {}): Promise<string> {
  await plain.open('/person-cases/nominate');
  const sent = await plain.send({ ...nomination, ...over });
  return String(sent.headers.location);
}

describe('persons of concern, without scripts', () => {
  it('are nominated in one form; the nominator sees that it arrived, and no more', async () => {
    const referrer = await site.plainAs('referrer');
    await shot(referrer, '/person-cases/nominate', 'nominate');
    const href = await nominated(referrer, { devices: '49-015420-323751-8' });
    expect(href).toMatch(/^\/person-cases\//);
    const seen = await shot(referrer, href, 'receipt');
    expect(seen).toContain('It is being looked at');
    expect(seen).not.toContain('Person Amber-04');
    expect(seen).not.toContain('grey car');
    const worker = await site.plainAs('worker');
    expect((await worker.open(href)).statusCode).toBe(404);
  });

  it('are screened and taken on; then the chair reads why, and how the priority came about', async () => {
    const police = await site.plainAs('intelligence');
    await police.open('/person-cases');
    const [href = ''] = /\/person-cases\/[0-9a-f-]{36}/.exec(police.html) ?? [];
    expect(police.html).toContain('To be screened (1)');
    const chair = await site.plainAs('chair');
    expect((await chair.open(href)).statusCode).toBe(404);
    await police.open(`${href}/start-screening`);
    await police.send({});
    await form(police, `${href}/accept-nomination`);
    await police.send(accepted);
    await police.open(`${href}/set-priority`);
    await police.send({ gravity: 'serious', access: 'position-of-trust' });
    await form(police, `${href}/list-for-panel`);
    const whole = await shot(police, href, 'person-case');
    expect(whole).toContain('High priority');
    expect(whole).toContain('How the priority came about');
    expect(whole).toContain('It is no finding of guilt');
    await chair.open(href);
    expect(chair.html).toContain('Repeat association');
    expect(whole).toContain('grey car');
    expect(chair.html).not.toContain('grey car');
    await shot(police, '/person-cases', 'persons');
    await police.open('/person-cases');
    await police.send({ sought: '07700 900345' });
    expect(police.html).toContain(href);
    await police.open('/person-cases');
    await police.send({ sought: 'zqzqzq' });
    expect(police.html).toContain('Nothing that is open to you fits');
    const [person = ''] = /\/persons\/[0-9a-f-]{36}/.exec(whole) ?? [];
    const record = await shot(police, person, 'person');
    expect(record).toContain('07700 900345');
    expect(record).toContain('490154203237518');
    expect(record).toContain('ethnicity as the person says it, ethnicity as an officer saw it, nationality');
  });

  it('shows whoever nominates the same person again what is known, before anything is stored', async () => {
    const police = await site.plainAs('intelligence');
    await police.open('/person-cases/nominate');
    await police.send({ ...nomination, name: 'Another name' });
    expect(police.html).toContain('Is it one of these?');
    expect(police.html).toContain('The same phone number');
    await shot(police, '/person-cases/nominate', 'nominate-again');
    const referrer = await site.plainAs('referrer');
    await referrer.open('/person-cases/nominate');
    const sent = await referrer.send({ ...nomination, name: 'Another name' });
    expect(String(sent.headers.location)).toMatch(/^\/person-cases\//);
  });

  it('are removed by two people', async () => {
    const police = await site.plainAs('intelligence');
    const href = await nominated(police, { name: 'Person Teal-08', phones: '' });
    for (const [verb, form] of [
      ['start-screening', {}],
      ['accept-nomination', accepted],
      ['propose-removal', { reason: 'unfounded', words: 'It was somebody else (made up)' }],
    ] as const) {
      await police.open(`${href}/${verb}`);
      await police.send(form);
    }
    await police.open(`${href}/approve-removal`);
    expect(police.html).toContain('Whoever proposed it does not approve it');
    const supervisor = await site.plainAs('supervisor');
    await form(supervisor, `${href}/refuse-removal`);
    await form(supervisor, `${href}/approve-removal`);
    await supervisor.send({ words: 'I agree' });
    await police.open(href);
    expect(police.html).toContain('Closed');
    const coordinator = await site.plainAs('coordinator');
    await form(coordinator, `${href}/record-recall`);
    await coordinator.send({ words: 'No copy had gone out' });
    await coordinator.open(href);
    expect(coordinator.html).not.toContain('Person Teal-08');
  });

  it('and a person who is a child waits for a social care manager', async () => {
    const police = await site.plainAs('intelligence');
    const href = await nominated(police, { name: 'Person Ochre-07', ageFrom: '15', ageTo: '16', phones: '' });
    await police.open(`${href}/start-screening`);
    await police.send({});
    await police.open(`${href}/accept-nomination`);
    expect(police.html).toContain('a social care manager agrees first');
    await police.open(`${href}/ask-care-manager`);
    const option = /<option value="([^"]+)"[^>]*>Mo Manager/.exec(police.html)?.[1] ?? '';
    await police.send({ managerId: option, words: 'Is he known to you?' });
    const manager = await site.plainAs('manager');
    const seen = await shot(manager, href, 'person-child');
    expect(seen).toContain('Answer for a person who is a child');
    await manager.open(`${href}/answer-for-child`);
    await manager.send({ answer: 'agree', words: 'He is known to us (made up)' });
    await police.open(`${href}/accept-nomination`);
    await police.send(accepted);
    const chair = await site.plainAs('chair');
    await form(chair, `${href}/decide-printing`);
    const decided = await chair.send({ printing: 'no', reasons: 'He is a child (made up)' });
    expect(decided.statusCode, chair.html).toBe(303);
  });

  it('wait while they are in custody, are prepared for the release, and go on', async () => {
    const police = await site.plainAs('intelligence');
    const href = await nominated(police, { name: 'Person Slate-09', phones: '' });
    const id = href.split('/').at(-1) as string;
    await api.give('intelligence', 'person-cases/start-screening', {}, id);
    await api.give('intelligence', 'person-cases/accept-nomination', accepted, id);
    const custody = {
      reason: 'custody',
      words: 'Remanded (made up)',
      releaseOn: new Date(Date.now() + 150 * 86_400_000).toISOString().slice(0, 10),
      offenderManager: 'Not yet allocated',
      mappa: 'not-known',
    };
    await api.give('intelligence', 'person-cases/suspend', custody, id);
    await form(police, `${href}/change-release`);
    await form(police, `${href}/prepare-release`);
    const prepared = await police.send({ stage: 'three-months', words: 'Conditions asked for (made up)' });
    expect(prepared.statusCode, police.html).toBe(303);
    await form(police, `${href}/resume`);
    const resumed = await police.send({ words: 'Released early (made up)' });
    expect(resumed.statusCode, police.html).toBe(303);
  });

  it('are taken up again after they were declined', async () => {
    const police = await site.plainAs('intelligence');
    const href = await nominated(police, { name: 'Person Umber-10', phones: '' });
    const id = href.split('/').at(-1) as string;
    await api.give('intelligence', 'person-cases/start-screening', {}, id);
    const declined = { reason: 'not-enough-known', words: 'One sighting (made up)' };
    await api.give('intelligence', 'person-cases/decline-nomination', declined, id);
    await form(police, `${href}/relist`);
  });
});

describe('two records of one person or place, without scripts', () => {
  const why = { bases: [{ code: 'incident' }], why: 'Made up' };
  const [birthDate, basis] = ['1984-05-06', [{ code: 'repeat-association' }]];
  it.each([
    [
      'persons',
      'person-cases/nominate',
      (name: string) => ({ ...why, bases: basis, person: { name, birthDate } }),
    ],
    [
      'locations',
      'location-cases/report',
      (name: string) => ({ ...why, location: { name, kind: 'takeaway', address: '4 Sample Street' } }),
    ],
  ] as const)('%s that were joined are taken apart again', async (topic, command, described) => {
    const about = async (name: string) => {
      const id = await api.give('intelligence', command, described(name));
      const path = `/api/v1/${command.split('/')[0]}/${id}`;
      return (await api.ask<{ aboutId: string }>('intelligence', 'GET', path)).body.aboutId;
    };
    const [kept, otherId] = [await about('Made-up Twin-01'), await about('Made-up Twin-02')];
    await api.give('intelligence', `${topic}/merge`, { otherId, reasons: 'One keeper (made up)' }, kept);
    const police = await site.plainAs('intelligence');
    await form(police, `/${topic}/${kept}/unmerge`);
    const sent = await police.send({ otherId, reasons: 'Two after all (made up)' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/${topic}/${kept}`]);
  });
});

describe('places of concern, without scripts', () => {
  it('are reported, taken on, and show who is responsible and what can be done', async () => {
    const worker = await site.plainAs('worker');
    await shot(worker, '/location-cases/report', 'report');
    await worker.open('/location-cases/report');
    const place = {
      name: 'Place Cedar-01',
      kind: 'takeaway',
      address: '1 Sample Street',
      postcode: 'ZZ1 1ZZ',
    };
    const sent = await worker.send({ ...place, basis: 'incident', why: 'Made up', licence: 'Refreshment' });
    const href = String(sent.headers.location);
    const police = await site.plainAs('intelligence');
    await police.open(`${href}/start-screening`);
    await police.send({});
    await police.open(`${href}/accept-report`);
    await police.send({ ...accepted, jurisdiction: 'ours' });
    const seen = await shot(police, href, 'place-case');
    const [record = ''] = /\/locations\/[0-9a-f-]{36}/.exec(seen) ?? [];
    const licensing = await site.plainAs('licensing');
    await licensing.open(`${record}/record-prevention`);
    await licensing.send({
      kind: 'training',
      'on-day': '1',
      'on-month': '10',
      'on-year': '2026',
      audience: 'Night staff',
      words: 'Made up',
    });
    const whole = await shot(licensing, record, 'place');
    expect(whole).toContain('Refreshment');
    expect(whole).toContain('Training');
  });
});
