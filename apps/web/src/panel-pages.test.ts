import type { AddressInfo } from 'node:net';
import { broughtForward } from '@mase/workflow/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from './app.js';
import { startBrowser, type TestBrowser } from './testing/browser.js';
import { PlainBrowser } from './testing/browser-form.js';
import { look, lookAtForm } from './testing/look.js';
import { itemsOf, type PanelSittings, panelSittings, scheduled, started } from './testing/panel-sittings.js';
import { dayAhead, type PanelWorld, panelWorld } from './testing/panel-world.js';
import { type PersonKey, type RealApi, realApi } from './testing/real-api.js';

let api: RealApi;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
let world: PanelWorld;
let sittings: PanelSittings;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await panelWorld(api);
  sittings = await panelSittings(api, world);
  app = await buildWeb({
    apiUrl: api.url,
    secure: false,
    phase: 'Everybody and everything here is invented.',
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await startBrowser();
  browser.context.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await api?.close();
});

const signedIn = new Map<PersonKey, PlainBrowser>();

async function as(who: PersonKey): Promise<PlainBrowser> {
  const known = signedIn.get(who);
  if (known) return known;
  const plain = new PlainBrowser(app);
  signedIn.set(who, plain);
  await plain.open('/session/sign-in');
  await plain.send({ choosing: 'yes', person: api.emailOf(who) });
  return plain;
}

/** The last Friday of each month of a spring with Good Friday in it. */
const aRule =
  'every=month&nth=last&weekday=friday&startTime=10:00&minutes=120&from=2029-03-01&until=2029-08-31';

type Where = () => string;
const opened: [PersonKey, string, Where][] = [
  ['coordinator', 'sittings-list', () => '/sittings'],
  ['coordinator', 'sittings-schedule', () => '/sittings/schedule-sitting'],
  ['memberHealth', 'panels-of-member', () => '/panels'],
  ['coordinator', 'panel', () => `/panels/${sittings.panel}`],
  ['coordinator', 'found-panel', () => '/panels/found-panel'],
  ['coordinator', 'change-panel', () => `/panels/${sittings.panel}/change-panel`],
  ['coordinator', 'change-members', () => `/panels/${sittings.panel}/change-members`],
  ['coordinator', 'publish-terms', () => `/panels/${sittings.panel}/publish-terms`],
  ['coordinator', 'close-panel', () => `/panels/${sittings.panel}/close-panel`],
  ['coordinator', 'series', () => `/panels/${sittings.panel}/series`],
  ['coordinator', 'plan-series', () => `/panels/${sittings.panel}/plan-series?${aRule}`],
  ['coordinator', 'move-sitting', () => `/sittings/${sittings.building}/move-sitting`],
  ['coordinator', 'agenda-builder', () => `/sittings/${sittings.building}`],
  ['coordinator', 'add-item', () => `/sittings/${sittings.building}/add-item`],
  ['coordinator', 'add-theme', () => `/sittings/${sittings.building}/add-subject`],
  ['coordinator', 'change-item', () => `/agenda-items/${sittings.planned}/change-item`],
  ['chair', 'take-chairs-action', () => `/child-cases/${world.listed[1]}/take-chairs-action`],
  ['coordinator', 'order-items', () => `/sittings/${sittings.building}/order-items`],
  ['coordinator', 'issue-papers', () => `/sittings/${sittings.building}/issue-papers`],
  ['coordinator', 'cancel-sitting', () => `/sittings/${sittings.building}/cancel-sitting`],
  ['coordinator', 'open-agenda', () => `/sittings/${sittings.building}/open-agenda`],
  ['chair', 'start-sitting', () => `/sittings/${sittings.building}/start-sitting`],
  ['chair', 'sitting-in-session', () => `/sittings/${sittings.inSession}`],
  ['chair', 'attendance', () => `/sittings/${sittings.inSession}/record-attendance`],
  ['chair', 'chair-in-session', () => `/agenda-items/${sittings.open}/record-panel-decision`],
  ['chair', 'item-waiting', () => `/agenda-items/${sittings.waiting}/record-panel-decision`],
  ['chair', 'open-item', () => `/agenda-items/${sittings.waiting}/open-item`],
  ['chair', 'record-note', () => `/agenda-items/${sittings.open}/record-note`],
  ['chair', 'undo-start', () => `/sittings/${sittings.inSession}/undo-start`],
  ['chair', 'end-sitting', () => `/sittings/${sittings.inSession}/end-sitting`],
  ['chair', 'sitting-minutes', () => `/sittings/${sittings.drafted}`],
  ['coordinator', 'issue-letters', () => `/sittings/${sittings.drafted}/issue-letters`],
  ['coordinator', 'recall-copy', () => `/sittings/${sittings.drafted}/recall-copy`],
  ['chair', 'change-minutes', () => `/sittings/${sittings.drafted}/change-minutes`],
  ['coordinator', 'minutes-parts', () => `/sittings/${sittings.drafted}/minutes-parts`],
  ['chair', 'agree-minutes', () => `/sittings/${sittings.drafted}/agree-minutes`],
  ['chair', 'amend-minutes', () => `/sittings/${sittings.drafted}/amend-minutes`],
  ['chair', 'correct-attendance', () => `/sittings/${sittings.drafted}/correct-attendance`],
  ['chair', 'correct-entry', () => `/agenda-items/${sittings.open}/correct-entry`],
  ['manager', 'papers-of-a-case', () => `/child-cases/${world.listed[0]}/holders`],
  ['chair', 'language', () => '/language'],
  ['chair', 'language-by-team', () => '/language/by-team'],
  ['memberHealth', 'plan-partner-actions', () => '/plan-actions'],
  ['memberHealth', 'action', () => `/plan-actions/${world.offered}`],
  ['memberHealth', 'accept-action', () => `/plan-actions/${world.offered}/accept-action`],
  ['memberHealth', 'decline-action', () => `/plan-actions/${world.offered}/decline-action`],
  ['memberHealth', 'end-action', () => `/plan-actions/${world.accepted}/end-action`],
  ['worker', 'add-action', () => `/plan-actions/add-action?case=${world.planning}`],
  ['manager', 'agree-plan', () => `/child-cases/${world.planning}/agree-plan`],
  ['worker', 'share-plan', () => `/child-cases/${world.listed[0]}/share-plan`],
  ['worker', 'list-for-panel', () => `/child-cases/${world.planning}/list-for-panel`],
  ['coordinator', 'withdraw-listing', () => `/child-cases/${world.listed[1]}/withdraw-listing`],
  ['coordinator', 'defer-listing', () => `/child-cases/${world.listed[1]}/defer-listing`],
  ['worker', 'propose-closure', () => `/child-cases/${world.planning}/propose-closure`],
  ['managerTwo', 'approve-closure', () => `/child-cases/${world.closing}/approve-closure`],
  ['senior', 'approve-closure-senior', () => `/child-cases/${world.closing}/approve-closure`],
  ['managerTwo', 'refuse-closure', () => `/child-cases/${world.closing}/refuse-closure`],
  ['triage', 'relist', () => `/child-cases/${world.closed}/relist`],
  ['triage', 'proposals', () => '/referral-proposals'],
  ['triage', 'proposal', () => `/referral-proposals/${world.proposal}`],
  ['triage', 'accept-proposal', () => `/referral-proposals/${world.proposal}/accept-proposal`],
  ['triage', 'decline-proposal', () => `/referral-proposals/${world.proposal}/decline-proposal`],
  ['triage', 'children', () => '/children'],
  ['triage', 'child', () => `/children/${world.child}`],
  ['admin', 'users', () => '/users'],
  ['admin', 'user', () => `/users/${api.ids.worker}`],
  ['admin', 'add-user', () => '/users/add-user'],
  ['admin', 'change-role', () => `/users/${api.ids.worker}/change-role`],
  ['admin', 'end-access', () => `/users/${api.ids.worker}/end-access`],
];

describe('the pages of panel, plan, closing, proposals, children and accounts', () => {
  it.each(opened)(
    'open for the %s without a fault, on a wide screen and on a telephone: %s',
    async (who, name, where) => {
      const words = await look({ browser, base }, await as(who), where(), name);
      expect(words).not.toMatch(/Page not found|You cannot do this$/m);
    },
  );
});

describe('without JavaScript', () => {
  it('the chair is asked where reasons and new grade seem to differ, and answers on the screen', async () => {
    const chair = await as('chair');
    const address = `/agenda-items/${sittings.open}/record-panel-decision`;
    await chair.open(address);
    expect(chair.html).not.toContain('what is meant?');
    const decided = {
      decision: 'regrade',
      reasons: 'He was at medium risk in the spring.',
      nextReview: '6w',
    };
    expect((await chair.send({ ...decided, grade: 'low' })).statusCode).toBe(422);
    expect(chair.html).toContain('href="#contradiction-reasons-medium">The reasons say “medium risk”');
    expect(chair.html).toContain('what is meant?');
    expect(chair.html).toContain('data-module="mase-one-key"');
  });

  it('the chair records a decision with an action and stands before the next item, opened', async () => {
    const plain = new PlainBrowser(app);
    await plain.open('/session/sign-in');
    await plain.send({ choosing: 'yes', person: api.emailOf('chair') });
    const token = () => /name="_csrf" value="([^"]+)"/.exec(plain.html)?.[1] ?? '';
    await plain.open(`/agenda-items/${sittings.open}/record-panel-decision`);
    const answer = await plain.send({
      _csrf: token(),
      decision: 'change-plan',
      reasons: 'The contact goes on.',
      'actions-1-what': 'Meet the mother',
      'actions-1-ownerId': api.ids.worker,
      'actions-1-due': '1 7 2020',
      nextReview: '6w',
    });
    expect(answer.statusCode).toBe(422);
    expect(plain.html).toContain('href="#actions-1-due"');
    const undated = await plain.send({
      _csrf: token(),
      decision: 'change-plan',
      reasons: 'The contact goes on.',
      'actions-1-what': 'Meet the mother',
      'actions-1-ownerId': api.ids.worker,
      nextReview: '6w',
    });
    expect(undated.statusCode).toBe(422);
    expect(plain.html).toContain('Enter the due date of the action');
    expect(plain.html).toContain('href="#actions-1-due"');
    const sent = await plain.send({
      _csrf: token(),
      decision: 'change-plan',
      reasons: 'The contact goes on.',
      'actions-1-what': 'Meet the mother',
      'actions-1-ownerId': api.ids.worker,
      'actions-1-due': dayAhead(7),
      nextReview: '6w',
    });
    expect(sent.headers.location).toBe(`/agenda-items/${sittings.waiting}/record-panel-decision`);
    await plain.open(sent.headers.location as string);
    expect(plain.html).toContain('Record the decision');
    expect(plain.html).not.toContain('Open this item');
  });

  it('a theme is heard on a screen of its own, with actions whose owner is told what and not of whom', async () => {
    const late = { section: 'theme', asked: 'Who looks?', lateReason: 'Made up' };
    const theme = { subject: 'theme', title: 'A made-up arcade', ...late };
    await api.give('chair', 'sittings/add-subject', theme, sittings.inSession);
    const { id } = (await itemsOf(api, sittings.inSession)).find(({ caseId }) => !caseId) as { id: string };
    await api.give('chair', 'agenda-items/open-item', {}, id);
    const plain = await as('chair');
    await look({ browser, base }, plain, `/agenda-items/${id}/record-panel-decision`, 'session-theme');
    const { body } = await api.ask<{ items: { id: string; agencyId: string }[] }>(
      'chair',
      'GET',
      '/api/v1/users?limit=100',
    );
    const health = body.items.find((one) => one.id === api.ids.memberHealth)?.agencyId;
    await plain.open(`/agenda-items/${id}/record-panel-decision`);
    for (const own of ['New actions', 'Open actions (0)', 'Done with; needs a quorum'])
      expect(plain.html).toContain(own);
    for (const childs of ['Grade', 'No plan agreed', 'child’s own words', 'New grade', 'Reason for closing'])
      expect(plain.html).not.toContain(childs);
    const sent = await plain.send({
      decision: 'continue',
      reasons: 'Two agencies look.',
      'actions-0-what': 'Walk past at four (made up)',
      'actions-0-ownerId': api.ids.worker,
      'actions-0-due': dayAhead(7),
      'actions-0-part': 'safety',
      'actions-1-what': 'Ring the clinic (made up)',
      'actions-1-ownerId': `agency:${health}`,
      'actions-1-due': dayAhead(7),
      'actions-1-part': 'safety',
      nextReview: '6w',
    });
    expect(sent.statusCode).toBe(303);
    const owner = await as('worker');
    await owner.open('/plan-actions');
    expect(owner.html).toContain('Walk past at four (made up)');
    expect(owner.html).toContain('Given by a sitting');
    const href = /href="(\/plan-actions\/[^"/]+)">Walk past at four/.exec(owner.html)?.[1] as string;
    await owner.open(href);
    expect(owner.html).toContain('Accept the action');
    for (const closed of ['A made-up arcade', 'The whole plan', 'Open the case'])
      expect(owner.html).not.toContain(closed);
    // Which other action is about the same is not for the owner to know: what would be refused is not offered.
    await owner.open(`${href}/end-action`);
    expect(owner.html).toContain('Handed over');
    expect(owner.html).not.toContain('Superseded');
    await plain.open(`${href}/end-action`);
    expect(plain.html).toContain('Ring the clinic (made up)');
    // What waits for an agency is nobody’s: the form says “Yours” while somebody chooses the agency.
    const agency = await as('memberHealth');
    await agency.open(`/plan-actions?whose=&agency=${health}`);
    expect(agency.html).toContain('Ring the clinic (made up)');
    expect(agency.html).not.toContain('Walk past at four (made up)');
  });

  it('a decision that was taken without a quorum is ratified between sittings by the rule of the chair', async () => {
    const sitting = await scheduled(api, 50, 60);
    const theme = { subject: 'theme', title: 'A made-up car park', section: 'theme', asked: 'Who looks?' };
    await api.give('coordinator', 'sittings/add-subject', theme, sitting);
    await api.give('coordinator', 'sittings/issue-papers', { recipients: [api.ids.chair] }, sitting);
    const begun = { ...broughtForward, inquorateReason: 'The roads were closed (made up)' };
    await api.give('chair', 'sittings/start-sitting', begun, sitting);
    const item = (await itemsOf(api, sitting)).find(({ caseId }) => !caseId)?.id as string;
    await api.give('chair', 'agenda-items/open-item', {}, item);
    const decision = { decision: 'continue', reasons: 'Two look (made up)', nextReview: dayAhead(28) };
    await api.give('chair', 'agenda-items/record-panel-decision', { ...decision, actions: [] }, item);
    const chair = await as('chair');
    await lookAtForm({ browser, base }, chair, `/agenda-items/${item}/ratify-decision`, 'ratify-decision');
    const sent = await chair.send({ sittingId: '', reason: 'Two agencies agreed by telephone (made up)' });
    expect(sent.statusCode, chair.html).toBe(303);
  });

  it('the check that a closing fixed is recorded by the child’s manager on the day', async () => {
    const agreed = {
      reasons: 'She says that it is over (made up)',
      overrideReasons: 'She asks for it (made up)',
    };
    await api.give('senior', 'child-cases/approve-closure', agreed, world.closing);
    const manager = await as('manager');
    const href = `/child-cases/${world.closing}/record-next-check`;
    await lookAtForm({ browser, base }, manager, href, 'record-next-check');
    const sent = await manager.send({ found: 'The school sees nothing new (made up)' });
    expect(sent.statusCode, manager.html).toBe(303);
    await manager.open(href);
    expect(manager.html).toContain('No check was fixed');
  });

  it('the check that the removal of a person by a sitting fixed is recorded by the coordinator', async () => {
    const person = { name: 'Person Fern-11', birthDate: '1984-05-06' };
    const why = { bases: [{ code: 'repeat-association' }], why: 'Made up' };
    const id = await api.give('intelligence', 'person-cases/nominate', { ...why, person });
    await api.give('intelligence', 'person-cases/start-screening', {}, id);
    const taken = { necessity: 'Three made-up sightings', duplicateCheck: 'none-found' };
    await api.give('intelligence', 'person-cases/accept-nomination', taken, id);
    const asked = { basis: 'new', asked: 'Is it over?' };
    await api.give('intelligence', 'person-cases/list-for-panel', asked, id);
    const sitting = await scheduled(api, 51, 60);
    const about = { caseId: id, caseKind: 'personCase', section: 'person', asked: 'Is it over?' };
    await api.give('coordinator', 'sittings/add-item', about, sitting);
    await started(api, sitting);
    const item = (await itemsOf(api, sitting)).find(({ caseId }) => caseId === id)?.id as string;
    await api.give('chair', 'agenda-items/open-item', {}, item);
    const watched = { watcher: 'The neighbourhood team (made up)', nextCheck: dayAhead(90) };
    const removed = { decision: 'remove', removalReason: 'no-longer-necessary', reasons: 'Nothing new' };
    await api.give(
      'chair',
      'agenda-items/record-panel-decision',
      { ...removed, ...watched, actions: [] },
      item,
    );
    const coordinator = await as('coordinator');
    const href = `/person-cases/${id}/record-next-check`;
    await lookAtForm({ browser, base }, coordinator, href, 'person-record-next-check');
    const sent = await coordinator.send({ found: 'Nothing new was seen (made up)' });
    expect(sent.statusCode, coordinator.html).toBe(303);
  });
});
