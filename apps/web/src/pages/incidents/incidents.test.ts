import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { type SmallWorld, smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
let world: SmallWorld;
let child: string;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  const path = `/api/v1/child-cases/${world.proposed}`;
  child = (await api.ask<{ childId: string }>('worker', 'GET', path)).body.childId;
  site = await startSite(api.url, { partnership: 'Fernshire (invented)', pictures: 'incident' });
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const typed = {
  force: 'Fernshire Police',
  reference: 'FP/77',
  kind: 'crime',
  offence: 'Made-up offence',
  ...date('recorded', '2', '3', '2026'),
  victims: 'V-7\nnot known',
  offenders: 'S-9',
};

describe('an incident, without scripts', () => {
  let href: string;

  it('is recorded by the police desk; what is wrong is said at its field and nothing typed is lost', async () => {
    const desk = await site.plainAs('desk');
    await site.shot(desk, '/incidents/record-incident', 'record');
    await desk.open('/incidents/record-incident');
    await desk.send({ ...typed, ...date('committed', '5', '3', '2026') });
    expect(desk.html).toContain('It was recorded before it was committed.');
    expect(desk.html).toContain('Made-up offence');
    const sent = await desk.send({ ...typed, ...date('committed', '1', '3', '2026') });
    href = String(sent.headers.location);
    expect(href).toMatch(/^\/incidents\/[0-9a-f-]{36}$/);
  });

  it('with a number that the force has already is asked about before it is recorded twice', async () => {
    const desk = await site.plainAs('desk');
    await desk.open('/incidents/record-incident');
    await desk.send({ ...typed, offence: 'Another made-up offence' });
    expect(desk.html).toContain('The force has this number already for');
    expect(desk.html).toContain('Another made-up offence');
    expect(desk.html).toContain(`href="${href}"`);
  });

  it('recorded twice is withdrawn with a reason, and says so to whoever opens it', async () => {
    const desk = await site.plainAs('desk');
    await desk.open('/incidents/record-incident');
    const sent = await desk.send({ ...typed, reference: 'fp/77', another: 'yes' });
    const double = String(sent.headers.location);
    await site.shot(desk, `${double}/withdraw-incident`, 'withdraw');
    await desk.open(`${double}/withdraw-incident`);
    await desk.send({ reason: 'Recorded twice (made up)' });
    const view = await site.shot(desk, double, 'withdrawn');
    expect(view).toContain('Withdrawn: it is counted nowhere');
    expect(view).toContain('Recorded twice (made up)');
    expect(view).not.toContain('/withdraw-incident"');
    await desk.open('/incidents?reference=FP/77');
    expect(desk.html).toContain('Withdrawn: Recorded twice');
    await desk.open('/incidents');
    expect(desk.html).not.toContain('fp/77');
  });

  it('is linked to a person of concern and a location, found by name, and stands on their pages', async () => {
    const nominated = {
      person: { name: 'Person Amber-09' },
      bases: [{ code: 'repeat-association' }],
      why: 'x',
    };
    const caseId = await api.give('intelligence', 'person-cases/nominate', nominated);
    const path = `/api/v1/person-cases/${caseId}`;
    const personId = (await api.ask<{ aboutId: string }>('intelligence', 'GET', path)).body.aboutId;
    const officer = await site.plainAs('intelligence');
    await officer.open(href);
    const form = /href="(\/incident-parts\/link-part[^"]+offender[^"]+)"/.exec(officer.html)?.[1] as string;
    const address = form.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
    await site.shot(officer, address, 'link-offender');
    await officer.open(address);
    await officer.send({ find: 'Nobody of that name', look: 'yes' });
    expect(officer.html).toContain('No person of concern that you may see is found by that');
    await officer.send({ find: 'Person Amber-09', look: 'yes' });
    expect(officer.html).toContain(personId);
    await officer.send({ aboutId: personId });
    await site.shot(officer, href, 'linked');
    await officer.open(href);
    expect(officer.html).toContain(`href="/persons/${personId}"`);
    expect(officer.html).toContain('Link the place to a location');
    const told = await site.shot(officer, `/incident-parts?person=${personId}`, 'of-person');
    expect(told).toContain('Made-up offence');
    await officer.open(`/persons/${personId}`);
    expect(officer.html).toMatch(/href="\/incident-parts\?person(=|&#x3D;)/);
    const withdraw = await (async () => {
      await officer.open(href);
      return /href="(\/incident-parts\/[^"]+\/withdraw-part)"/.exec(officer.html)?.[1] as string;
    })();
    await officer.open(withdraw);
    await officer.send({ reason: 'Another made-up person' });
    await officer.open(href);
    expect(officer.html).not.toContain(`href="/persons/${personId}"`);
  });

  it('has its outcome by the force’s codes, and can be changed with what is known filled in', async () => {
    const desk = await site.plainAs('desk');
    await site.shot(desk, `${href}/record-outcome`, 'outcome');
    await desk.open(`${href}/record-outcome`);
    expect(desk.html).toContain('15: Suspect identified, the victim supports');
    await desk.send({ code: '15', ...date('on', '1', '3', '2026') });
    expect(desk.html).toContain('The outcome lies before the incident was recorded.');
    await desk.send({ code: '15', ...date('on', '9', '3', '2026') });
    await desk.open(`${href}/change-incident`);
    expect(desk.html).toMatch(/V-7(\n|&#10;|&#xA;)not known/);
    await desk.send({ ...typed, place: 'A made-up park', reason: 'Told by the officer' });
    const view = await site.shot(desk, href, 'view');
    expect(view).toContain('A made-up park');
    expect(view).toContain('15: Suspect identified');
  });

  it('is linked to a child by its number, and the worker reads what was done and not by whom', async () => {
    const desk = await site.plainAs('desk');
    const form = `/incident-victims/link-victim?child=${child}`;
    await desk.open(`${form}&reference=FP/78`);
    expect(desk.html).toContain('No incident has this number.');
    await site.shot(desk, `${form}&reference=FP/77`, 'link');
    await desk.open(`${form}&reference=FP/77`);
    const victim = /name="victim"[^>]*value="([^"]+\/1)"/.exec(desk.html)?.[1] as string;
    await desk.send({ victim }, `${form}&reference=FP/77`);
    const worker = await site.plainAs('worker');
    await worker.open(`/child-cases/${world.proposed}`);
    expect(worker.html).toContain(`/children/${child}/incidents`);
    const told = await site.shot(worker, `/children/${child}/incidents`, 'of-child');
    expect(told).toContain('Made-up offence');
    expect(told).toContain('15: Suspect identified');
    expect(told).not.toMatch(/S-9|V-7|park/);
    expect((await worker.open(href)).statusCode).toBe(404);
    await worker.open(`/child-cases/${world.proposed}/chronology`);
    expect(worker.html).toContain('Incident that the police recorded');
    expect(worker.html).toContain('Outcome of the police');
    expect(worker.html).not.toMatch(/S-9|V-7/);
  });

  it('is counted for the coordinator, who reads no record and is told how many are kept back', async () => {
    const coordinator = await site.plainAs('coordinator');
    const days = 'from=2026-01-01&to=2026-06-30';
    const figures = await site.shot(coordinator, `/incident-report?${days}`, 'report');
    expect(figures).toContain('100.00% (1\u00a0of\u00a01)');
    expect(figures).toContain('Home Office outcomes 1, 1A');
    expect(figures).not.toContain('href="/incidents?from');
    await coordinator.open(`/incidents?${days}`);
    expect(coordinator.html).toContain('count 1 more that are kept back');
    expect((await coordinator.open(`/incident-report.csv?${days}&for=outside`)).body).toContain('kept back');
    const chair = await site.plainAs('chair');
    await chair.open(`/incident-report?${days}`);
    expect(chair.html).toContain('href="/incidents?from&#x3D;2026-03-01&amp;to&#x3D;2026-03-31"');
    await site.shot(chair, '/incidents', 'list');
  });

  it('link is withdrawn with a reason where it was another child', async () => {
    const desk = await site.plainAs('desk');
    await desk.open(href);
    const withdraw = /href="(\/incident-victims\/[^"]+\/withdraw-link)"/.exec(desk.html)?.[1] as string;
    await desk.open(withdraw);
    await desk.send({ reason: 'Another made-up child' });
    await desk.open(href);
    expect(desk.html).not.toContain(withdraw);
  });
});
