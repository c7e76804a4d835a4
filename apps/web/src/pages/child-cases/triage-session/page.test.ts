import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { signedIn } from '../../../testing/crawl.js';
import { look } from '../../../testing/look.js';
import { type RealApi, realApi } from '../../../testing/real-api.js';
import { type Site, startSite } from '../../../testing/site.js';

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

describe('the screen of a day at triage', () => {
  it('leads from what waits to a check and a decision, and shows both with who was there', async () => {
    const triage = await signedIn(site.app, 'triage');
    expect(await look(site, triage, '/triage-session', 'triage-empty')).toContain(
      'No referral waits for triage',
    );
    const id = await api.give('referrer', 'child-cases/record-referral', {
      seenOrSaid: 'An adult he does not know waits for him after school.',
      immediateDanger: true,
      child: { firstName: 'Robin', lastName: 'Synthetic' },
    });
    await look(site, triage, `/child-cases/${id}/record-check`, 'record-check');
    await triage.open(`/child-cases/${id}/record-check`);
    await triage.send({ agency: 'Made-up surgery', result: 'information' });
    expect(triage.html).toContain('Write what the agency knows');
    await triage.open(`/child-cases/${id}/record-check`);
    const words = { agency: 'Made-up surgery', result: 'information', words: 'Seen twice in October' };
    expect((await triage.send(words)).statusCode, triage.html).toBe(303);
    const waiting = await look(site, triage, '/triage-session', 'triage-waiting');
    expect(waiting).toContain('Made-up surgery: something is known. Seen twice in October');
    expect(waiting).toContain('Immediate danger');
    await triage.open(`/child-cases/${id}/decide-triage`);
    const decided = await triage.send({
      policeView: 'given',
      policeViewText: 'Nothing held',
      outcome: 'risk-assessment',
      teamId: 'north',
      reasons: 'Contact by an unknown adult',
      present: 'Tess Triage, council\r\nOlly Officer, police',
    });
    expect(decided.statusCode, triage.html).toBe(303);
    const after = await look(site, triage, '/triage-session', 'triage-decided');
    expect(after).toContain('Olly Officer, police; Tess Triage, council');
    expect(after).toContain('Risk assessment');
  });
});
