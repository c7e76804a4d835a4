import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from './app.js';
import { startBrowser, type TestBrowser } from './testing/browser.js';
import { nameOf, type PersonKey, type RealApi, realApi } from './testing/real-api.js';

let api: RealApi;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
let caseUrl: string;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  app = await buildWeb({ apiUrl: api.url, secure: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await startBrowser();
  browser.context.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await api?.close();
});

/** Signs in afresh, as somebody sitting down at the same browser. */
async function signIn(who: PersonKey, page?: Page): Promise<Page> {
  await browser.context.clearCookies();
  const at = page ?? (await browser.open(`${base}/session/sign-in`)).page;
  if (page) await page.goto(`${base}/session/sign-in`);
  await at.getByLabel(nameOf(who)).check();
  await at.getByRole('button', { name: 'Sign in' }).click();
  await at.waitForURL((url) => !url.pathname.startsWith('/session'));
  return at;
}

/** Presses a button of a form, and waits for the page that it leads to: the form asks first whether the site is there. */
async function press(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).click()]);
}

async function answerEveryDomain(page: Page): Promise<void> {
  for (const group of await page.locator('.mase-level').all()) await group.getByLabel('No concern').check();
  await page.locator('#domain-technology .mase-level').getByLabel('Some concern').check();
  await page.locator('#harm .mase-harm').nth(4).getByLabel('None known').check();
  await page.getByLabel('On what basis').nth(4).fill('Messages, nothing more known');
  await page.locator('#judgement').getByLabel('No', { exact: true }).check();
  await page.getByRole('textbox', { name: 'Analysis' }).fill('An unknown adult seeks contact at night.');
  await page.locator('#judgement').getByLabel('Low', { exact: true }).check();
  await page
    .getByRole('textbox', { name: 'Reasons for the grade' })
    .fill('New and slight, and met by a safe adult.');
}

describe('one child’s way from a referral to a confirmed grade, in a browser', () => {
  it('a teacher records what was seen, and reads a receipt and nothing more', async () => {
    const page = await signIn('referrer');
    await page.goto(`${base}/child-cases/record-referral`);
    await press(page, 'Record the referral');
    const errors = page.locator('.govuk-error-summary a');
    expect(await errors.allTextContents()).toEqual(
      expect.arrayContaining([
        'Select whether the child is in immediate danger',
        'Enter what was seen or said',
      ]),
    );
    await page.getByLabel('No', { exact: true }).first().check();
    await page.fill('#seenOrSaid', 'An adult she does not know writes to her at night.');
    await page.fill('#child-firstName', 'Willow');
    await page.fill('#child-lastName', 'Synthetic');
    await press(page, 'Record the referral');
    await page.getByText('Referral received').waitFor();
    caseUrl = page.url();
    expect(await page.textContent('main')).not.toContain('writes to her at night');
    await page.close();
  });

  it('triage finds it in its list and takes it on; a manager allocates a worker', async () => {
    const page = await signIn('triage');
    await page.getByRole('link', { name: /Triage decision.*Willow/ }).click();
    await page.click('[data-command="child-cases/decide-triage"]');
    await page.getByLabel('Given').check();
    await page.getByLabel('What the police said').fill('Nothing held.');
    await page.getByLabel('Risk assessment', { exact: true }).check();
    await page.selectOption('#teamId', 'north');
    await page.fill('#reasons', 'Contact by an unknown adult.');
    await press(page, 'Record the decision');
    await page.getByText('The triage decision is recorded').waitFor();
    await signIn('manager', page);
    await page.getByRole('link', { name: /Worker allocated.*Willow/ }).click();
    await page.click('[data-command="child-cases/allocate-worker"]');
    await page.selectOption('#workerId', api.ids.worker);
    await press(page, 'Allocate');
    await page.getByText('The worker is allocated and told').waitFor();
    await page.close();
  });

  it('the worker’s draft survives a reload and the end of the session, and the buttons are what the api allows', async () => {
    const page = await signIn('worker');
    await page.goto(caseUrl);
    type Told = { command: string; available: boolean }[];
    const view = await api.ask<{ allowed: Told; begins: Told }>(
      'worker',
      'GET',
      `/api/v1${new URL(caseUrl).pathname}`,
    );
    const told = [...view.body.allowed, ...view.body.begins];
    const allowed = new Set(told.filter(({ available }) => available).map(({ command }) => command));
    const shown = await page
      .locator('[data-command]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('data-command')));
    expect(new Set(shown)).toEqual(allowed);
    await page.click('[data-command="child-cases/assess-risk"]');
    await page.getByRole('textbox', { name: 'The child’s view' }).fill('She wants it to stop.');
    await page.getByText(/^Saved at/).waitFor();
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'The child’s view' }).inputValue()).toBe(
      'She wants it to stop.',
    );
    await press(page, 'Propose the grade');
    await page.locator('.govuk-error-summary').waitFor();
    await page.getByRole('link', { name: 'Select the level of concern for technology' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('level-technology');
    await answerEveryDomain(page);
    const draft = `/api/v1/drafts/child-cases.assess-risk/${new URL(caseUrl).pathname.split('/')[2]}`;
    const saved = async () =>
      (await api.ask<{ fields: { reasons?: string } }>('worker', 'GET', draft)).body.fields.reasons;
    await expect.poll(saved, { timeout: 20_000 }).toContain('met by a safe adult');
    await browser.context.clearCookies({ name: 'mase_session' });
    await press(page, 'Propose the grade');
    await page
      .getByText('Your session has ended')
      .first()
      .waitFor()
      .catch(() => undefined);
    await signIn('worker', page);
    await page.goto(`${caseUrl}/assess-risk`);
    expect(await page.getByRole('textbox', { name: 'Analysis' }).inputValue()).toContain('at night');
    await press(page, 'Propose the grade');
    await page.getByText('The assessment is recorded').waitFor();
    await page.goto(`${caseUrl}/confirm-grade`);
    expect(await page.textContent('main')).toContain('a manager of the team holding the case');
    expect(await page.getByRole('button', { name: 'Confirm the grade' }).count()).toBe(0);
    await page.close();
  });

  it('one manager confirms; the other, on a page that is out of date, sees both versions and who was faster', async () => {
    await (await signIn('managerTwo')).close();
    const { page: slow, faults } = await browser.open(`${base}/`);
    await slow.goto(`${caseUrl}/confirm-grade`);
    await slow.getByLabel('Medium').check();
    await slow.getByRole('textbox', { name: 'Reasons' }).first().fill('The contact is repeated.');
    const { body } = await api.ask<{ standing: { proposed: { assessmentId: string } } }>(
      'manager',
      'GET',
      `/api/v1${new URL(caseUrl).pathname}`,
    );
    await api.give(
      'manager',
      'child-cases/confirm-grade',
      { assessmentId: body.standing.proposed.assessmentId, grade: 'low' },
      new URL(caseUrl).pathname.split('/')[2],
    );
    await press(slow, 'Confirm the grade');
    await slow.getByText('Somebody changed this record while you were working').first().waitFor();
    const text = (await slow.textContent('main')) ?? '';
    for (const words of ['The contact is repeated.', 'Grade confirmed: low, by Mo Manager', 'Low, since'])
      expect(text).toContain(words);
    expect(await faults()).toEqual([]);
    await press(slow, 'Mine still fits: send it now');
    await slow.getByText('This cannot be done now').first().waitFor();
    const refused = (await slow.textContent('main')) ?? '';
    for (const words of [
      'a risk assessment comes first',
      'the worker',
      'What you can do on this record now',
      'The contact is repeated.',
    ])
      expect(refused).toContain(words);
    expect(await faults()).toEqual([]);
    await slow.close();
  });
});
