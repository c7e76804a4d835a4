import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lookAtForm } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { type SmallWorld, smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
let world: SmallWorld;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  site = await startSite(api.url, { pictures: 'on-case' });
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const caseHref = () => `/child-cases/${world.proposed}`;
const on = (command: string) => `/${command}?case=${world.proposed}`;
const optionOf = (html: string, words: string): string =>
  new RegExp(`<option value="([^"]+)"[^>]*>[^<]*${words}`).exec(html)?.[1] ?? '';

describe('a request for information, without scripts', () => {
  it('is asked from the case, read and answered by the agency, and fed back', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(caseHref());
    expect(worker.html).toContain('/information-requests/request-information?case');
    await worker.open(on('information-requests/request-information'));
    const police = optionOf(worker.html, 'Police');
    expect(worker.html).toContain('To assess the risk to the child');
    const own = optionOf(worker.html, 'Council');
    expect([police, own]).not.toContain('');
    const asked = {
      agencyId: own,
      question: 'What have you seen since June?',
      purpose: 'To assess the risk',
      powers: 'children-act-2004-10',
    };
    await worker.send(asked);
    expect(worker.html).toContain('Within your own agency ask one person by name');
    expect(worker.html).toContain('What have you seen since June?');
    const sent = await worker.send({ ...asked, agencyId: police });
    const href = String(sent.headers.location);
    expect(href).toMatch(/^\/information-requests\//);
    const shown = await site.shot(worker, href, 'request');
    expect(shown).toContain('What have you seen since June?');
    expect(shown).toMatch(/Why this date: Agency answers.*\d working days?.*counted from the request/);

    const member = await site.plainAs('memberPolice');
    await member.open('/information-requests');
    expect(member.html).toContain('What have you seen since June?');
    expect(await site.shot(member, href, 'request-asked')).not.toContain('Open the case');
    await member.open(`${href}/answer-information`);
    await member.send({ outcome: 'refused' });
    expect(member.html).toContain('Say why it is refused');
    await member.send({
      outcome: 'given-in-part',
      answer: 'Seen twice in May.',
      reason: 'One line is not ours.',
    });

    await worker.open(href);
    expect(worker.html).toContain('Seen twice in May.');
    await worker.open(`${href}/feed-back`);
    await worker.send({ words: 'It went into the assessment.' });
    expect(await site.shot(worker, '/sharing-ledger', 'ledger')).toContain('Given in part');
    expect(await site.shot(worker, caseHref(), 'case')).toContain('Asked of agencies');
  });
});

describe('a challenge, without scripts', () => {
  it('is raised, answered, taken to the next stage and seen by the chair', async () => {
    const referrer = await site.plainAs('referrer');
    await referrer.open(caseHref());
    expect(referrer.html).toContain('If you do not agree with what was decided');
    await referrer.open(on('challenges/raise-challenge'));
    const challenge = { about: 'delay', words: 'Nobody has called us.' };
    await referrer.send(challenge);
    expect(referrer.html).toContain('Enter what you ask for');
    const sent = await referrer.send({ ...challenge, wanted: 'A call this week.' });
    const href = String(sent.headers.location);
    expect(await site.shot(referrer, href, 'challenge')).toContain('Between the workers');

    const worker = await site.plainAs('worker');
    await worker.open(href);
    expect(worker.html).toContain('Answer the challenge');
    await lookAtForm(site, worker, `${href}/answer-challenge`, 'on-case-answer-challenge');
    await worker.send({ outcome: 'upheld', words: 'We called today.' });

    await referrer.open(`${href}/escalate-challenge`);
    await referrer.send({ words: 'Nobody came.' });
    const chair = await site.plainAs('chair');
    expect(await site.shot(chair, '/challenges', 'challenges')).toContain('Between their managers');
  });
});

describe('a statutory notice, without scripts', () => {
  it('is recorded as needed, sent and answered', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(on('notices/record-notice'));
    const sent = await worker.send({ kind: 'nrm', need: 'needed', reasons: 'Taken to another town.' });
    const href = String(sent.headers.location);
    await worker.open(`${href}/send-notice`);
    await worker.send({ to: 'The competent authority' });
    expect(worker.html).toContain('Say which first responder refers');
    await worker.send({
      to: 'The competent authority',
      reference: 'NRM-1',
      firstResponder: 'local-authority',
      guardianService: 'referred',
    });
    expect(await site.shot(worker, href, 'notice')).toContain('Local authority');
    await worker.open(`${href}/answer-notice`);
    await worker.send({ answer: 'reasonable-grounds-positive', words: 'By letter.' });
    await worker.open(caseHref());
    expect(worker.html).toContain('National Referral Mechanism referral');
  });

  it('comes up by itself where somebody of concern is trusted with children', async () => {
    const triage = await site.plainAs('triage');
    await triage.open('/child-cases/record-referral');
    const sent = await triage.send({
      seenOrSaid: 'The coach sends messages at night.',
      immediateDanger: 'no',
      'child-firstName': 'Made-up',
      positionOfTrust: 'yes',
    });
    await triage.open(String(sent.headers.location));
    expect(triage.html).toContain('Referral to the local authority designated officer');
    expect(triage.html).toContain('To be decided');
    const href = /href="(\/notices\/[^"]+)"/.exec(triage.html)?.[1] ?? '';
    await triage.open(`${href}/decide-notice`);
    expect(await site.shot(triage, `${href}/decide-notice`, 'decide')).toContain('It is not needed');
    await triage.send({ need: 'not-needed', reasons: 'He left the club years ago.' });
    await triage.open(href);
    expect(triage.html).toContain('Not needed');
  });
});

describe('a service to a child, without scripts', () => {
  it('is asked for, accepted, started and ended, with how long the child waited and what the child says', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(caseHref());
    expect(worker.html).toContain('/service-episodes/refer-service?case');
    await worker.open(on('service-episodes/refer-service'));
    const agencyId = optionOf(worker.html, 'Police');
    await worker.send({ service: 'Weekly talking', agencyId });
    expect(worker.html).toContain('Enter what it is for');
    const sent = await worker.send({ service: 'Weekly talking', agencyId, purpose: 'Somebody to trust' });
    const href = String(sent.headers.location);
    expect(await site.shot(worker, href, 'service')).toContain('Waiting for 0 days');
    await lookAtForm(site, worker, `${href}/accept-service`, 'on-case-accept-service');
    await worker.send({ words: 'From Monday' });
    await worker.open(`${href}/start-service`);
    await worker.send({});
    expect(await site.shot(worker, `${href}/end-service`, 'end-service')).not.toContain('It was not begun');
    await worker.open(`${href}/end-service`);
    await worker.send({ outcome: 'completed', reason: 'The aim was met', childWords: 'She listened.' });
    expect(await site.shot(worker, href, 'service-ended')).toContain('She listened.');
    await worker.open(caseHref());
    expect(worker.html).toContain('Completed as planned');
    await worker.open(`${caseHref()}/chronology`);
    expect(worker.html).toContain('Service: Weekly talking');
  });

  it('is carried forward to another open case of the child alone', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(on('service-episodes/refer-service'));
    const agencyId = optionOf(worker.html, 'Police');
    const sent = await worker.send({ service: 'Group work', agencyId, purpose: 'Friends' });
    const href = `${String(sent.headers.location)}/carry-service`;
    expect(await site.shot(worker, href, 'carry-service')).toContain('no other open case that you may see');
  });
});

describe('a contact caution, without scripts', () => {
  it('stands beside the name wherever the case is opened, until a manager releases it', async () => {
    const manager = await site.plainAs('manager');
    await manager.open(`${caseHref()}/set-contact-caution`);
    const caution = {
      party: 'parent',
      who: 'Stepfather',
      whatNot: 'No letters to the home',
      why: 'He opens them',
    };
    await manager.send(caution);
    expect(manager.html).toContain('Enter the day on which it is looked at again');
    const until = { 'until-day': '10', 'until-month': '1', 'until-year': '2027' };
    await manager.send({ ...caution, ...until });
    const worker = await site.plainAs('worker');
    expect(await site.shot(worker, `${caseHref()}/assess-risk`, 'caution')).toContain(
      'No letters to the home.',
    );
    const referrer = await site.plainAs('referrer');
    await referrer.open(caseHref());
    expect(referrer.html).not.toContain('No letters to the home');

    await worker.open(`${caseHref()}/record-feedback`);
    const told = { about: 'grade', what: 'The grade', 'child-told': 'no', 'child-whyNot': 'Not today' };
    await worker.send({ ...told, 'parent-told': 'yes', 'parent-how': 'By letter' });
    expect(worker.html).toContain(
      'A contact caution on this case, or another of the child, stops anything to this person',
    );

    await lookAtForm(site, manager, `${caseHref()}/release-contact-caution`, 'on-case-release');
    const id = /name="cautionId"[^>]*value="([^"]+)"/.exec(manager.html)?.[1] ?? '';
    await manager.send({ cautionId: id, reason: 'He has moved out.' });
    await worker.open(caseHref());
    expect(worker.html).not.toContain('>Contact caution<');
  });
});

describe('about me, without scripts', () => {
  it('is what the case opens with, and stands in the form when it is written again', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(caseHref());
    const child = /href="(\/children\/[^"/]+)"/.exec(worker.html)?.[1] ?? '';
    await worker.open(`${child}/record-about-me`);
    await worker.send({ likes: 'Skating and the dog', trustedAdult: 'Ms Okafor at school' });
    await worker.open(`${child}/record-carer`);
    const carer = {
      ...{ name: 'Grandmother', relation: 'Grandmother', asParent: 'yes' },
      ...{ livesWith: 'yes', mayContact: 'ask-first' },
    };
    const second = { 'contacts-1-value': '07700 900000', 'contacts-1-notSay': 'No voicemail' };
    await worker.send({ ...carer, ...second });
    expect(worker.html).toContain('Select the kind of way 2');
    const whole = { ...carer, ...second, 'contacts-1-way': 'mobile' };
    await worker.send(whole);
    expect(worker.html).toContain('Say what is asked first');
    await worker.send({ ...whole, safeHow: 'Never before four.' });
    expect(await site.shot(worker, child, 'carers')).toContain('Not to say or leave: No voicemail');
    await worker.open(child);
    const change = /href="([^"]+change-carer[^"]+)"/.exec(worker.html)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
    await worker.open(change);
    expect(worker.html).toContain('07700 900000');
    await site.shot(worker, change, 'change-carer');
    await worker.send({ ...carer, mayContact: 'no', safeHow: 'She lets him read it.', reason: 'Told today' });
    await worker.open(`${caseHref()}/record-feedback`);
    expect(worker.html).toContain('Nobody contacts them. She lets him read it.');
    await worker.open(change.replace('change-carer', 'end-carer'));
    await worker.send({ carerId: decodeURIComponent(change.split('carer=')[1] ?? ''), reason: 'Moved away' });
    await worker.open(child);
    expect(worker.html).not.toContain('Grandmother');
    await worker.open(`${child}/record-carer`);
    await worker.send({ ...carer, safeHow: 'Never before four.' });
    await worker.open(`${child}/record-status-line`);
    const since = { 'since-day': '1', 'since-month': '10', 'since-year': '2026' };
    await worker.send({ status: 'child-in-need', ...since });
    const words = await site.shot(worker, caseHref(), 'about');
    expect(words).toContain('Skating and the dog');
    expect(words).toContain('Never before four.');
    expect(words).toContain('Child in need since');
    await worker.open(`${child}/record-about-me`);
    expect(worker.html).toContain('Ms Okafor at school');
    await site.shot(worker, child, 'child');
  });
});
