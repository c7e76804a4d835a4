import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from '../../app.js';
import { startBrowser, type TestBrowser } from '../../testing/browser.js';
import type { PlainBrowser } from '../../testing/browser-form.js';
import { signedIn } from '../../testing/crawl.js';
import { type Demonstration, demonstration } from '../../testing/demonstration.js';
import { look as lookAt, lookAtForm } from '../../testing/look.js';

let world: Demonstration;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
let governance: PlainBrowser;
let caldicott: PlainBrowser;

beforeAll(async () => {
  world = await demonstration(inject('MASE_TEST_SERVER'));
  app = await buildWeb({ apiUrl: world.url, secure: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  governance = await signedIn(app, 'governance');
  caldicott = await signedIn(app, 'caldicott');
  browser = await startBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await world?.close();
});

const look = (who: PlainBrowser, path: string, name: string) => lookAt({ browser, base }, who, path, name);
const form = (who: PlainBrowser, path: string, name: string) =>
  lookAtForm({ browser, base }, who, path, name);
const firstLink = (html: string, start: string) =>
  new RegExp(`href="(${start}/[0-9a-f-]{36})"`).exec(html)?.[1] ?? '';

/** What is decided of every item that a page of the bundle shows: the first as told, the others released. */
function decisions(html: string, first: Record<string, string>): Record<string, string> {
  const ids = [...html.matchAll(/name="items-(\d+)-id" value="([^"]+)"/g)];
  return Object.fromEntries(
    ids.flatMap(([, index, id]) => [
      [`items-${index}-id`, id as string],
      ...Object.entries(index === '0' ? first : { decision: 'release' }).map(([field, value]) => [
        `items-${index}-${field}`,
        value,
      ]),
    ]),
  );
}

describe('a request for access', () => {
  it('is decided item by item, approved by another, read as a draft and issued', async () => {
    await governance.open('/access-requests');
    const request = firstLink(governance.html, '/access-requests');
    expect(await look(governance, '/access-requests', 'access-requests')).toContain('Pat Example');
    await look(governance, '/access-requests/record-request', 'record-access-request');
    expect(await look(governance, request, 'access-request')).toContain('not decided');
    expect(await look(governance, `${request}/decide-items`, 'access-bundle')).toContain('what is decided?');

    let at: string | undefined = `${request}/decide-items`;
    let isFirst = true;
    while (at) {
      await governance.open(at);
      const more = /href="([^"]+decide-items\?after[^"]+)"/.exec(governance.html)?.[1];
      if (isFirst) {
        const wrong = { decision: 'redact', exemption: 'third-party', marks: 'words that stand nowhere' };
        const refused = await governance.send(decisions(governance.html, wrong));
        expect([refused.statusCode, governance.html.includes('must stand in the item')]).toEqual([422, true]);
        await governance.open(at);
      }
      const first = isFirst ? { decision: 'withhold', exemption: 'third-party' } : { decision: 'release' };
      const kept = await governance.send(decisions(governance.html, first));
      expect(kept.statusCode, governance.html).toBe(303);
      isFirst = false;
      at = more?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
    }
    expect(await look(governance, request, 'access-decided')).toContain('all decided');
    expect(await look(caldicott, `${request}/decide-items`, 'access-bundle-read')).toContain(
      'Withhold, third party',
    );
    await caldicott.open(`${request}/approve-response`);
    expect(caldicott.html).toContain('This cannot be done now');
    const school = await signedIn(app, 'referrer');
    await school.open('/');
    await school.open(`${firstLink(school.html, '/access-consultations')}/answer-consultation`);
    await school.send({ answer: 'no-objection', words: 'Nothing (made up)' });
    await form(caldicott, `${request}/approve-response`, 'approve-response');
    expect((await caldicott.send({})).statusCode, caldicott.html).toBe(303);
    await form(caldicott, `${request}/return-response`, 'return-response');
    const draft = await caldicott.open(`${request}/response?format=html`);
    expect([draft.statusCode, draft.body.includes('Draft, not issued')]).toEqual([200, true]);
    await form(governance, `${request}/issue-response`, 'issue-response');
    expect((await governance.send({})).statusCode, governance.html).toBe(303);
    expect(await look(governance, request, 'access-issued')).toContain('1 kept back');
  }, 240_000);

  it('is put to an agency, which finds it in its list and answers', async () => {
    await governance.open('/access-requests/record-request');
    const sent = await governance.send({
      'sought-name': 'Robin Nobody',
      'birthDate-day': '3',
      'birthDate-month': '2',
      'birthDate-year': '2011',
      'requester-kind': 'advocate',
      'requester-name': 'Adi Advocate',
      'receivedOn-day': '2',
      'receivedOn-month': '1',
      'receivedOn-year': '2026',
      scope: 'Everything (made up)',
      sendTo: 'By hand (made up)',
    });
    expect(sent.statusCode, governance.html).toBe(303);
    const request = String(sent.headers.location);
    await form(caldicott, `${request}/refuse-request`, 'refuse-request');
    await form(governance, `${request}/confirm-identity`, 'confirm-identity');
    expect((await governance.send({ how: 'written-authority' })).statusCode).toBe(303);
    await governance.open(`${request}/ask-requester`);
    const unclear = { for: 'clarification', words: 'Which years? (made up)' };
    expect((await governance.send(unclear)).statusCode, governance.html).toBe(303);
    await form(governance, `${request}/record-answer`, 'record-answer');
    expect((await governance.send({ words: 'All of them (made up)' })).statusCode).toBe(303);
    await governance.open(`${request}/gather-bundle`);
    expect((await governance.send({})).statusCode).toBe(303);
    await governance.open(request);
    const asking =
      /href="(\/access-consultations\/ask-agency\?request[^"]+)"/.exec(governance.html)?.[1] ?? '';
    await governance.open(asking.replaceAll('&#x3D;', '='));
    const contact = /value="([0-9a-f-]{36})"[^>]*>Hana Health-Member/.exec(governance.html)?.[1] ?? '';
    const id = request.split('/').at(-1) as string;
    const asked = await governance.send({
      requestId: id,
      contactId: contact,
      question: 'What speaks against it?',
    });
    expect(asked.statusCode, governance.html).toBe(303);
    const member = await signedIn(app, 'member-health');
    await member.open('/');
    const consultation = firstLink(member.html, '/access-consultations');
    expect(await look(member, consultation, 'access-consultation')).toContain('What speaks against it?');
    await member.open(`${consultation}/answer-consultation`);
    const answer = await member.send({ answer: 'no-objection', words: 'Nothing (made up)' });
    expect(answer.statusCode, member.html).toBe(303);
    expect(await look(governance, request, 'access-asked')).toContain('No objection');
  }, 240_000);
});
