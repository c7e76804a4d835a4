import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PlainBrowser } from '../../testing/browser-form.js';
import { signedIn } from '../../testing/crawl.js';
import { look as lookAt } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';

let api: RealApi;
let site: Site;
let coordinator: PlainBrowser;
let triage: PlainBrowser;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await startSite(api.url);
  coordinator = await signedIn(site.app, 'coordinator');
  triage = await signedIn(site.app, 'triage');
}, 120_000);
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const look = (who: PlainBrowser, path: string, name: string) => lookAt(site, who, path, name);
const child = (firstName: string, lastName: string) =>
  api.give('coordinator', 'children/record-child', {
    firstName,
    lastName,
    birthDate: '2012-05-06',
    from: 'return',
  });

describe('two records of one child, on the pages', () => {
  it('are found by what they have in common, proposed, joined by a second person and taken apart', async () => {
    const kept = await child('Alexandra', 'Testford');
    const other = await child('Alex', 'Tesford');
    expect(await look(coordinator, `/children/${kept}`, 'child')).toContain('Propose that two records');
    const form = await look(coordinator, `/children/${kept}/merge-children`, 'merge-children');
    expect(form).toContain('Alex Tesford');
    expect(form).toContain('Found by date of birth');
    await coordinator.open(`/children/${kept}/merge-children`);
    await coordinator.send({ reasons: 'One birth date' });
    expect(coordinator.html).toContain('Choose the other record');
    await coordinator.open(`/children/${kept}/merge-children`);
    await coordinator.send({ find: 'alex tesford', look: 'yes' });
    expect(coordinator.html).toContain(`value="${other}"`);
    const sent = await coordinator.send({ childId: other, reasons: 'One birth date, one school' });
    expect(sent.statusCode, coordinator.html).toBe(303);
    expect(await look(coordinator, `/children/${kept}/decide-merge`, 'decide-merge-own')).toContain(
      'Whoever proposed it does not decide it',
    );
    expect(await look(triage, `/children/${kept}/decide-merge`, 'decide-merge')).toContain(
      'On the other record: Alex Tesford',
    );
    await triage.open(`/children/${kept}/decide-merge`);
    expect((await triage.send({ childId: other, decision: 'approve' })).statusCode, triage.html).toBe(303);
    expect(await look(coordinator, `/children/${other}`, 'merged-child')).toContain(
      'was joined with another',
    );
    expect(await look(coordinator, `/children/${kept}`, 'joined-child')).toContain('joined with this one');
    await look(coordinator, `/children/${kept}/unmerge-children`, 'unmerge-children');
    await coordinator.open(`/children/${kept}/unmerge-children`);
    expect((await coordinator.send({ childId: other, reasons: 'Two cousins' })).statusCode).toBe(303);
    expect(await look(triage, `/children/${kept}/decide-merge`, 'decide-unmerge')).toContain('two children');
  });
});

describe('a child whom nobody could name, on the pages', () => {
  it('is named, and the name is taken back', async () => {
    const made = await api.give('triage', 'children/record-child', {
      description: 'A girl of about fourteen at the hotel',
      from: 'a made-up porter',
    });
    expect(await look(triage, `/children/${made}`, 'unidentified-child')).toContain('Nobody knows yet');
    await look(triage, `/children/${made}/identify`, 'identify-child');
    await triage.open(`/children/${made}/identify`);
    await triage.send({ as: 'named', how: 'The porter' });
    expect(triage.html).toContain('Give a name of the child');
    await triage.open(`/children/${made}/identify`);
    await triage.send({ as: 'named', how: 'The porter', chosenName: 'Robin' });
    expect(await look(triage, `/children/${made}`, 'identified-child')).toContain('Robin');
    await look(triage, `/children/${made}/withdraw-identification`, 'withdraw-identification');
    await triage.open(`/children/${made}/withdraw-identification`);
    expect((await triage.send({ reason: 'It was her sister' })).statusCode).toBe(303);
  });
});
