import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { lookAtForm } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
let id: string;
let action: string;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  id = (await smallWorld(api)).proposed;
  action = await api.give('worker', 'plan-actions/add-action', {
    caseId: id,
    part: 'safety',
    kind: 'education',
    what: 'Meet her at the school gate every afternoon',
    ownerId: api.ids.worker,
  });
  site = await startSite(api.url);
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

it('the plan says in one place all that is missing, and each line leads to where it is completed', async () => {
  const worker = await site.plainAs('worker');
  const words = await site.shot(worker, `/child-cases/${id}/plan`, 'plan');
  expect(words).toContain('things are missing for a full plan');
  expect(words).toContain('It has no due date.');
  expect(words).toContain('1 worker so far');
  await worker.open(`/child-cases/${id}/plan`);
  expect(worker.html).toContain(`href="/plan-actions/${action}/change-action"`);
});

it('an action is completed where nothing is asked again, escalated by hand, answered, and ended in its own way', async () => {
  const worker = await site.plainAs('worker');
  const at = (verb = '') => `/plan-actions/${action}${verb && `/${verb}`}`;
  await site.shot(worker, at('change-action'), 'change-action');
  await worker.open(at('change-action'));
  expect(worker.html).toContain('Meet her at the school gate every afternoon');
  const typed = {
    what: 'Meet her at the school gate every afternoon',
    kind: 'education',
    ownerId: api.ids.worker as string,
    outcome: 'She comes to school every day',
    measure: 'The register',
    contingency: 'Her aunt meets her',
    'due-day': '3',
    'due-month': '12',
    'due-year': '2029',
  };
  await worker.send(typed);
  expect(worker.html).toContain('Enter the reason for the change');
  const done = await worker.send({ ...typed, reason: 'Agreed with her' });
  expect(done.headers.location).toBe(at());

  await worker.open(at('escalate-action'));
  await worker.send({ reason: 'The gate is where he waits' });
  await lookAtForm(site, worker, at('answer-escalation'), 'answer-escalation');
  expect(worker.html).toContain('The gate is where he waits');
  await worker.send({ reason: 'Begun today', 'due-day': '4', 'due-month': '12', 'due-year': '2029' });
  const told = await site.shot(worker, at(), 'action');
  expect(told).toContain('1 worker so far');
  expect(told).toContain('Version 2');
  expect(told).toContain('Escalated: the owner of the action told');
  expect(told).toContain('Escalation answered with a new date');

  await site.shot(worker, at('end-action'), 'end-action');
  await worker.open(at('end-action'));
  await worker.send({ how: 'no-longer-possible' });
  expect(worker.html).toContain('Write what changed');
  await worker.send({ how: 'handed-over', newOwnerId: api.ids.manager as string, handover: 'All is told' });
  await worker.open(at());
  expect(worker.html).toContain('The action that stands in its place');
});

it('a plan that is shared goes out as copies; whoever opens one gives a receipt, and the plan shows who has not', async () => {
  await api.give('manager', 'child-cases/agree-plan', { kind: 'interim' }, id);
  const worker = await site.plainAs('worker');
  const manager = await site.plainAs('manager');
  await site.shot(worker, `/child-cases/${id}/share-plan`, 'share-plan');
  await worker.open(`/child-cases/${id}/share-plan`);
  await worker.send({
    power: 'Children Act 2004',
    purpose: 'To keep her safe',
    'child-given': 'yes',
    'child-how': 'Read together',
    'parent-given': 'no',
    'parent-whyNot': 'She asked to wait',
  });
  await manager.open(`/child-cases/${id}/plan`);
  expect(manager.html).toContain('not opened yet');
  const copy = /href="(\/plan-copies\/[^"]+)">Wren Worker/.exec(manager.html)?.[1] as string;
  await worker.open(copy);
  expect(worker.html).not.toContain('Grandmother keeps the phone');
  await worker.open(`${copy}/open-copy`);
  await worker.send({});
  const words = await site.shot(worker, copy, 'plan-copy');
  expect(words).toContain('Grandmother keeps the phone at night');
  expect(words).toContain('Who else has this part');
  const told = await site.shot(manager, `/child-cases/${id}/plan`, 'plan-copies');
  expect(told).toContain('Opened on');
});

it('the plan is written in plain words for the child, printed as a document, and given with a receipt', async () => {
  const worker = await site.plainAs('worker');
  await site.shot(worker, `/child-cases/${id}/write-plain-plan`, 'write-plain-plan');
  await worker.open(`/child-cases/${id}/write-plain-plan`);
  const fields = [...worker.html.matchAll(/name="((?:what|know)-[^"]+)"/g)].map(([, name]) => name as string);
  expect(fields.length).toBeGreaterThan(1);
  const typed = (what: string) =>
    Object.fromEntries(fields.map((name) => [name, name.startsWith('what-') ? what : 'You feel safer']));
  await worker.send({ ...typed('The MASE panel lowers the risk level'), call: 'Wren on 01632 960 001' });
  expect(worker.html).toContain('in plain words: this is read by the family');
  await worker.send({ ...typed('Your grandmother keeps the phone at night'), call: 'Wren on 01632 960 001' });
  await worker.open(`/child-cases/${id}/plan`);
  const copy = /href="(\/plan-copies\/[^"]+)">[^<]*<\/a><\/th><td[^>]*>In plain words/.exec(
    worker.html,
  )?.[1] as string;
  const words = await site.shot(worker, copy, 'plain-copy');
  expect(words).toContain('Record that it was given');
  const file = await worker.open(`${copy}/document?format=html`);
  expect(file.payload).toContain('Your grandmother keeps the phone at night');
  await lookAtForm(site, worker, `${copy}/record-receipt`, 'record-receipt');
  await worker.send({ how: 'Read together at school', said: 'OK then' });
  await worker.open(copy);
  expect(worker.html).toContain('They said: “OK then”');
});

it('actions that look the same are shown in pairs with why, to those who see the plans of many children', async () => {
  const manager = await site.plainAs('manager');
  for (const what of ['Grandmother keeps the phone at night', 'Ring her grandmother'])
    await api.give('worker', 'plan-actions/add-action', {
      caseId: id,
      part: 'safety',
      kind: 'family',
      what,
      ownerId: api.ids.worker,
    });
  const words = await site.shot(manager, '/plan-actions/similar', 'similar-actions');
  expect(words).toContain('Alike: the same child, the same kind of action, the same words');
  await manager.open('/plan-actions');
  expect(manager.html).toContain('/plan-actions/similar');
});
