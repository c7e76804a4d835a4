import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { become } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { type SmallWorld, smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
let world: SmallWorld;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  site = await startSite(api.url);
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const on = (verb = '') => `/child-cases/${world.proposed}${verb && `/${verb}`}`;

/** The shortest whole assessment on the form that is shown, beside the harm that is recorded. */
function filled(html: string): Record<string, string> {
  const levels = [...new Set([...html.matchAll(/name="(level-[^"]+)"/g)].map(([, name]) => name as string))];
  return {
    ...Object.fromEntries(levels.map((name) => [name, '0'])),
    learningDisability: 'no',
    'harm-online-certainty': 'suspected',
    'harm-online-time': 'current',
    'harm-online-basis': 'Messages that were shown (made up)',
    childView: 'Wants it to stop',
    analysis: 'Made up: an adult seeks contact',
    proposed: 'medium',
    reasons: 'Made up: he was at high risk until last year',
    belowFloorReason: 'Made up',
  };
}

describe('words that seem to contradict the grade beside them', () => {
  it('are asked about on the form, answered without scripts, and the answer stands with the assessment', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(on('assess-risk'));
    expect(worker.html).not.toContain('what is meant?');
    const asked = await worker.send(filled(worker.html));
    expect(asked.statusCode).toBe(422);
    expect(worker.html).toContain('href="#contradiction-reasons-high">The reasons say “high risk”');
    expect(worker.html).toContain('It reads like the past.');
    const told = await worker.send({ ...filled(worker.html), 'contradiction-reasons-high': 'past' });
    expect([told.statusCode, told.headers.location]).toEqual([303, on()]);
    await worker.open(on());
    expect(worker.html).toContain('the past is meant');
  });

  it('are answered by one key in a browser, or the grade is changed to what they say', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(on('assess-risk'));
    await become(site, worker);
    const { page } = await site.browser.turnTo(site.base + on('assess-risk'));
    for (const [name, value] of Object.entries(filled(worker.html))) {
      const one = page.locator(`[name="${name}"]`);
      if ((await one.first().getAttribute('type')) === 'radio')
        await page.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
      else await one.fill(value);
    }
    await page.locator('main form button.govuk-button').last().click();
    await page.waitForSelector('#contradiction-reasons-high');
    if (process.env.MASE_SHOTS)
      await page.screenshot({ path: `${process.env.MASE_SHOTS}/contradiction.png`, fullPage: true });
    await page.locator('#contradiction-reasons-high').focus();
    await page.keyboard.press('c');
    expect(await page.locator('[name="contradiction-reasons-high"]:checked').getAttribute('value')).toBe(
      'change-field',
    );
    await page.locator('main form button.govuk-button').last().click();
    await page.waitForURL(`${site.base}${on()}`);
    expect(await page.textContent('main')).toContain('the grade was changed');
  });
});

describe('a rise that its assessor proposes lower again', () => {
  it('stands beside the newer proposal, and its own assessment is what is confirmed', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(on('assess-risk'));
    const lower = { ...filled(worker.html), proposed: 'low', reasons: 'Made up: it seems calmer' };
    expect((await worker.send(lower)).statusCode).toBe(303);
    const manager = await site.plainAs('manager');
    await manager.open(on('confirm-grade'));
    expect(manager.html).toContain('An earlier rise still rules');
    expect(manager.html).toContain('Proposed high');
    expect((await manager.send({ grade: 'low' })).statusCode).toBe(422);
    expect(manager.html).toContain('A rise to high was proposed and still rules');
  });
});

describe('disagreement with a grade', () => {
  it('is recorded from the child, a parent or an agency, each in their words and with an answer', async () => {
    const manager = await site.plainAs('manager');
    await site.shot(manager, on('confirm-grade'), 'confirm-dissent');
    await manager.open(on('confirm-grade'));
    const decided = {
      grade: 'high',
      'dissent-child-words': 'It is not that bad',
      'dissent-child-answer': 'We talked about why we worry',
      'dissent-agency-words': 'We would grade it medium',
    };
    expect((await manager.send(decided)).statusCode).toBe(422);
    expect(manager.html).toContain('Enter what was answered');
    expect((await manager.send({ ...decided, 'dissent-agency-answer': 'Heard' })).statusCode).toBe(422);
    expect(manager.html).toContain('Say which agency disagrees');
    const told = { 'dissent-agency-answer': 'Heard', 'dissent-agency-from': 'Elmfield College (made up)' };
    expect((await manager.send({ ...decided, ...told })).statusCode).toBe(303);
    await manager.open(on());
    expect(manager.html).toContain('Elmfield College (made up) disagrees');
    expect(manager.html).toContain('The child disagrees');
    expect(manager.html).toContain('We talked about why we worry');
  });
});

describe('the form of an assessment', () => {
  const form = () => `/child-cases/${world.assessing}/assess-risk`;

  it('shows without scripts what it would suggest so far, and keeps what was typed', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(form());
    const shown = await worker.send({
      show: 'suggestion',
      'level-technology': '1',
      'answer-images-demanded': 'yes',
      analysis: 'Half written',
    });
    expect(shown.statusCode).toBe(200);
    expect(worker.html).toContain('suggests <strong>high</strong>');
    expect(worker.html).toContain('>Half written</textarea>');
    expect(worker.html).toContain('data-draft="child-cases.assess-risk/');
  });

  it('takes several pieces of evidence for one sign, each with its source and its date', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(form());
    const piece = (end: string, source: string, month: string) => ({
      [`source-second-phone${end}`]: source,
      [`date-second-phone${end}-day`]: '1',
      [`date-second-phone${end}-month`]: month,
      [`date-second-phone${end}-year`]: '2025',
    });
    const typed = {
      ...filled(worker.html),
      'harm-online-certainty': 'none-known',
      reasons: 'Made up: one sign',
      'answer-second-phone': 'yes',
      ...piece('', 'Made-up school', '3'),
      'source-second-phone--2': 'Made-up grandmother',
      'protective-technology-other': 'The aunt keeps the phone at night (made up)',
    };
    expect((await worker.send(typed)).statusCode).toBe(422);
    expect(worker.html).toContain('href="#date-second-phone--2-day"');
    expect(worker.html).toContain('name="source-second-phone--3"');
    const sent = await worker.send({ ...typed, ...piece('--2', 'Made-up grandmother', '4') });
    expect(sent.statusCode).toBe(303);
    const { body } = await api.ask<{ written: { kind: string; body: { answers: object[] } }[] }>(
      'worker',
      'GET',
      `/api/v1/child-cases/${world.assessing}`,
    );
    const assessment = body.written.find(({ kind }) => kind === 'assessment')?.body;
    expect(assessment).toMatchObject({
      answers: [{ evidence: { date: '2025-03-01' }, moreEvidence: [{ source: 'Made-up grandmother' }] }],
      protective: [{ domain: 'technology', text: 'The aunt keeps the phone at night (made up)' }],
    });
    await worker.open(form());
    expect(worker.html).toContain('value="Made-up grandmother"');
  });

  it('in a browser points out words beneath the field, and shows what it suggests without leaving the page', async () => {
    const worker = await site.plainAs('worker');
    await become(site, worker);
    const { page, faults } = await site.browser.turnTo(site.base + form());
    await page.locator('#analysis').fill('She is placing herself at risk. High risk, they say.');
    await page.waitForSelector('#analysis + .mase-hints li');
    const hints = page.locator('#analysis + .mase-hints');
    expect(await hints.textContent()).toMatch(/2 words could be said otherwise.*placing herself at risk/s);
    expect(await hints.textContent()).toContain('People of the field differ about it.');
    expect(await page.locator('#analysis ~ [role="status"]').textContent()).toContain('beneath the field');
    expect(await faults()).toEqual([]);
    if (process.env.MASE_SHOTS)
      await page.locator('#judgement').screenshot({ path: `${process.env.MASE_SHOTS}/hints.png` });
    await hints.getByRole('button').first().click();
    expect(await page.locator('#analysis').inputValue()).toContain('“placing herself at risk”');
    await page.waitForSelector('#analysis + .mase-hints p:has-text("One word")');
    await page.locator('#suggested button').click();
    await page.waitForSelector('#suggested [data-suggestion] h3');
    expect(await page.locator('#suggested').textContent()).toContain('How it was reached');
    if (process.env.MASE_SHOTS)
      await page.locator('#suggested').screenshot({ path: `${process.env.MASE_SHOTS}/suggested.png` });
    await page.waitForSelector('[data-draft-status]:has-text("Saved at")');
    await page.goto(`${site.base}/language`);
  });
});

describe('words that are marked as a quotation beneath the field', () => {
  it('are marked where they stand now, though others were marked before the list was made anew', async () => {
    const worker = await site.plainAs('worker');
    await become(site, worker);
    const { page } = await site.browser.turnTo(`${site.base}/child-cases/${world.assessing}/assess-risk`);
    const field = page.locator('#analysis');
    await field.fill('High risk, they say. She is placing herself at risk. High risk, they wrote.');
    await page.waitForSelector('#analysis + .mase-hints li >> nth=2');
    await page.evaluate(
      `for (const one of document.querySelectorAll('#analysis + .mase-hints button')) one.click()`,
    );
    expect(await field.inputValue()).toBe(
      '“High risk”, they say. She is “placing herself at risk”. “High risk”, they wrote.',
    );
    await page.locator('#analysis + .mase-hints').waitFor({ state: 'hidden' });
    await page.waitForSelector('[data-draft-status]:has-text("Saved at")');
    await page.goto(`${site.base}/language`);
  });
});

describe('a screening', () => {
  it('is done by whoever referred, in a few minutes, and says what to do next, never what grade', async () => {
    const referrer = await site.plainAs('referrer');
    const address = `/child-cases/${world.referred}`;
    await referrer.open(address);
    expect(referrer.html).toContain(`href="${address}/record-screening"`);
    await site.shot(referrer, `${address}/record-screening`, 'screening');
    await referrer.open(`${address}/record-screening`);
    expect((await referrer.send({ 'answer-told-of-abuse': 'yes' })).statusCode).toBe(422);
    const typed = {
      'answer-told-of-abuse': 'yes',
      'source-told-of-abuse': 'The child, to a made-up teacher',
      'date-told-of-abuse-day': '1',
      'date-told-of-abuse-month': '9',
      'date-told-of-abuse-year': '2026',
      learningDisability: 'not-known',
      occasion: 'Made up: a talk after school',
    };
    const done = await referrer.send(typed);
    expect([done.statusCode, done.headers.location]).toEqual([303, address]);
    await referrer.open(address);
    expect(referrer.html).toContain('It gives no grade. It says: “Any sign of harm: refer today”');
    const triage = await site.plainAs('triage');
    const words = await site.shot(triage, address, 'screened-case');
    expect(words).toContain('Somebody should assess the risk today');
    expect(words).toContain('It is never an assessment');
    expect(words).toContain('Made up: a talk after school');
  });

  it.each([
    ['/instruments', 'Kept to read|May be finished', 'instruments'],
    ['/language', 'Words about which people of the field differ', 'language'],
  ])('%s is a page for everybody', async (address, says, name) => {
    const words = await site.shot(await site.plainAs('referrer'), address, name);
    expect(words).toMatch(new RegExp(says));
  });
});

describe('the tools of an area', () => {
  it('change by two people: an administrator proposes, a senior manager approves, and everybody sees from when', async () => {
    const admin = await site.plainAs('admin');
    await site.shot(admin, '/instrument-changes/propose-change', 'propose-instrument');
    await admin.open('/instrument-changes/propose-change');
    expect((await admin.send({ change: 'add', file: '{', reason: 'Made up' })).statusCode).toBe(422);
    expect(admin.html).toContain('Line 1, column');
    const year = String(new Date().getFullYear() + 1);
    const retire = { change: 'retire', instrument: 'domain-levels', reason: 'Made up' };
    const from = { 'from-day': '1', 'from-month': '4', 'from-year': year };
    const sent = await admin.send({ ...retire, ...from });
    expect(sent.statusCode).toBe(303);
    const change = String(sent.headers.location);
    const senior = await site.plainAs('senior');
    await site.shot(senior, change, 'instrument-change');
    await senior.open(`${change}/approve-change`);
    expect((await senior.send({})).statusCode).toBe(303);
    const words = await site.shot(await site.plainAs('referrer'), '/instruments', 'instruments');
    expect(words).toMatch(/No longer offer .*from .* 1 April/s);
    expect(words).toContain('Decided');
  });
});
