import { recordVerification } from '@mase/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { signedIn } from '../../testing/crawl.js';
import { look } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';

let api: RealApi;
let site: Site;
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await startSite(api.url);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const result = { withCheckpoints: true, sealed: 1200, records: 31, entries: 900, audits: 300, faults: 0 };

describe('the page of verification', () => {
  it('says that nothing was verified, and how it is done', async () => {
    const auditor = await signedIn(site.app, 'auditor');
    await auditor.open('/oversight');
    expect(auditor.html).toContain('href="/verifications"');
    await auditor.open('/verifications');
    expect(auditor.html).toContain('It was never verified here');
    expect(auditor.html).toContain('mase verify --export');
  });

  it('says first what the newest verification found, and then each', async () => {
    await recordVerification(api.database.connections.owner, result);
    const auditor = await signedIn(site.app, 'auditor');
    const words = await look(site, auditor, '/verifications', 'verifications');
    expect(words).toContain('All was as recorded on');
    expect(words).toContain('1,200 sealed entries');
    const place = { partnership: null, record: null, words: 'The file of checkpoints ends early.' };
    await recordVerification(api.database.connections.owner, { ...result, faults: 3 }, [place]);
    const again = await look(site, auditor, '/verifications', 'verifications-faults');
    expect(again).toContain('3 faults were found on');
    expect(again).toContain('The file of checkpoints ends early.');
    expect(auditor.html).not.toContain('Open the record');
  });

  it('is not shown to a worker', async () => {
    const worker = await signedIn(site.app, 'worker');
    expect((await worker.open('/verifications')).statusCode).toBe(403);
  });
});
