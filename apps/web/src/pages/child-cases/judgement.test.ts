import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from '../../app.js';
import { startBrowser, type TestBrowser } from '../../testing/browser.js';
import { PlainBrowser } from '../../testing/browser-form.js';
import { become, look } from '../../testing/look.js';
import { type PersonKey, type RealApi, realApi } from '../../testing/real-api.js';
import { type SmallWorld, smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
let world: SmallWorld;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  app = await buildWeb({ apiUrl: api.url, secure: false, partnership: 'Fernshire (invented)' });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await api?.close();
});

async function plainAs(who: PersonKey): Promise<PlainBrowser> {
  const plain = new PlainBrowser(app);
  await plain.open('/session/sign-in');
  await plain.send({ person: api.emailOf(who) });
  return plain;
}

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
    const worker = await plainAs('worker');
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
    const worker = await plainAs('worker');
    await worker.open(on('assess-risk'));
    await become({ browser, base }, worker);
    const { page } = await browser.turnTo(base + on('assess-risk'));
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
    await page.waitForURL(`${base}${on()}`);
    expect(await page.textContent('main')).toContain('the grade was changed');
  });
});

describe('disagreement with a grade', () => {
  it('is recorded from the child, a parent or an agency, each in their words and with an answer', async () => {
    const manager = await plainAs('manager');
    await look({ browser, base }, manager, on('confirm-grade'), 'confirm-dissent');
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
