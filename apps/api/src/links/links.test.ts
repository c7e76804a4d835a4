import { aLink, aLinkGrade, aNomination, anAcceptedCase } from '@mase/workflow/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { gradedCase } from '../packs/testing/little-sitting.js';
import { aProposedCluster, weighNow } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let number = 300;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
}, 180_000);
afterAll(() => api.close());

let childId: string;
let linkId: string;
let phone: string;
const reviewBy = '2027-02-01';
const conditions = { grade: { source: '1', information: 'B', handling: 'C', conditions: ['A1'] } };

/** A made-up child with a link to a number of its own. */
beforeEach(async () => {
  number += 1;
  phone = `07700 900${number}`;
  const child = { firstName: 'Ari', lastName: `Made-up ${number}`, from: 'return' };
  childId = (await api.give('coordinator', 'children/record-child', child)).id;
  const link = aLink(childId, { to: { kind: 'phone', text: phone } });
  linkId = (await api.give('coordinator', 'links/record-link', link)).id;
});

const ask = async (who: string, url: string) => (await api.ask(who, 'GET', url)).json();
const around = async (who: string) => {
  const answer = await api.ask(who, 'POST', '/api/v1/links/neighbours', {
    kind: 'child',
    id: childId,
    steps: 2,
  });
  return (answer.json().items as { kind: string }[]).map(({ kind }) => kind);
};

describe('links over HTTP', () => {
  it('are listed at a record for whoever reads them, and shown as not graded until police have', async () => {
    const { items } = await ask('intelligence', `/api/v1/links?recordId=${childId}`);
    expect(items).toMatchObject([{ id: linkId, graded: false, to: { kind: 'phone', name: phone } }]);
    expect((await ask('chair', `/api/v1/links?recordId=${childId}`)).items).toEqual([]);
  });

  it('are listed by what they wait for: to be graded, or to be reviewed by a day', async () => {
    const waiting = async (who: string, query: string) =>
      (await ask(who, `/api/v1/links?recordId=${childId}&${query}`)).items.length;
    expect([await waiting('intelligence', 'waits=grading'), await waiting('chair', 'waits=grading')]).toEqual(
      [1, 0],
    );
    await api.give('intelligence', 'links/grade-link', aLinkGrade(reviewBy), linkId);
    expect(await waiting('intelligence', 'waits=grading')).toBe(0);
    expect(await waiting('intelligence', 'waits=review&dueBy=2027-01-31')).toBe(0);
    expect(await waiting('chair', `waits=review&dueBy=${reviewBy}`)).toBe(1);
    // A worker of the child reads what is told of the link, and not when it is looked at again.
    expect(await waiting('referrer', 'waits=review')).toBe(0);
  });

  it('come from a record that whoever records them sees', async () => {
    const from = (id: string) => ({
      ...aLink(childId),
      sourceRecord: { kind: 'childCase', id },
    });
    const headers = { 'idempotency-key': `source-${number}` };
    const answer = await api.ask('coordinator', 'POST', '/api/v1/links/record-link', from(childId), headers);
    expect(answer.json().errors).toMatchObject([{ pointer: '/sourceRecord', code: 'notFound' }]);
  });

  it('say of an identifier that cannot be read what to do', async () => {
    const question = { kind: 'phone', text: '12', steps: 1 };
    const answer = await api.ask('intelligence', 'POST', '/api/v1/links/neighbours', question);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([{ pointer: '/text', code: 'unreadable' }]);
  });

  it('lead nowhere for whoever does not read them', async () => {
    await api.give('intelligence', 'links/grade-link', aLinkGrade(reviewBy), linkId);
    expect([await around('intelligence'), await around('chair')]).toEqual([
      ['child', 'phone'],
      ['child', 'phone'],
    ]);
    const { told: _told, ...quiet } = aLinkGrade(reviewBy, conditions) as { told: string };
    await api.give('intelligence', 'links/grade-link', quiet, linkId);
    expect([await around('intelligence'), await around('chair')]).toEqual([['child', 'phone'], ['child']]);
    expect((await api.ask('chair', 'GET', `/api/v1/links/${linkId}`)).statusCode).toBe(404);
  });
});

describe('an identifier on the record of somebody', () => {
  it('leads from a child whom it contacted to that person, for those alone who read the record', async () => {
    const person = {
      name: `Person Made-up ${number}`,
      birthDate: '1990-05-06',
      identifiers: [{ kind: 'phone', text: phone }],
    };
    const give = (verb: string, body: object, id?: string) =>
      api.give('intelligence-supervisor', `person-cases/${verb}`, body, id);
    const { id } = await give('nominate', aNomination({ person }));
    await api.give('intelligence', 'links/grade-link', aLinkGrade(reviewBy), linkId);
    const led = async () => [await around('intelligence'), await around('chair')];
    expect(await led()).toEqual([
      ['child', 'phone', 'person'],
      ['child', 'phone'],
    ]);
    await give('start-screening', {}, id);
    await give('accept-nomination', anAcceptedCase(), id);
    expect((await led())[1]).toEqual(['child', 'phone', 'person']);
    await give('set-handling', { handling: 'C', conditions: 'A1', reason: 'Made up' }, id);
    expect(await led()).toEqual([
      ['child', 'phone'],
      ['child', 'phone'],
    ]);
    expect(await around('intelligence-supervisor')).toEqual(['child', 'phone', 'person']);
  });
});

describe('the case of a linked person', () => {
  it('is told on which days linked children were known to be there, by graded links that stand and are open', async () => {
    const nomination = {
      person: { name: `Person Linked ${number} (made up)`, birthDate: '1990-05-06' },
      bases: [{ code: 'repeat-association' }],
      why: 'Seen with children near the made-up station',
    };
    const { id } = await api.give('intelligence', 'person-cases/nominate', nomination);
    const view = () => ask('intelligence', `/api/v1/person-cases/${id}`);
    const to = { kind: 'person', id: (await view()).aboutId as string };
    const grade = { source: '1', information: 'B', handling: 'P', conditions: [] };
    const seen = { firstOn: '2025-09-01', lastOn: '2025-09-14', grade, reviewBy };
    const link = { ...aLink(childId, { kind: 'travels-with', to }), ...seen };
    const made = await api.give('intelligence', 'links/record-link', link);
    await weighNow(api);
    expect((await view()).counts).toMatchObject({ linkedChildren: 1, concerns: ['2025-09-14'] });
    await api.give('intelligence', 'links/withdraw-link', { reason: 'Made up' }, made.id);
    await weighNow(api);
    expect((await view()).counts).toMatchObject({ linkedChildren: 0, concerns: [] });
  });
});

describe('what several children share', () => {
  it('is discussed by agencies that are named, one at the least', async () => {
    const cluster = await aProposedCluster(api, `07700 900${number + 500}`);
    await api.give('coordinator', 'clusters/confirm-cluster', { words: 'Made up' }, cluster);
    const nobody = { agencies: [], outcome: 'joint-plan', words: 'Made up' };
    const answer = await api.ask(
      'duty',
      'POST',
      `/api/v1/clusters/${cluster}/record-cluster-discussion`,
      nobody,
      {
        'idempotency-key': `discussion-${number}`,
        'if-match': `"${await api.versionOf(cluster)}"`,
      },
    );
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([{ pointer: '/agencies' }]);
  });

  it('is proposed as a cluster once, whoever records the links, and grows when another child joins', async () => {
    const shared = `07700 900${number + 300}`;
    const cluster = await aProposedCluster(api, shared);
    const before = await ask('intelligence', `/api/v1/clusters/${cluster}`);
    expect(before).toMatchObject({ count: 3, hub: { kind: 'phone', name: shared } });
    const link = aLink(childId, { kind: 'contacted-from', to: { kind: 'phone', text: shared } });
    await api.give('coordinator', 'links/record-link', link);
    await weighNow(api);
    expect(await ask('intelligence', `/api/v1/clusters/${cluster}`)).toMatchObject({ count: 4 });
    const { items } = await ask('intelligence', '/api/v1/clusters');
    expect((items as { hub: { name: string } }[]).filter(({ hub }) => hub.name === shared).length).toBe(1);
  });

  it('is proposed no longer once too few of its links stand', async () => {
    const shared = `07700 900${number + 450}`;
    const cluster = await aProposedCluster(api, shared);
    const { hub, children } = await ask('intelligence', `/api/v1/clusters/${cluster}`);
    const { items } = await ask('intelligence', `/api/v1/links?recordId=${children[0].id}`);
    await api.give('intelligence', 'links/withdraw-link', { reason: 'Another number' }, items[0].id);
    await weighNow(api);
    expect(hub.name).toBe(shared);
    expect(await ask('intelligence', `/api/v1/clusters/${cluster}`)).toMatchObject({
      state: { work: 'withdrawn' },
      count: 2,
    });
  });

  it('is closed with one of its links, if it needs that one, and with the person whom the children share', async () => {
    const give = (verb: string, body: object, id?: string) =>
      api.give('intelligence-supervisor', `person-cases/${verb}`, body, id);
    const { id: caseId } = await give(
      'nominate',
      aNomination({ person: { name: `Hub ${number}`, birthDate: '1990-05-06' } }),
    );
    await give('start-screening', {}, caseId);
    await give('accept-nomination', anAcceptedCase(), caseId);
    const { aboutId } = await ask('intelligence-supervisor', `/api/v1/person-cases/${caseId}`);
    const linkIds: string[] = [];
    for (const firstName of ['Ada', 'Bea', 'Cleo']) {
      const child = { firstName, lastName: `Hub ${number}`, from: 'return' };
      const { id } = await api.give('coordinator', 'children/record-child', child);
      const link = aLink(id, { kind: 'travels-with', to: { kind: 'person', id: aboutId } });
      linkIds.push((await api.give('intelligence', 'links/record-link', link)).id);
      await api.give('intelligence', 'links/grade-link', aLinkGrade(reviewBy), linkIds.at(-1));
    }
    await weighNow(api);
    const seen = async () => {
      const all = ['coordinator', 'duty', 'intelligence-supervisor'].map(async (who) => {
        const { items } = await ask(who, '/api/v1/clusters');
        return (items as { hub: { id: string } | null }[]).some(({ hub }) => hub?.id === aboutId);
      });
      return Promise.all(all);
    };
    expect(await seen()).toEqual([true, true, true]);
    const { told: _told, ...quiet } = aLinkGrade(reviewBy, conditions) as { told: string };
    await api.give('intelligence', 'links/grade-link', quiet, linkIds[0]);
    expect(await seen()).toEqual([false, false, true]);
    await weighNow(api);
    expect(await seen()).toEqual([false, false, true]);
    await api.give('intelligence', 'links/grade-link', aLinkGrade(reviewBy), linkIds[0]);
    await weighNow(api);
    expect(await seen()).toEqual([true, true, true]);
    await give('set-handling', { handling: 'C', conditions: 'A1', reason: 'Made up' }, caseId);
    expect(await seen()).toEqual([false, false, true]);
    await weighNow(api);
    expect(await seen()).toEqual([false, false, true]);
  });

  it('is closed with a child whose case is restricted, before its links are weighed again', async () => {
    const shared = `07700 900${number + 450}`;
    const caseId = await gradedCase(api, { firstName: 'Dot', lastName: `Made-up ${number}` });
    const { childId: restricted } = await api.view('manager', 'child-cases', caseId);
    const cluster = await aProposedCluster(api, shared);
    const link = { kind: 'contacted-from', to: { kind: 'phone', text: shared } };
    await api.give('coordinator', 'links/record-link', aLink(String(restricted), link));
    await weighNow(api);
    const statusFor = async (who: string) =>
      (await api.ask(who, 'GET', `/api/v1/clusters/${cluster}`)).statusCode;
    expect([await statusFor('coordinator'), await statusFor('duty')]).toEqual([200, 200]);
    const readers = [api.founded.people.worker];
    await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers }, caseId);
    expect([
      await statusFor('coordinator'),
      await statusFor('duty'),
      await statusFor('intelligence-supervisor'),
    ]).toEqual([404, 404, 200]);
    // The three others share it by themselves: counted again, it is open without the child.
    await weighNow(api);
    expect(await ask('coordinator', `/api/v1/clusters/${cluster}`)).toMatchObject({ count: 3 });
  });

  it('is nobody’s but the supervisor’s where it rests on a link that is closed', async () => {
    const shared = `07700 900${number + 400}`;
    const { told: _told, ...quiet } = aLinkGrade(reviewBy, conditions) as { told: string };
    for (const firstName of ['Ada', 'Bea', 'Cleo']) {
      const child = { firstName, lastName: `Closed ${number}`, from: 'return' };
      const { id } = await api.give('coordinator', 'children/record-child', child);
      const link = aLink(id, { kind: 'contacted-from', to: { kind: 'phone', text: shared } });
      const made = await api.give('coordinator', 'links/record-link', link);
      if (firstName === 'Cleo') await api.give('intelligence', 'links/grade-link', quiet, made.id);
    }
    await weighNow(api);
    const seenBy = async (who: string) => {
      const { items } = await ask(who, '/api/v1/clusters');
      return (items as { hub: { name: string } | null }[]).some(({ hub }) => hub?.name === shared);
    };
    expect([
      await seenBy('intelligence-supervisor'),
      await seenBy('coordinator'),
      await seenBy('duty'),
    ]).toEqual([true, false, false]);
  });
});
