import { aNomination } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { type SmallWorld, smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
let world: SmallWorld;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  site = await startSite(api.url, { partnership: 'Fernshire (invented)', pictures: 'intelligence' });
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const optionOf = (html: string, words: string): string =>
  new RegExp(`<option value="([^"]+)"[^>]*>[^<]*${words}`).exec(html)?.[1] ?? '';

const seen = 'A grey car waited at the made-up shop and two children got in';
const report = {
  seen,
  when: 'On Saturday evening',
  where: 'Sample Street, Madeupton',
  howKnown: 'seen-or-heard-myself',
  fromChild: 'no',
  couldShow: 'yes',
  childInDanger: 'no',
  phones: '07700 900123',
  'platform-0': 'snapchat',
  'handle-0': '@made_up',
};

const soon = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10).split('-');
const graded = {
  source: '2',
  information: 'B',
  handling: 'C',
  'reviewBy-day': soon[2] as string,
  'reviewBy-month': soon[1] as string,
  'reviewBy-year': soon[0] as string,
};

describe('intelligence, without scripts', () => {
  it('is submitted from the case, says first who will see it, and is not shown to whoever wrote it', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(`/child-cases/${world.proposed}`);
    expect(worker.html).toContain('/intelligence/submit-intelligence?case');
    const form = `/intelligence/submit-intelligence?case=${world.proposed}`;
    await worker.open(form);
    expect(worker.html).toContain('Only the intelligence desk of the police reads what you write');
    await site.shot(worker, form, 'submit');
    await worker.open(form);
    await worker.send({ ...report, vehicles: 'AB12 CDE\nsilver', pncs: '2002/0073319Y' });
    expect(worker.html).toContain('href="#pncs"');
    expect(worker.html).toContain('Enter the whole registration');
    expect(worker.html).toContain(seen);
    const sent = await worker.send({ ...report, vehicles: 'ABI2 CDE', pncs: '02/73319z' });
    const href = String(sent.headers.location);
    expect(href).toMatch(/^\/intelligence\//);
    const receipt = await site.shot(worker, href, 'receipt');
    expect(receipt).toContain('The intelligence desk has it');
    expect(receipt).not.toContain(seen);
    expect(receipt).toContain('Add to or correct');
    await worker.open('/intelligence');
    expect(worker.html).not.toContain(seen);
  });

  it('is evaluated, sanitised and given by the desk, and read by its recipient in its part alone', async () => {
    const officer = await site.plainAs('intelligence');
    const list = await site.shot(officer, '/intelligence', 'desk');
    expect(list).toContain('To evaluate (1)');
    await officer.open('/intelligence');
    const href = /href="(\/intelligence\/[0-9a-f-]{36})"/.exec(officer.html)?.[1] as string;
    const before = await site.shot(officer, href, 'report');
    expect(before).toContain(seen);
    expect(before).toContain('Vehicle registration: AB12 CDE');
    expect(before).toContain('PNC number: 2002/0073319Z');
    expect(before).toContain('@made_up on Snapchat');
    expect(before).toContain('Not graded');
    await officer.open(`${href}/evaluate`);
    expect(officer.html).toContain(seen);
    await officer.send({ ...graded });
    expect(officer.html).toContain('Handling C has conditions');
    await site.shot(officer, `${href}/evaluate`, 'evaluate');
    await officer.open(`${href}/evaluate`);
    await officer.send({ ...graded, conditions: 'A1' });
    await officer.open(`${href}/sanitise`);
    await site.shot(officer, `${href}/sanitise`, 'sanitise');
    await officer.open(`${href}/sanitise`);
    await officer.send({ safety: 'A vehicle is of concern near the made-up shop' });
    await officer.open(`${href}/disseminate`);
    expect(officer.html).toContain('record the risk and the safeguard first');
    await officer.open(`${href}/record-source-risk`);
    await officer.send({
      level: 'medium',
      risk: 'Few people were there',
      safeguard: 'Nobody acts on it alone',
    });
    await site.shot(officer, `${href}/disseminate`, 'disseminate');
    await officer.open(`${href}/disseminate`);
    const health = optionOf(officer.html, 'Fernshire Health Trust: whoever');
    await officer.send({
      'to-0': health,
      parts: 'safety',
      powers: 'children-act-2004-10',
      purpose: 'To keep children safe',
      reasons: 'They look out for it and say nothing',
    });
    await officer.open(href);
    expect(officer.html).toContain('Fernshire Health Trust');
    const member = await site.plainAs('memberHealth');
    const given = await site.shot(member, href, 'given');
    expect(given).toContain('A vehicle is of concern near the made-up shop');
    expect(given).toContain('2 B C (A1)');
    expect(given).toContain('intelligence and not a fact');
    expect(given).not.toContain(seen);
    expect(given).not.toContain('AB12');
    const manager = await site.plainAs('manager');
    const answer = await manager.open(href);
    expect(answer.statusCode).toBe(404);
    await officer.open(`${href}/evaluate`);
    await officer.send({ ...graded, conditions: 'A2' });
    expect(officer.html).toContain('Say of each who was given the report');
    await site.shot(officer, `${href}/evaluate`, 'regrade');
    await officer.open(`${href}/evaluate`);
    expect(officer.html).toMatch(/value="A1" checked/);
    await officer.send({ ...graded, conditions: 'A2', 'recipient-0': `withdraw/${health}/` });
    await member.open(href);
    expect(member.html).not.toContain('A vehicle is of concern');
  });

  it('names the record from whose page it is sent, and what the desk looks for and recognises in it', async () => {
    const nominate = async (name: string) => {
      const id = await api.give('intelligence', 'person-cases/nominate', aNomination({ person: { name } }));
      const officer = await site.plainAs('intelligence');
      await officer.open(`/person-cases/${id}`);
      return /href="\/persons\/([0-9a-f-]{36})"/.exec(officer.html)?.[1] as string;
    };
    const one = await nominate('Quilla Madeup');
    const other = await nominate('Zebedee Invented');
    const officer = await site.plainAs('intelligence');
    await officer.open(`/persons/${one}`);
    const form = `/intelligence/submit-intelligence?named=person:${one}`;
    expect(officer.html.replaceAll('&#x3D;', '=')).toContain(form);
    await site.shot(officer, form, 'submit-about');
    await officer.open(form);
    expect(officer.html).toContain('Person: Quilla Madeup');
    const sent = await officer.send({ ...report, named: `person:${one}` });
    const href = String(sent.headers.location);
    await officer.open(href);
    expect(officer.html).toContain(`href="/persons/${one}"`);
    await officer.open(`${href}/name-records`);
    expect(officer.html).toContain('Quilla Madeup');
    await officer.send({ find: 'Zebedee Invented', vehicles: 'AB12 CDF' });
    expect(officer.html).toContain('Nothing is sent yet');
    expect(officer.html).toContain(`value="person:${other}"`);
    await officer.open(`${href}/name-records`);
    await officer.send({});
    expect(officer.html).toContain('<a href="#find">Choose a record, or write an identifier.</a>');
    await site.shot(officer, `${href}/name-records`, 'name-records');
    await officer.open(`${href}/name-records`);
    await officer.send({ look: 'yes', find: 'Zebedee Invented' });
    await officer.send({ named: `person:${other}`, vehicles: 'AB12 CDF' });
    await officer.open(href);
    expect(officer.html).toContain(`href="/persons/${other}"`);
    expect(officer.html).toContain('AB12 CDF');
  });

  it('has requirements that are raised and answered, and refuses one that a child would have to answer', async () => {
    const officer = await site.plainAs('intelligence');
    const form = '/intelligence-requirements/raise-requirement';
    await officer.open(form);
    const asked = {
      question: 'Ask the child which car it was',
      purpose: 'To disrupt what happens there',
      agencyId: optionOf(officer.html, 'Fernshire Health Trust'),
      'by-day': '1',
      'by-month': '2',
      'by-year': '2099',
      from: 'own-records',
      powers: 'children-act-2004-10',
    };
    await officer.send(asked);
    expect(officer.html).toContain('A child is never asked to obtain information');
    await site.shot(officer, form, 'requirement');
    await officer.open(form);
    const sent = await officer.send({ ...asked, question: 'Which cars are known at the made-up shop?' });
    const href = String(sent.headers.location);
    const member = await site.plainAs('memberHealth');
    await member.open(`${href}/answer-requirement`);
    await member.send({ outcome: 'answered', answer: 'A grey one' });
    await officer.open(href);
    expect(officer.html).toContain('A grey one');
    await site.shot(officer, '/intelligence-requirements', 'requirements');
  });
});
