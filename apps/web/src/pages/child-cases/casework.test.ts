import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PlainBrowser } from '../../testing/browser-form.js';
import { look, lookAtForm } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { assessment, daysAgo, type SmallWorld, smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
let world: SmallWorld;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  site = await startSite(api.url, { pictures: 'casework' });
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const on = (verb = '') => `/child-cases/${world.proposed}${verb && `/${verb}`}`;
const seen = (plain: PlainBrowser, verb: string) => look(site, plain, on(verb), `casework-${verb || 'case'}`);

function inDays(name: string, days: number): Record<string, string> {
  const [year = '', month = '', day = ''] = daysAgo(-days).slice(0, 10).split('-');
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day };
}

describe('a social worker without scripts', () => {
  it('records a visit with three answers, and the case counts contact and attempt apart', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(on('record-contact'));
    expect(worker.html).toContain('No contact with the child is recorded yet');
    expect(worker.html).toMatch(/value="visit"[^>]*checked/);
    const visit = { kind: 'visit', with: 'child', said: 'We walked to the park.' };
    await worker.send(visit);
    expect(worker.html).toContain('Say whether the child was seen alone');
    const sent = await worker.send({ ...visit, alone: 'yes' });
    expect(sent.headers.location).toBe(on());
    await worker.open(on('record-contact'));
    await worker.send({ kind: 'attempt', with: 'child', said: 'Rang twice, no answer.' });
    await worker.open(on());
    expect(worker.html).toContain('The child was met or spoken with once');
    expect(worker.html).toContain('It was tried once without reaching the child');
    expect(worker.html).toContain('Tried, and not reached');
    expect(worker.html).not.toContain('not engaging');
    await seen(worker, 'record-contact');
    await seen(worker, '');
  });

  it('says what child and parent were told; what is still owed is ticked already', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(on());
    expect(worker.html).toContain('still to be told of the grade');
    await worker.open(on('record-feedback'));
    expect(worker.html).toMatch(/value="grade"[^>]*checked/);
    await worker.send({
      about: ['grade'],
      what: 'That we worry and what we want to do about it.',
      'child-told': 'yes',
      'child-how': 'On a walk; she asked who else knows.',
      'parent-told': 'no',
      'parent-whyNot': 'She asked us to wait until Friday.',
    });
    await worker.open(on());
    expect(worker.html).not.toContain('still to be told');
    expect(worker.html).toContain('She asked us to wait until Friday.');
    await seen(worker, 'record-feedback');
  });

  it('records what nobody knew when the risk was assessed, once it is found out', async () => {
    const known = await assessment(api, world.assessing, 'medium');
    const unknown = { ...known, learningDisability: 'not-known' };
    await api.give('worker', 'child-cases/assess-risk', unknown, world.assessing);
    const worker = await site.plainAs('worker');
    const at = `/child-cases/${world.assessing}`;
    await lookAtForm(site, worker, `${at}/record-finding`, 'casework-finding');
    const code = /name="code"[^>]* value="([^"]+)"/.exec(worker.html)?.[1] ?? '';
    const sent = await worker.send({ code, found: 'None is known (made up)', source: 'A made-up school' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, at]);
  });
});

describe('a manager without scripts', () => {
  it('records the enquiry and the conference that a strategy discussion began', async () => {
    const manager = await site.plainAs('manager');
    await manager.open(on('record-strategy-discussion'));
    await manager.send({
      how: 'meeting',
      agencies: ['police', 'social-care'],
      outcome: 'section-47',
      summary: 'An enquiry begins.',
      crimeReference: 'FP/0001 (invented)',
    });
    await lookAtForm(site, manager, on('record-section-47-outcome'), 'casework-section-47-outcome');
    await manager.send({ outcome: 'conference', reasons: 'The harm goes on.' });
    await lookAtForm(site, manager, on('record-conference'), 'casework-conference');
    await manager.send({ outcome: 'protection-plan', reasons: 'Agreed by all.' });
    expect(manager.html).toContain('Choose the category of the protection plan');
    await seen(manager, 'record-conference');
    await manager.send({ outcome: 'protection-plan', category: 'sexual-abuse', reasons: 'Agreed by all.' });
    await manager.open(on());
    for (const words of ['Child protection conference', 'sexual abuse', 'Outcome of the section 47 enquiry'])
      expect(manager.html).toContain(words);
  });

  it('sees a date that a senior manager put off with the first one and the reason, and cannot do so alone', async () => {
    const [manager, senior] = await Promise.all([site.plainAs('manager'), site.plainAs('senior')]);
    await manager.open(on('record-strategy-discussion'));
    await manager.send({
      how: 'meeting',
      agencies: ['police', 'social-care'],
      outcome: 'section-47',
      summary: 'Another enquiry begins.',
      crimeReference: 'FP/0002 (invented)',
    });
    await manager.open(on('extend-clock'));
    expect(manager.html).toContain('No date that runs here may be put off by you');
    await senior.open(on('extend-clock'));
    await seen(senior, 'extend-clock');
    const [, latest = ''] =
      /Initial child protection conference: due .*at most until ([^<]+)</.exec(senior.html) ?? [];
    const days = Math.round((Date.parse(`${latest} 12:00 UTC`) - Date.now()) / 86_400_000);
    await senior.send({
      rule: 'conference',
      reason: 'The family needs an interpreter.',
      ...inDays('to', days + 7),
    });
    expect(senior.html).toContain('At most 5 working days after');
    await senior.send({
      rule: 'conference',
      reason: 'The family needs an interpreter.',
      ...inDays('to', days),
    });
    await manager.open(on());
    expect(manager.html).toMatch(
      /It was due on .*, and was extended to .* because: The family needs an interpreter/,
    );
    expect(manager.html).toContain('A date was put off');
  });

  it('suspends a case, somebody of the team looks again, and a worker lets it go on', async () => {
    const [manager, worker] = await Promise.all([site.plainAs('manager'), site.plainAs('worker')]);
    await manager.open(on('suspend'));
    expect(manager.html).toMatch(new RegExp(`value="${api.ids.worker}"[^>]*selected`));
    const held = { reason: 'custody', words: 'On remand since Monday.', ownerId: api.ids.worker };
    await manager.send({ ...held, ...inDays('checkBy', 40) });
    expect(manager.html).toContain('The check is on');
    expect(manager.html).toContain('Give the expected release or return, or why it is not known');
    await manager.send({
      ...held,
      whyUnknown: 'The court decides next month.',
      ...inDays('checkBy', 10),
    });
    await manager.open(on());
    expect(manager.html).toMatch(/In custody\. The work has waited since .* looks again by/s);
    await seen(manager, '');
    await worker.open(on('check-suspension'));
    await seen(worker, 'check-suspension');
    await worker.send({
      found: 'As before.',
      ownerId: api.ids.worker,
      ...inDays('expected', 30),
      ...inDays('checkBy', 20),
    });
    await worker.open(on());
    expect(worker.html).toContain('Release or return is expected on');
    await worker.open(on('resume'));
    await seen(worker, 'resume');
    await worker.send({ reason: 'released', words: 'Home with her grandmother.' });
    await worker.open(on());
    expect(worker.html).toContain('Case resumed');
    expect(worker.html).not.toContain('The work has waited since');
  });
});

describe('continuity and chronology', () => {
  it('a change of worker stands with its reason, handover and introduction, and is counted in the list', async () => {
    const manager = await site.plainAs('manager');
    await manager.open(on('allocate-worker'));
    await manager.send({
      workerId: api.ids.workerTwo,
      reason: 'Wren moves to another team.',
      handover: 'She likes to walk while she talks.',
      introduction: 'Both met her at her grandmother’s.',
    });
    await manager.open(on());
    for (const words of [
      'has had 2 workers',
      'Wren moves to another team.',
      'Both met her at her grandmother’s.',
    ])
      expect(manager.html).toContain(words);
    await manager.open('/child-cases');
    expect(manager.html).toContain('2 workers so far');
  });

  it('a chronology is narrowed by what is looked for, and says when each entry was recorded', async () => {
    const manager = await site.plainAs('manager');
    await manager.open(on('chronology'));
    for (const words of ['Referral', 'Case suspended', 'Tried, and not reached', 'Recorded on'])
      expect(manager.html).toContain(words);
    await seen(manager, 'chronology');
    await manager.open(`${on('chronology')}?group=contact&first=earliest`);
    expect(manager.html).toContain('2 entries, by when it happened');
    expect(manager.html).not.toContain('Triage decision');
    expect(manager.html.indexOf('We walked to the park')).toBeLessThan(manager.html.indexOf('Rang twice'));
  });
});
