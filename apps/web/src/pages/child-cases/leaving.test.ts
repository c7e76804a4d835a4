import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PlainBrowser } from '../../testing/browser-form.js';
import { look } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';
import { daysAgo } from '../../testing/small-world.js';

let api: RealApi;
let site: Site;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await startSite(api.url, { pictures: 'leaving' });
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

const triage = {
  reasons: 'Contact by an unknown adult, repeated.',
  policeView: 'given',
  policeViewText: 'Nothing held so far.',
};

async function referred(birthDate: string, lastName: string): Promise<string> {
  const child = { firstName: 'Hazel', lastName, birthDate, sex: 'female' };
  const seenOrSaid = 'A man writes to her at night and offers money.';
  return api.give('referrer', 'child-cases/record-referral', { child, seenOrSaid, immediateDanger: false });
}

/** A case taken on, with its worker. */
async function takenOn(birthDate: string, lastName: string): Promise<string> {
  const id = await referred(birthDate, lastName);
  await api.give(
    'triage',
    'child-cases/decide-triage',
    { outcome: 'risk-assessment', teamId: 'north', ...triage },
    id,
  );
  await api.give('manager', 'child-cases/allocate-worker', { workerId: api.ids.worker }, id);
  return id;
}

const yearsAgo = (years: number, days = 0) => {
  const date = new Date(Date.now() - days * 86_400_000);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date.toISOString().slice(0, 10);
};

function onDay(name: string, days: number): Record<string, string> {
  const [year = '', month = '', day = ''] = daysAgo(-days).slice(0, 10).split('-');
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day };
}

const seen = (plain: PlainBrowser, path: string, name: string) => look(site, plain, path, `leaving-${name}`);

describe('a case that moves with the child, without scripts', () => {
  it('stays with the sender until the receiving worker, who reads what was written for her alone, accepts it', async () => {
    const id = await takenOn(yearsAgo(14, 40), 'Moving');
    const at = `/child-cases/${id}`;
    const manager = await site.plainAs('manager');
    await seen(manager, `${at}/transfer-out`, 'transfer-out');
    await manager.open(`${at}/transfer-out`);
    const asks = {
      area: 'Northshire County Council',
      receiverId: api.ids.receiving,
      reason: 'The aunt moved there with her.',
      needToKnow: 'Meet her from school.',
      ...onDay('movedOn', -3),
    };
    await manager.send(asks);
    expect(manager.html).toContain('Enter the power by which you share it');
    expect(manager.html).toContain('Meet her from school.');
    expect((await manager.send({ ...asks, power: 'Children Act 1989 section 27' })).headers.location).toBe(
      at,
    );
    expect(await seen(manager, at, 'transferring')).toContain('was asked on');

    const receiver = await site.plainAs('receiving');
    await receiver.open('/');
    expect(receiver.html).toContain('Answer of the receiving area');
    const words = await seen(receiver, at, 'receiver');
    expect(words).toContain('Meet her from school.');
    for (const kept of ['The aunt moved', 'writes to her at night', 'What happened', 'Plan'])
      expect(words).not.toContain(kept);
    await seen(receiver, `${at}/accept-transfer`, 'accept-transfer');
    await seen(receiver, `${at}/refuse-transfer`, 'refuse-transfer');
    await receiver.open(`${at}/accept-transfer`);
    const taken = await receiver.send({ takenOnBy: 'Remy Receiving' });
    expect([taken.statusCode, taken.headers.location]).toEqual([303, at]);
    expect(await seen(receiver, at, 'receiver-after')).toContain('writes to her at night');
  });

  it('goes back to work where the area refuses, as the sender records it', async () => {
    const at = `/child-cases/${await takenOn(yearsAgo(13, 40), 'Staying')}`;
    const manager = await site.plainAs('manager');
    await manager.open(`${at}/transfer-out`);
    await manager.send({
      area: 'Northshire County Council',
      contact: 'Pat Elsewhere, by telephone',
      reason: 'They moved.',
      needToKnow: 'Meet her from school.',
      power: 'Children Act 1989 section 27',
      ...onDay('movedOn', -3),
    });
    await manager.open(`${at}/refuse-transfer`);
    await manager.send({ answer: 'refused', reason: 'They came back.' });
    expect(manager.html).toContain('Say who in the receiving area answered, and how.');
    await manager.send({ answer: 'refused', reason: 'They came back.', answeredBy: 'Pat, by telephone' });
    await manager.open(at);
    expect(manager.html).toContain('Transfer refused');
  });
});

describe('beside the work, without scripts', () => {
  it('a hosted record is opened in one go: the child, the placing area and the notification', async () => {
    const triage = await site.plainAs('triage');
    await seen(triage, '/child-cases/record-hosted', 'hosted');
    await triage.open('/child-cases/record-hosted');
    const typed = {
      ...{ immediateDanger: 'no', 'child-firstName': 'Alder', 'child-lastName': 'Synthetic' },
      ...{ 'hosted-area': 'Madeupshire', 'hosted-contact': 'A made-up worker' },
      seenOrSaid: 'Adults at the address are known to the police there.',
    };
    await triage.send(typed);
    expect(triage.html).toContain('Enter the first day of the placement');
    const answer = await triage.send({ ...typed, ...onDay('hosted-since', -20) });
    const href = String(answer.headers.location);
    await triage.open(href);
    expect(triage.html).toContain('Madeupshire');
    await triage.open(`${href}/record-placement-area`);
    expect(triage.html).toContain('Madeupshire');
  });

  it('a worker records the other area of a placement, what each told the other, and a single assessment', async () => {
    const at = `/child-cases/${await takenOn(yearsAgo(15, 40), 'Hosted')}`;
    const worker = await site.plainAs('worker');
    await seen(worker, `${at}/record-placement-area`, 'placement-area');
    await worker.open(`${at}/record-placement-area`);
    const host = { as: 'host', area: 'Southshire', contact: 'Pat Elsewhere', ...onDay('since', -9) };
    expect((await worker.send(host)).headers.location).toBe(at);
    await seen(worker, `${at}/record-area-exchange`, 'area-exchange');
    await worker.open(`${at}/record-area-exchange`);
    await worker.send({
      direction: 'heard',
      person: 'Pat',
      how: 'By telephone',
      what: 'She was interviewed.',
    });
    await seen(worker, `${at}/record-single-assessment`, 'single-assessment');
    await worker.open(`${at}/record-single-assessment`);
    await worker.send({ step: 'opened', ...onDay('on', -1) });
    const words = await seen(worker, at, 'hosted');
    expect(words).toMatch(/Hosted record: Southshire placed the child here/);
    expect(words).toContain('Single assessment complete');
    const manager = await site.plainAs('manager');
    await manager.open(`${at}/transfer-out`);
    expect(manager.html).toContain('Southshire placed the child and keeps the case');
  });

  it('triage records what the other area answered to a referral that was passed on', async () => {
    const id = await referred(yearsAgo(12, 40), 'Passed');
    const body = {
      outcome: 'other-area',
      otherArea: 'Northshire, duty desk',
      referrerTold: 'Told',
      ...triage,
    };
    await api.give('triage', 'child-cases/decide-triage', body, id);
    const desk = await site.plainAs('triage');
    await seen(desk, `/child-cases/${id}/acknowledge-other-area`, 'other-area');
    await desk.open(`/child-cases/${id}/acknowledge-other-area`);
    expect(desk.html).toContain('Northshire, duty desk');
    const sent = await desk.send({ answeredBy: 'Pat Elsewhere', doing: 'They assess her.' });
    expect(sent.headers.location).toBe(`/child-cases/${id}`);
  });
});

describe('towards adulthood and closing, without scripts', () => {
  it('the pathway is recorded before the birthday, and is not asked for again', async () => {
    const at = `/child-cases/${await takenOn(yearsAgo(17, 200), 'Almost')}`;
    const worker = await site.plainAs('worker');
    await seen(worker, `${at}/record-adult-pathway`, 'adult-pathway');
    await worker.open(`${at}/record-adult-pathway`);
    const says = {
      decision: 'accepted',
      service: 'Adult team',
      reasons: 'At risk still',
      view: 'I want to stay',
    };
    await worker.send(says);
    expect(worker.html).toContain('Name who decided');
    await worker.send({ ...says, decidedBy: 'Ali Adult' });
    expect(await seen(worker, at, 'almost-adult')).toContain('Accepted by an adult service');
    const closing = await seen(worker, `${at}/propose-closure`, 'propose-closure');
    expect(closing).toContain('The outcome of the adult pathway');
    expect(closing).toContain('Who can: ');
    expect(closing).toContain('You say it below');
  });

  it('a manager decides to go on with somebody who is 18', async () => {
    const at = `/child-cases/${await takenOn(yearsAgo(18, 3), 'Adult')}`;
    const manager = await site.plainAs('manager');
    expect(await seen(manager, at, 'adult')).toContain('An adult since');
    await seen(manager, `${at}/continue-as-adult`, 'continue-as-adult');
    await manager.open(`${at}/continue-as-adult`);
    const sent = await manager.send({ reasons: 'The trial is ahead.', ...onDay('until', 60) });
    expect(sent.headers.location).toBe(at);
  });
});
