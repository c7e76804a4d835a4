import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { PlainBrowser } from '../../testing/browser-form.js';
import { look } from '../../testing/look.js';
import { type PersonKey, type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';

const head =
  'FORCE,REFERENCE,KIND,OFFENCE,RECORDED,COMMITTED,COMMITTED_TO,PLACE,VICTIMS,OFFENDERS,OUTCOME,OUTCOME_DATE';
const incidents = [
  head,
  'Fernshire Police,FP/1,crime,Made-up offence,2026-03-02,,,,V-1,?,,',
  'Fernshire Police,FP/2,theft,Made-up offence,2026-03-02,,,,,,,',
].join('\n');

let api: RealApi;
let site: Site;
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await startSite(api.url);
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

async function as(who: PersonKey): Promise<PlainBrowser> {
  const plain = new PlainBrowser(site.app);
  await plain.open('/session/sign-in');
  await plain.send({ person: api.emailOf(who) });
  return plain;
}
const shot = (plain: PlainBrowser, path: string, name: string) => look(site, plain, path, `files-${name}`);

/** Opens an import until it has ended: it goes on beside the answers. */
async function ended(plain: PlainBrowser, href: string): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    await plain.open(href);
    if (!plain.html.includes('is at work')) return plain.html;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the import did not end');
}

it('a file is previewed, its faults are shown by line and column, and it is taken from there without being chosen again', async () => {
  const police = await as('intelligence');
  const words = await shot(police, '/imports', 'list');
  expect(words).toContain('Persons of concern');
  expect(words).not.toContain('Children looked after');
  await shot(police, '/imports/take?kind=incidents', 'take');
  await police.open('/imports/take?kind=incidents');
  expect((await police.sendFiles({}, {})).statusCode).toBe(422);
  expect(police.html).toContain('Choose a file');
  const preview = String((await police.sendFiles({}, { file: incidents })).headers.location);
  const shown = await ended(police, preview);
  expect(shown).toContain('Preview: nothing is stored yet');
  expect(shown).toMatch(/KIND is crime or non-crime/);
  await shot(police, preview, 'outcome-of-preview');
  await police.open('/incidents');
  expect(police.html).not.toContain('FP/1');
  await police.open(preview);
  const taken = String((await police.send({})).headers.location);
  expect(await ended(police, taken)).toContain('Imported');
  await shot(police, '/imports', 'list-after');
  await police.open('/incidents');
  expect(police.html).toContain('FP/1');
});

it('an import is shown to the session that began it alone, and a file of another kind says what is wrong', async () => {
  const police = await as('intelligence');
  await police.open('/imports/take?kind=persons');
  const href = String((await police.sendFiles({}, { file: incidents })).headers.location);
  expect(await ended(police, href)).toContain('This is not a file');
  const other = await as('intelligence');
  expect((await other.open(href)).headers.location).toBe('/imports');
  expect((await (await as('worker')).open('/imports/take?kind=persons')).headers.location).toBe('/imports');
});

it('files come with the secret of a form of ours, and on pages that take them', async () => {
  const police = await as('intelligence');
  await police.open('/imports/take?kind=incidents');
  const { html } = police;
  police.html = html.replaceAll('name="_csrf"', 'name="_other"');
  expect((await police.sendFiles({}, { file: incidents })).statusCode).toBe(403);
  police.html = html;
  expect(
    (await police.sendFiles({}, { file: incidents }, '/intelligence/submit-intelligence')).statusCode,
  ).toBe(415);
});

it('an outside list is compared once: counts, faults by line, and a line in what was compared before', async () => {
  const coordinator = await as('coordinator');
  await shot(coordinator, '/match-lists', 'match-list');
  await coordinator.open('/match-lists');
  await coordinator.sendFiles({ from: 'A made-up hotel chain' }, {});
  expect(coordinator.html).toContain('Choose the power by which it is compared');
  expect(coordinator.html).toContain('value="A made-up hotel chain"');
  const list = 'NAME,BORN,UPN,LOCAL_ID,NHS_NUMBER,PNC,PHONES,REGISTRATIONS,EMAILS\nRobin Nobody,,,,,,,,\n';
  const told = { from: 'A made-up hotel chain', powers: 'children-act-2004-10', purpose: 'Made up' };
  const answer = await coordinator.sendFiles(told, { file: list });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(coordinator.html).toContain('What the list and the books have in common');
  expect(coordinator.html).toContain('Line 2, NAME');
  expect(coordinator.html).not.toContain('Robin Nobody');
  const page = await site.browser.turnTo(`${site.base}/match-lists`);
  expect(await page.page.textContent('main')).toContain('A made-up hotel chain');
});

it('the problem profile of a year is shown with its definitions, and given as a document', async () => {
  const chair = await as('chair');
  expect(await shot(chair, '/problem-profile?year=2025', 'problem-profile')).toContain(
    'Children’s cases, by grade',
  );
  const pdf = await chair.open('/problem-profile/document?year=2025');
  expect(pdf.headers['content-type']).toBe('application/pdf');
  const outside = await chair.open('/problem-profile/document?year=2025&for=outside');
  expect(outside.headers['content-disposition']).toContain('problem-profile-2025-for-others.pdf');
  expect(await shot(chair, '/disruption', 'disruption')).toContain('Problem profile');
});

it('an agency gives its own figures, is told which line cannot be read, and the problem profile prints them', async () => {
  const member = await as('memberHealth');
  await shot(member, '/partner-figures', 'figures');
  await shot(member, '/partner-figures/record-figures', 'figures-form');
  const form = '/partner-figures/record-figures';
  await member.open(form);
  const agencyId = /value="([^"]+)"[^>]*>[^<]*[Hh]ealth/.exec(member.html)?.[1] ?? '';
  const typed = {
    ...{ agencyId, period: '2026', measure: 'Made-up attendances', source: 'A made-up register', note: '' },
    figures: 'Under 16: 12\nSixteen and over',
  };
  await member.send(typed);
  expect(member.html).toContain('Write line 2 as what is counted, a colon, and a whole number');
  await member.send({ ...typed, figures: 'Under 16: 12\nSixteen and over: 3' });
  expect(member.html).toContain('A number from 1 to 4 can tell of one child');
  const given = await member.send({ ...typed, figures: 'Under 16: 12\nSixteen and over: kept back' });
  const place = String(given.headers.location);
  expect(await shot(member, place, 'figures-view')).toContain('A made-up register');
  const chair = await as('chair');
  const words = await shot(chair, '/problem-profile?year=2026', 'problem-profile-partners');
  expect(words).toContain('Made-up attendances');
  expect(words).toMatch(/none were given for 2026 by/);
  await shot(chair, `${place}/withdraw-figures`, 'figures-withdraw');
});
