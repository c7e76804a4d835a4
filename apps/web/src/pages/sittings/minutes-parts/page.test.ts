import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from '../../../app.js';
import { startBrowser, type TestBrowser } from '../../../testing/browser.js';
import { PlainBrowser } from '../../../testing/browser-form.js';
import { look } from '../../../testing/look.js';
import { itemsOf, scheduled, started } from '../../../testing/panel-sittings.js';
import { dayAhead, listedCase } from '../../../testing/panel-world.js';
import { type PersonKey, type RealApi, realApi } from '../../../testing/real-api.js';

let api: RealApi;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
let sitting: string;

async function as(who: PersonKey): Promise<PlainBrowser> {
  const plain = new PlainBrowser(app);
  await plain.open('/session/sign-in');
  await plain.send({ choosing: 'yes', person: api.emailOf(who) });
  return plain;
}

/** Will and Aspen were heard; what was said of Aspen names Will, and begins a sentence with a word that is his name too. */
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  const [aspen] = await listedCase(api, 'Aspen', 'A mentor meets him after school');
  const [will] = await listedCase(api, 'Will', 'A youth worker walks him home');
  sitting = await scheduled(api, 1, 120);
  for (const caseId of [aspen, will]) {
    const item = { caseId, section: 'child-new', asked: 'Who else should act?', minutes: 8 };
    await api.give('coordinator', 'sittings/add-item', item, sitting);
  }
  await started(api, sitting);
  const heard = (await itemsOf(api, sitting)).find(({ caseId }) => caseId === aspen)?.id;
  const text =
    'Aspen was seen with Will Synthetic at the arcade. Will the police speak to its owner? Ms Synthetic rang.';
  await api.give('chair', 'agenda-items/open-item', {}, heard);
  await api.give('chair', 'agenda-items/record-note', { text }, heard);
  const decision = {
    decision: 'continue',
    reasons: 'The plan works.',
    actions: [],
    nextReview: dayAhead(28),
  };
  await api.give('chair', 'agenda-items/record-panel-decision', decision, heard);
  await api.give('chair', 'sittings/end-sitting', {}, sitting);
  app = await buildWeb({ apiUrl: api.url, secure: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await api?.close();
});

describe('what the minutes file on each case', () => {
  it('is read before they are agreed: names left out and put in, and words that only a reader can tell', async () => {
    const words = await look(
      { browser, base },
      await as('coordinator'),
      `/sittings/${sitting}/minutes-parts`,
      'minutes-parts',
    );
    expect(words).toContain('Left out: Will Synthetic Put in its place: [another child] at the arcade.');
    expect(words).toContain('One name is replaced.');
    expect(words).toMatch(/Words that may be a name and stay\s*Will, once/);
    expect(words).toContain('[another child] at the arcade. Will the police speak');
    expect(words).toContain('it stays whoever is meant: Synthetic');
  });

  it('is a step away from the minutes and from the form that agrees them, which it leads back to', async () => {
    const chair = await as('chair');
    const here = `/sittings/${sitting}/minutes-parts`;
    for (const from of ['change-minutes', 'agree-minutes']) {
      await chair.open(`/sittings/${sitting}/${from}`);
      expect([from, chair.html.includes(`href="${here}"`)]).toEqual([from, true]);
    }
    await chair.open(here);
    for (const to of ['change-minutes', 'agree-minutes'])
      expect([to, chair.html.includes(`href="/sittings/${sitting}/${to}"`)]).toEqual([to, true]);
  });

  it('is refused to a member, and once the minutes are agreed says that nothing is to be filed', async () => {
    const member = await as('memberPolice');
    expect((await member.open(`/sittings/${sitting}/minutes-parts`)).statusCode).toBe(403);
    await api.give('chair', 'sittings/agree-minutes', {}, sitting);
    const chair = await as('chair');
    await chair.open(`/sittings/${sitting}/minutes-parts`);
    expect(chair.html).toContain('no minutes of this sitting that are still to be agreed');
  });
});
