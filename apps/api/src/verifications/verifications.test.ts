import { recordVerification } from '@mase/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

const seen = (who: string) => api.ask(who, 'GET', '/api/v1/verifications');
const result = { withCheckpoints: true, sealed: 12, records: 3, entries: 9, audits: 4, faults: 0 };

describe('what verifications of the history found', () => {
  it('is nothing before the first', async () => {
    expect((await seen('auditor')).json()).toEqual({ sealed: null, items: [] });
  });

  it('is shown to those who oversee, the newest first', async () => {
    await recordVerification(api.database.connections.owner, result);
    await recordVerification(api.database.connections.owner, { ...result, faults: 2 });
    for (const who of ['auditor', 'governance', 'caldicott'])
      expect((await seen(who)).json().items).toMatchObject([{ faults: 2 }, result]);
  });

  it('is refused to a worker and to the chair, in words', async () => {
    for (const who of ['worker', 'chair']) {
      const answer = await seen(who);
      expect(answer.statusCode).toBe(403);
      expect(answer.json().detail).toContain('an auditor');
    }
  });
});
