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
  it('show side by side what will stand, and afterwards what the other said otherwise', async () => {
    const kept = await child('Ashley', 'Testmore');
    const other = await api.give('coordinator', 'children/record-child', {
      firstName: 'Ash',
      lastName: 'Testmore',
      birthDate: '2012-06-05',
      localId: 'T-77',
      from: 'return',
    });
    await api.give('coordinator', 'children/merge-children', { childId: other, reasons: 'One school' }, kept);
    const words = await look(triage, `/children/${kept}/decide-merge`, 'decide-merge-differs');
    expect(words).toContain('6 May 2012 will stand. On the other record: 5 June 2012');
    expect(words).toContain('T-77, taken from the other record');
    await triage.open(`/children/${kept}/decide-merge`);
    expect((await triage.send({ childId: other, decision: 'approve' })).statusCode, triage.html).toBe(303);
    expect(await look(coordinator, `/children/${kept}`, 'child-said-otherwise')).toContain(
      'Ash Testmore had another date of birth: 5 June 2012',
    );
  });

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

describe('what is about another child, on the pages', () => {
  it('is withdrawn from the child’s own record, and information governance decides about it', async () => {
    const made = await child('Robin', 'Testley');
    const carer = {
      name: 'Made-up uncle',
      relation: 'Uncle',
      asParent: 'no',
      livesWith: 'no',
      mayContact: 'yes',
    };
    await api.give('coordinator', 'children/record-carer', carer, made);
    const form = await look(coordinator, `/children/${made}/withdraw-entry`, 'withdraw-child-entry');
    expect(form).toContain('Carer or contact: Made-up uncle');
    await coordinator.open(`/children/${made}/withdraw-entry`);
    const row = /<option value="([0-9a-f-]{36})"[^>]*>Carer/.exec(coordinator.html)?.[1] as string;
    await coordinator.send({ rowId: row });
    expect(coordinator.html).toContain('Enter how it came about');
    await coordinator.open(`/children/${made}/withdraw-entry`);
    const sent = await coordinator.send({ rowId: row, reason: 'Two files were open' });
    expect(sent.statusCode, coordinator.html).toBe(303);
    const governance = await signedIn(site.app, 'governance');
    expect(await look(governance, `/children/${made}`, 'child-with-withdrawn')).toContain('data breach');
    const page = `/children/${made}/record-breach-decision`;
    expect(await look(governance, page, 'child-breach-decision')).toContain('Made-up uncle');
    await governance.open(page);
    const decision = { rowId: row, finding: 'breach', reported: 'no', reasons: 'Nobody had read it' };
    expect((await governance.send(decision)).statusCode, governance.html).toBe(303);
  });

  it('is moved, where it is a whole case, to the right child, and what left it is listed', async () => {
    const right = await child('Sam', 'Testover');
    const caseId = await api.give('triage', 'child-cases/record-referral', {
      seenOrSaid: 'Made-up words',
      immediateDanger: false,
      child: { firstName: 'Robyn', lastName: 'Testover', birthDate: '2012-05-06' },
    });
    await triage.open(`/child-cases/${caseId}`);
    const wrong = /\/children\/([0-9a-f-]{36})/.exec(triage.html)?.[1] as string;
    const page = `/children/${wrong}/move-case`;
    expect(await look(triage, page, 'move-case')).toContain('Sam Testover');
    await triage.open(page);
    await triage.send({ reason: 'Two sisters' });
    expect(triage.html).toContain('Choose the right child');
    await triage.open(page);
    const sent = await triage.send({ childId: right, reason: 'Two sisters' });
    expect(sent.statusCode, triage.html).toBe(303);
    await triage.open(`/child-cases/${caseId}`);
    expect(triage.html).toContain('Sam Testover');
    const governance = await signedIn(site.app, 'governance');
    const decide = `/children/${wrong}/record-breach-decision`;
    expect(await look(governance, decide, 'moved-case-breach')).toContain('moved to another child');
  });
});
