import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lookAtForm } from '../../testing/look.js';
import { type PersonKey, type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { type SmallWorld, smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
let world: SmallWorld;
let personId: string;
let childId: string;
let notice: string;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  const nomination = {
    person: { name: 'Person Amber-07 (made up)', birthDate: '1990-05-06' },
    bases: [{ code: 'repeat-association' }],
    why: 'Seen with children near the made-up station',
  };
  const id = await api.give('intelligence', 'person-cases/nominate', nomination);
  const read = async <T>(who: PersonKey, path: string) => (await api.ask<T>(who, 'GET', path)).body;
  const { aboutId } = await read<{ aboutId: string }>('intelligence', `/api/v1/person-cases/${id}`);
  personId = aboutId;
  const one = await read<{ childId: string }>('worker', `/api/v1/child-cases/${world.proposed}`);
  childId = one.childId;
  site = await startSite(api.url, { partnership: 'Fernshire (invented)', pictures: 'measures' });
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const dayIn = (name: string, days: number) => {
  const [year = '', month = '', day = ''] = new Date(Date.now() + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};

describe('measures, without scripts', () => {
  it('a notice is considered with the advice beside the form, and served', async () => {
    const officer = await site.plainAs('intelligence');
    const form = `/disruption-measures/consider-measure?person=${personId}&child=${childId}`;
    const words = await site.shot(officer, form, 'consider');
    expect(words).toContain('Person Amber-07 (made up)');
    expect(words).toContain('A notice about abduction');
    expect(words).toContain('Police advice');
    expect(words).toContain('Child abduction warning notice (Child Abduction Act 1984');
    await officer.open(form);
    await officer.send({ code: 'cawn', why: '', ...dayIn('nextOn', 14) });
    expect(officer.html).toContain('There is a problem');
    const sent = await officer.send({
      code: 'cawn',
      why: 'Seen with the child at night (made up)',
      childIds: childId,
      ...dayIn('nextOn', 14),
    });
    notice = String(sent.headers.location);
    expect(notice).toMatch(/^\/disruption-measures\/[0-9a-f-]{36}$/);
    await lookAtForm(site, officer, `${notice}/serve-measure`, 'measures-serve');
    await officer.send({
      how: 'Handed over by a made-up officer',
      conditions: 'Stays away from the child (made up)',
    });
    const shown = await site.shot(officer, notice, 'view');
    expect(shown).toContain('In force');
    expect(shown).toContain('Stays away from the child (made up)');
    await officer.open(`${notice}/record-breach`);
    await officer.send({ what: 'Rang the child (made up)', answer: 'Arrested (made up)' });
    await officer.open(notice);
    expect(officer.html).toContain('Breaches');
    expect(officer.html).toContain('In force');
  });

  it('whoever works with the child reads what it asks, and never on whom it is', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(`/children/${childId}`);
    const href = /href="(\/protections\/[0-9a-f-]{36})"/.exec(worker.html)?.[1] as string;
    const words = await site.shot(worker, href, 'protection');
    expect(words).toContain('Stays away from the child (made up)');
    expect(words).not.toContain('Amber');
    expect((await worker.open(notice)).statusCode).toBe(404);
  });

  it('an entry is set right and stays to be read, marked wrong; a breach that never was is taken back', async () => {
    const officer = await site.plainAs('intelligence');
    await site.shot(officer, `${notice}/correct-entry`, 'correct');
    await officer.open(`${notice}/correct-entry`);
    const chosen = (what: string) =>
      new RegExp(`value="([0-9a-f-]{36})"[^>]*>\\s*<label[^>]*>\\s*${what}`).exec(
        officer.html,
      )?.[1] as string;
    await officer.send({ rowId: chosen('Considered'), reason: 'A made-up slip' });
    expect(officer.html).toContain('Write what is right');
    await officer.send({ rowId: chosen('Breached'), reason: 'Somebody else (made up)' });
    await officer.open(notice);
    expect(officer.html).toContain('A breach taken back: it never was');
    expect(officer.html).toContain('marked wrong, see its replacement');
    await officer.open(`${notice}/record-breach`);
    await officer.send({ what: 'Rang the child again (made up)', answer: 'Arrested (made up)' });
  });

  it('the register, what was tried on the person, and what licensing can act on', async () => {
    const officer = await site.plainAs('intelligence');
    expect(await site.shot(officer, '/disruption-measures', 'register')).toContain(
      'Child abduction warning notice',
    );
    const tried = await site.shot(officer, `/disruption-measures/tried?about=${personId}`, 'tried');
    expect(tried).toContain('So far: 1 in force, 1 breached at least once');
    const licence = {
      code: 'taxi-driver-licence',
      personId,
      why: 'Drives at night (made up)',
      nextOn: '2040-01-31',
    };
    const id = await api.give('intelligence', 'disruption-measures/consider-measure', licence);
    const lee = await site.plainAs('licensing');
    const levers = await site.shot(lee, '/disruption-measures/licensing', 'licensing');
    expect(levers).toContain('Review of a premises licence');
    expect(levers).toContain('Suspension or revocation of a taxi');
    await lee.open(`/disruption-measures/${id}/grant-measure`);
    await lee.send({ decidedBy: 'Made-up committee', conditions: 'Suspended at once (made up)' });
    await lee.open(`/disruption-measures/${id}`);
    expect(lee.html).toContain('In force');
    expect((await lee.open(notice)).statusCode).toBe(404);
    await site.shot(officer, `/disruption-measures/${id}/allocate-measure`, 'allocate');
  });

  it('a variation starts with the last day that stands, and says so where there is none from now on', async () => {
    const officer = await site.plainAs('intelligence');
    const order = { code: 'sexual-risk-order', personId, why: 'Made up', nextOn: '2040-01-31' };
    const id = await api.give('intelligence', 'disruption-measures/consider-measure', order);
    const at = `/disruption-measures/${id}`;
    await officer.open(`${at}/grant-measure`);
    expect(officer.html).toContain('By law: at least 2 years.');
    const decided = { decidedBy: 'Made-up court', conditions: 'Keeps away (made up)' };
    await officer.send({ ...decided, 'lastDay-day': '1', 'lastDay-month': '6', 'lastDay-year': '2040' });
    expect(await site.shot(officer, `${at}/vary-measure`, 'vary')).toContain('Where it has not changed');
    await officer.open(`${at}/vary-measure`);
    expect(officer.html).toMatch(/name="lastDay-year"[^>]*value="2040"/);
    const date = { 'lastDay-day': '', 'lastDay-month': '', 'lastDay-year': '' };
    await officer.send({ ...decided, ...date, why: 'A new address (made up)' });
    await officer.open(at);
    expect(officer.html).toContain('1 June 2040');
    expect(officer.html).toContain('Length by law');
    await officer.open(`${at}/vary-measure`);
    await officer.send({ ...decided, ...date, why: 'Until further order (made up)', noLastDay: 'yes' });
    await officer.open(at);
    expect(officer.html).toContain('None: it is looked at again');
    expect(officer.html).toContain('None from then on');
  });

  it('an order that somebody already has under a law that has ended is recorded with its day, and a day to come is refused', async () => {
    const officer = await site.plainAs('intelligence');
    const form = `/disruption-measures/consider-measure?person=${personId}`;
    const sopo = 'Sexual offences prevention order (Sexual Offences Act 2003';
    const made = { 'happened-day': '1', 'happened-month': '5', 'happened-year': '2014' };
    await officer.open(form);
    expect(officer.html).toContain('Those that are law today');
    expect(officer.html).not.toContain(sopo);
    await officer.send({ ...made, look: 'law' });
    expect(officer.html).toContain('Those that were law on 1 May 2014');
    expect(officer.html).toContain(sopo);
    const typed = { code: 'sexual-offences-prevention-order', why: 'Made by a made-up court' };
    await officer.send({ ...typed, ...made, 'happened-month': '13', ...dayIn('nextOn', 14) });
    expect(officer.html).toContain('The day must be a real date');
    const today = { ...typed, code: 'sexual-risk-order' };
    await officer.send({ ...today, ...dayIn('happened', 3), ...dayIn('nextOn', 14) });
    expect(officer.html).toContain('cannot lie in the future');
    const sent = await officer.send({ ...typed, ...made, ...dayIn('nextOn', 14) });
    const at = String(sent.headers.location);
    expect(at).toMatch(/^\/disruption-measures\/[0-9a-f-]{36}$/);
    await officer.open(`${at}/grant-measure`);
    await officer.send({ decidedBy: 'Made-up court', conditions: 'Keeps away (made up)', ...made });
    const words = await site.shot(officer, at, 'sopo');
    expect(words).toContain('1 May 2014');
    expect(words).toContain('In force');
    await officer.open(`${at}/record-breach`);
    await officer.send({ what: 'Rang (made up)', answer: 'Arrested (made up)', ...dayIn('happened', -2) });
    await officer.open(at);
    expect(officer.html).toContain('Breaches');
  });
});
