import { openPdf, pdfFaults, withoutSpace } from '@mase/documents/testing';
import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { canary, type LittleSitting, littleSitting } from '../packs/testing/little-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let sitting: LittleSitting;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  sitting = await littleSitting(api);
  const { robin, sam } = sitting.cases;
  const words = 'Robin and Wren met Robbie’s aunt; call 07700 900123 (made up).';
  await api.give('worker', 'child-cases/record-view', { of: 'child', words, how: 'with Wren Worker' }, robin);
  const caution = {
    who: 'The mother’s partner (made up)',
    party: 'other',
    whatNot: 'No letter to the house',
    why: 'CAUTION-WHY-CANARY',
    until: '2026-03-02',
  };
  await api.give('manager', 'child-cases/set-contact-caution', caution, sam);
}, 120_000);
afterAll(() => api.close());

const journey = (who: string, id: string, more = '?format=html') =>
  api.ask(who, 'GET', `/api/v1/child-cases/${id}/journey${more}`);
const review = (who: string, id: string, more = '?format=html&reason=Review%20of%20the%20year') =>
  api.ask(who, 'GET', `/api/v1/child-cases/${id}/peer-review${more}`);

describe('the child’s journey', () => {
  it('tells what happened, the earliest first, with the child’s own words, in HTML and in PDF', async () => {
    const { body, headers } = await journey('worker', sitting.cases.robin);
    const at = (words: string) => body.indexOf(words);
    expect(at('Referral received')).toBeGreaterThan(0);
    expect(at('Triage decision')).toBeGreaterThan(at('Referral received'));
    expect(at('Grade confirmed: medium')).toBeGreaterThan(at('Triage decision'));
    expect(body).toContain('I want them to stop waiting for me.');
    expect(body).toContain('OFFICIAL-SENSITIVE');
    expect(headers['content-disposition']).not.toMatch(/robin/i);
    const pdf = await openPdf((await journey('worker', sitting.cases.robin, '')).rawPayload);
    expect(pdfFaults(pdf)).toEqual([]);
    expect(pdf.body).toContain(withoutSpace('I want them to stop waiting for me.'));
  });

  it('heeds a caution without saying why, prints no disruption part, and says what is left out', async () => {
    for (const who of ['worker', 'manager', 'senior', 'chair', 'auditor']) {
      const { statusCode, body } = await journey(who, sitting.cases.sam);
      if (statusCode !== 200) continue;
      expect(body).toContain('Contact caution');
      expect(body).not.toContain('CAUTION-WHY-CANARY');
      expect(body).not.toContain(canary);
      expect(body).toContain('Left out of this copy');
    }
  });

  it('is not there for whoever reads no such case, nor for the referrer, who has the receipt alone', async () => {
    for (const who of ['licensing', 'worker-south', 'referrer'])
      expect([who, (await journey(who, sitting.cases.robin)).statusCode]).toEqual([who, 404]);
  });
});

describe('a journey for a peer review', () => {
  it('names nobody whom the record knows, marks each place, and counts days', async () => {
    const { statusCode, body } = await review('auditor', sitting.cases.robin);
    expect(statusCode).toBe(200);
    const main = body.slice(body.indexOf('What happened'));
    for (const name of ['Robin', 'Ordinary', 'Robbie', 'Wren', 'Mo Manager', 'Fernshire', '07700', 'C-'])
      expect([name, new RegExp(`\\b${name}`).test(main)]).toEqual([name, false]);
    expect(main).toContain('[Child 1]');
    expect(main).toContain('[number]');
    expect(main).toContain('Day 1');
    expect(main.match(/.{0,60}\b20\d\d\b.{0,20}/)?.[0]).toBeUndefined();
    expect(body).toContain('Free text can still tell who somebody is');
  });

  it('is made by who may, with a reason that stands in the audit', async () => {
    expect((await review('worker', sitting.cases.robin)).statusCode).toBe(403);
    expect((await review('auditor', sitting.cases.robin, '?format=html')).statusCode).toBe(400);
    const reasons = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query<{ entry: string }>(
        "select entry from audit where action = 'child-cases/peer-review'",
      );
      return found.rows.map(({ entry }) => (JSON.parse(entry) as { reason?: string }).reason);
    });
    expect(reasons).toContain('Review of the year');
  });
});
