import { openStore, weighLinks } from '@mase/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lookAtForm } from '../../testing/look.js';
import { itemsOf, scheduled, started } from '../../testing/panel-sittings.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { type SmallWorld, smallWorld } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;
let world: SmallWorld;
let childId: string;
let link: string;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await smallWorld(api);
  const one = await api.ask<{ childId: string }>('worker', 'GET', `/api/v1/child-cases/${world.proposed}`);
  childId = one.body.childId;
  site = await startSite(api.url, { partnership: 'Fernshire (invented)', pictures: 'links' });
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const dayOf = (name: string, date: string) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Three children who were contacted from one number, weighed as the worker of the installation does. */
async function shareNumber(): Promise<void> {
  for (const firstName of ['Ada', 'Bea', 'Cleo']) {
    const child = { firstName, lastName: 'Made-up Sharing', from: 'return' };
    const id = await api.give('coordinator', 'children/record-child', child);
    await api.give('intelligence', 'links/record-link', {
      kind: 'contacted-from',
      from: { kind: 'child', id },
      to: { kind: 'phone', text: '07700 900123' },
      firstOn: inDays(-3),
      source: 'casework',
      words: 'Made up',
    });
  }
  const worker = await openStore(api.database.connections.worker, { size: 2 });
  const store = await openStore(api.database.connections.app, { size: 1 });
  expect(await weighLinks(worker, store)).toBeGreaterThan(0);
  await worker.close();
  await store.close();
}

const reported = {
  ...{ seen: 'One car, three children (made up)', when: 'On Friday', where: 'Sample Street' },
  ...{ howKnown: 'told-by-somebody', fromChild: 'no', couldShow: 'no', childInDanger: 'no' },
};

/** The coordinator puts a cluster on an agenda from its page; the panel decides on it. */
async function beforePanel(cluster: string): Promise<void> {
  const id = cluster.split('/').at(-1) as string;
  const sitting = await scheduled(api, 40, 60);
  const coordinator = await site.plainAs('coordinator');
  const add = `/sittings/${sitting}/add-item?caseId=${id}`;
  expect(await site.shot(coordinator, cluster, 'cluster-offer')).toContain('MASE panel');
  await coordinator.open(cluster);
  expect(coordinator.html.replaceAll('&#x3D;', '=')).toContain(add);
  expect(await site.shot(coordinator, add, 'cluster-add')).toMatch(
    /Clusters\s+4 children who share something/,
  );
  await coordinator.open(add);
  const asked = { caseId: [id], [`kind-${id}`]: 'cluster', [`section-${id}`]: 'theme' };
  await coordinator.send({ ...asked, [`asked-${id}`]: 'Agree one plan for the three (made up)' });
  await started(api, sitting);
  const [item] = await itemsOf(api, sitting);
  await api.give('chair', 'agenda-items/open-item', {}, item?.id);
  const chair = await site.plainAs('chair');
  const decide = `/agenda-items/${item?.id}/record-panel-decision`;
  const asks = await site.shot(chair, decide, 'cluster-decide');
  expect(asks).toMatch(/\d children who share something/);
  expect(asks).toMatch(/What they share.*Who they are.*within 90 days/s);
  expect(asks).not.toContain('Who watches from now on');
  await chair.open(decide);
  await chair.send({ decision: 'continue', reasons: 'One plan is agreed (made up)', nextReview: '6w' });
  await chair.open(cluster);
  expect(chair.html).not.toContain('It waits on the agenda of');
  expect((await itemsOf(api, sitting))[0]).toMatchObject({ state: 'decided' });
  await api.give('chair', 'sittings/end-sitting', {}, sitting);
}

describe('links, without scripts', () => {
  it('a worker records a link from the page of a child, and errors say what to do', async () => {
    const worker = await site.plainAs('worker');
    await worker.open(`/children/${childId}`);
    const form = `/links/record-link?from=child:${childId}`;
    expect(worker.html.replaceAll('&#x3D;', '=')).toContain(form);
    expect(await site.shot(worker, form, 'record')).toContain('The intelligence desk of the police grades');
    await worker.open(form);
    await worker.send({ look: 'yes', find: 'Ash Example' });
    expect(worker.html).toMatch(/name="other"[^>]* value="child:[0-9a-f-]{36}"/);
    await worker.open(form);
    await worker.send({ words: '' });
    expect(worker.html).toContain('Select with whom or what it is linked');
    await worker.open(form);
    await worker.send({ other: 'phone', text: 'no number', kind: 'uses', source: 'told', words: 'Made up' });
    expect(worker.html).toContain('There is a problem');
    await worker.open(form);
    const sent = await worker.send({
      other: 'phone',
      text: '07700 900123',
      kind: 'contacted-from',
      ...dayOf('firstOn', inDays(-2)),
      source: 'told',
      words: 'The child showed a made-up message',
    });
    expect(sent.headers.location).toBe(`/children/${childId}`);
  });

  it('the desk grades it, and the worker reads what the police write and no more', async () => {
    const desk = await site.plainAs('intelligence');
    expect(await site.shot(desk, '/links', 'to-grade')).toContain('Not graded: not to be taken as fact');
    await desk.open('/links');
    link = /href="(\/links\/[0-9a-f-]{36})"/.exec(desk.html)?.[1] as string;
    expect(await site.shot(desk, link, 'ungraded')).toContain('Nobody has graded this link');
    await site.shot(desk, `${link}/grade-link`, 'grade');
    await desk.open(`${link}/grade-link`);
    await desk.send({ source: '', reasons: '' });
    expect(desk.html).toContain('Select how reliable the source is');
    await desk.open(`${link}/grade-link`);
    await desk.send({
      ...{ source: '1', information: 'A', handling: 'P', told: 'Somebody rings the child (made up)' },
      ...{ reasons: 'Made-up reasons', ...dayOf('reviewBy', inDays(100)) },
    });
    const words = await site.shot(desk, link, 'graded');
    expect(words).toContain('1 A P');
    expect(words).toContain('Somebody rings the child (made up)');
    const worker = await site.plainAs('worker');
    await worker.open(`/children/${childId}`);
    expect(worker.html).toContain(link);
    const told = await site.shot(worker, link, 'told');
    expect(told).toContain('Somebody rings the child (made up)');
    expect(told).not.toContain('Made-up reasons');
    expect(told).not.toContain('1 A P');
  });

  it('what several children share is ranked, charted step by step, and proposed as a cluster', async () => {
    await shareNumber();
    const desk = await site.plainAs('intelligence');
    expect(await site.shot(desk, '/links/ranking', 'shared')).toContain('Phone number');
    const network = `/links/network?of=child:${childId}&steps=3`;
    const words = await site.shot(desk, network, 'network');
    expect(words).toContain('Ada Made-up Sharing');
    await desk.open(network);
    expect(desk.html).toContain('<svg class="mase-network" role="img"');
    await desk.open('/links/network');
    await desk.send({ kind: 'phone', text: '07700 900123', steps: '1' });
    expect(desk.html).toContain('Cleo Made-up Sharing');
    await desk.open('/links/network');
    await desk.send({ kind: 'phone', text: '', steps: '1' });
    expect(desk.html).toContain('Write the identifier');
  });

  it('a person whose phone children share, and who has no link, leads to them step by step', async () => {
    const id = await api.give('intelligence', 'person-cases/nominate', {
      person: {
        name: 'Person Made-up Sharing',
        birthDate: '1988-12-20',
        identifiers: [{ kind: 'phone', text: '07700 900123' }],
      },
      bases: [{ code: 'graded-intelligence' }],
      why: 'Made up',
    });
    const asked = await api.ask<{ aboutId: string }>('intelligence', 'GET', `/api/v1/person-cases/${id}`);
    const { aboutId } = asked.body;
    const desk = await site.plainAs('intelligence');
    await desk.open(`/persons/${aboutId}`);
    expect(desk.html).toContain('No direct link that you may see is recorded.');
    expect(desk.html).toContain('Within two steps you may see 5: 4 children and 1 other.');
    const way = `/links/network?of=person:${aboutId}`;
    expect(desk.html.replaceAll('&#x3D;', '=')).toContain(`href="${way}"`);
    await desk.open(way);
    expect(desk.html).toContain('Cleo Made-up Sharing');
  });

  it('a report that is begun at a cluster has in it what the children share, and names none of them unasked', async () => {
    const desk = await site.plainAs('intelligence');
    await desk.open('/clusters');
    await desk.open(/href="(\/clusters\/[0-9a-f-]{36})"/.exec(desk.html)?.[1] as string);
    await desk.open(
      /href="(\/intelligence\/submit-intelligence[^"]+)"/
        .exec(desk.html)?.[1]
        ?.replace('&#x3D;', '=') as string,
    );
    expect(desk.html).toMatch(/<textarea[^>]*name="phones"[^>]*>07700 900123<\/textarea>/);
    expect(desk.html).toContain('Ada Made-up Sharing');
    expect(desk.html).not.toMatch(/name="named"[^>]*checked/);
    await desk.send({ ...reported, phones: '07700 900123\n07700 900124' });
    expect(desk.html).not.toContain('There is a problem');
  });

  it('a cluster is confirmed, discussed and closed by those who answer for it', async () => {
    const duty = await site.plainAs('duty');
    expect(await site.shot(duty, '/clusters', 'clusters')).toContain('children who share something');
    await duty.open('/clusters');
    const cluster = /href="(\/clusters\/[0-9a-f-]{36})"/.exec(duty.html)?.[1] as string;
    const asked = await site.shot(duty, `${cluster}/confirm-cluster`, 'cluster-confirm');
    expect(asked).toContain('ask the intelligence desk how they are graded');
    expect(asked).toMatch(/3 children who share something within 90 days/);
    expect(asked).toContain(
      'Complex abuse discussion within 24 hours; Complex abuse meeting within 72 hours',
    );
    await duty.open(`${cluster}/confirm-cluster`);
    const desk = await site.plainAs('intelligence');
    const facts = await site.shot(desk, cluster, 'cluster-links');
    expect(facts).toContain('Ada Made-up Sharing – contacted from – 07700 900123');
    expect(facts).toContain('Not graded: not to be taken as fact');
    await duty.send({ words: 'One number rings them all (made up)' });
    await lookAtForm(site, duty, `${cluster}/record-cluster-discussion`, 'links-discussion');
    await duty.send({ agencies: '', outcome: 'joint-plan', words: 'Made up' });
    expect(duty.html).toContain('There is a problem');
    await duty.open(`${cluster}/record-cluster-discussion`);
    await duty.send({ agencies: 'Police\nSocial care', outcome: 'joint-plan', words: 'Made up' });
    await lookAtForm(site, duty, `${cluster}/record-cluster-meeting`, 'links-cluster-meeting');
    await duty.send({ agencies: 'Police', words: 'Made up' });
    const words = await site.shot(duty, cluster, 'cluster');
    expect(words).toContain('One plan for all the children, without an enquiry');
    expect(words).toContain('Police, Social care');
    await beforePanel(cluster);
    await lookAtForm(site, duty, `${cluster}/close-cluster`, 'links-close-cluster');
    await duty.send({ words: 'Nothing more to do together (made up)' });
    await duty.open(cluster);
    expect(duty.html).toContain('Closed');
  });

  it('a link that the desk let fade is renewed where it was seen to hold again', async () => {
    const desk = await site.plainAs('intelligence');
    await desk.open(`${link}/review-link`);
    await desk.send({ outcome: 'fades', reasons: 'Nobody rang since (made up)' });
    await lookAtForm(site, desk, `${link}/renew-link`, 'links-renew');
    const again = { ...dayOf('lastOn', inDays(-1)), ...dayOf('reviewBy', inDays(90)) };
    const sent = await desk.send({ ...again, reasons: 'It rang again (made up)' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, link]);
  });
});
