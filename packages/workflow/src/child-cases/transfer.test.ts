import { describe, expect, it } from 'vitest';
import { readersOf } from '../readers.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { anAcceptance, aPlacementArea, aTransfer } from '../testing/leaving-payloads.js';
import { aClosure, aReferral } from '../testing/payloads.js';
import { dueClock } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';

const refused = { answer: 'refused', reason: 'The family is not there', answeredBy: 'Pat Elsewhere' };
const withdrawn = { answer: 'withdrawn', reason: 'The family came back' };

/** A case asked to be moved to an area whose worker has an account. */
const toReceiver = (one: ChildCaseBuilder = aChildCase()) =>
  one.transferring({ receiverId: one.world.people.receiver.userId });

const receiverReads = (one: ChildCaseBuilder, at = one.world.at) =>
  readersOf(topicOf('childCase'), one.record, at)
    .filter(({ principal }) => principal === `user:${one.world.people.receiver.userId}`)
    .map((line) => line.class)
    .sort();

/** Lets the five working days pass, and the clock give its command. */
function unanswered(one: ChildCaseBuilder): ChildCaseBuilder {
  const clock = one.standing.clocks.find(({ rule }) => rule === 'transfer-answer') as never as {
    id: string;
    rule: string;
    due: string;
  };
  one.world.pass(8);
  const giving = { record: one.id, happened: clock.due };
  one.world.give('child-cases/escalate-transfer', {}, { ...dueClock, clock }, giving);
  return one;
}

const lookedAfter = (one: ChildCaseBuilder, legalStatus: string, until?: string) => {
  const payload = { legalStatus, placement: 'U1', since: '2026-01-01', ...(until ? { until } : {}) };
  const { triage } = one.world.people;
  one.world.give('children/record-status', payload, triage, { record: one.standing.childId });
  return one;
};

it('a referral of a child whom another area placed here opens a hosted record in one go, and the interviews stay theirs', () => {
  const hosted = { area: 'Madeupshire', contact: 'A made-up worker', since: '2026-10-01' };
  const one = aChildCase().referred({ hosted, seenOrSaid: 'Made-up notification' });
  expect(one.standing.hosting).toMatchObject({ as: 'host', area: 'Madeupshire', interviews: 'other-area' });
  const row = one.world.written.get(one.id)?.find(({ kind }) => kind === 'placement-area');
  expect(row?.body).toMatchObject({ contact: 'A made-up worker', notification: 'Made-up notification' });
  const early = aReferral({ hosted: { ...hosted, since: '2027-01-01' } });
  const asked = one.world.ask('child-cases/record-referral', early, one.world.people.triage);
  expect(whyNot(asked)).toEqual(['/hosted/since future']);
});

describe('moving a case to another area', () => {
  it('leaves the case with the sender until the area accepts, within five working days', () => {
    const one = aChildCase().transferring();
    expect(one.state).toBe('transferring/notListed');
    expect(one.due('transfer-answer')).toBe('2026-11-10T23:59:59.999Z');
    expect(one.standing.team).toBe('team-north');
    expect(one.whyNot('record-view', { of: 'child', words: 'Made up', how: 'Met' }, 'manager')).toEqual([]);
  });

  it('closes the case as moved once it is accepted, whatever waits on the list', () => {
    const one = aChildCase().listed().transferring().give('accept-transfer', anAcceptance(), 'manager');
    expect(one.state).toBe('closed/notListed');
    expect(one.standing.closed?.reason).toBe('moved');
    expect(one.clocks).toEqual(['feedback']);
  });

  it.each([
    ['assessing', () => aChildCase().withWorker()],
    ['planning', () => aChildCase().graded('medium')],
    ['monitoring', () => aChildCase().planned()],
    ['monitoring', () => aChildCase().planned().proposedToClose({ reason: 'merged' })],
  ])('refused, leads back to %s', (state, build) => {
    const one = build().transferring().give('refuse-transfer', refused, 'manager');
    expect(one.state).toBe(`${state}/notListed`);
    expect([one.standing.transfer, one.standing.closure]).toEqual([null, null]);
  });

  it('is the manager’s to ask for, after triage, once, and not of a closed case', () => {
    const one = aChildCase().withWorker();
    expect(one.whyNot('transfer-out', aTransfer(), 'worker')).toEqual(['forbidden']);
    expect(aChildCase().referred().whyNot('transfer-out', aTransfer(), 'manager')).toEqual(['forbidden']);
    expect(one.transferring().whyNot('transfer-out', aTransfer(), 'manager')).toEqual(['wrongState']);
    expect(aChildCase().closed().whyNot('transfer-out', aTransfer(), 'manager')).toEqual(['wrongState']);
  });

  it.each([
    ['without anybody who was asked', { contact: '' }, ['/contact asked']],
    ['to a person who is no receiving worker', { receiverId: 'none' }, ['/receiverId noReceiver']],
    ['before the child lives there', { movedOn: '2026-12-01' }, ['/movedOn future']],
  ])('cannot be asked %s', (_, over, why) => {
    expect(aChildCase().withWorker().whyNot('transfer-out', aTransfer(over), 'manager')).toEqual(why);
  });

  it('is asked of a suspended case as well: the wait and its check end, and what it waited for is kept', () => {
    const one = aChildCase().planned().suspended().give('transfer-out', aTransfer(), 'manager');
    expect([one.state, one.standing.suspension]).toEqual(['transferring/notListed', null]);
    expect(one.clocks).not.toContain('suspension-check');
    const row = one.world.written.get(one.id)?.find(({ kind }) => kind === 'transfer-asked');
    expect(row?.body).toMatchObject({ was: 'custody', expected: '2026-12-07' });
    one.give(
      'refuse-transfer',
      { answer: 'refused', reason: 'Made up', answeredBy: 'Made-up manager' },
      'manager',
    );
    expect(one.state).toBe('monitoring/notListed');
  });

  it('is dropped where the case is suspended instead', () => {
    const one = aChildCase().planned();
    one.give('transfer-out', aTransfer(), 'manager').suspended();
    expect([one.state, one.standing.transfer, one.clocks.includes('transfer-answer')]).toEqual([
      'suspended/notListed',
      null,
      false,
    ]);
    one.give('resume', { reason: 'released', words: 'Made up' }, 'worker');
    expect(one.state).toBe('monitoring/notListed');
  });

  it('is dropped where the case is proposed to close instead', () => {
    const one = aChildCase().transferring().proposedToClose({ reason: 'merged' });
    expect([one.state, one.standing.transfer, one.clocks.includes('transfer-answer')]).toEqual([
      'closing/notListed',
      null,
      false,
    ]);
  });
});

describe('the answer of the receiving area', () => {
  it('is its worker’s where he or she has an account, and nobody else’s', () => {
    const one = toReceiver();
    expect(one.whyNot('accept-transfer', anAcceptance(), 'manager')).toEqual(['receiver']);
    expect(one.whyNot('refuse-transfer', refused, 'manager')).toEqual(['receiver']);
    expect(one.whyNot('refuse-transfer', withdrawn, 'receiver')).toEqual(['sender']);
    expect(one.whyNot('accept-transfer', { takenOnBy: 'Remy Receiving' }, 'receiver')).toEqual([]);
  });

  it('is recorded by the sender where nobody there has an account, with who answered', () => {
    const one = aChildCase().transferring();
    expect(one.whyNot('accept-transfer', { takenOnBy: 'Pat Elsewhere' }, 'manager')).toEqual([
      '/answeredBy asked',
    ]);
    expect(one.whyNot('refuse-transfer', { ...refused, answeredBy: '' }, 'manager')).toEqual([
      '/answeredBy asked',
    ]);
    expect(one.whyNot('refuse-transfer', withdrawn, 'manager')).toEqual([]);
  });

  it('goes to a senior where none came in five working days, and the request can then be withdrawn', () => {
    const one = toReceiver();
    expect(one.whyNot('refuse-transfer', withdrawn, 'manager')).toEqual(['answerTime']);
    unanswered(one);
    const principals = (one.world.queue.get(one.id) ?? []).filter(({ step }) => step === 'transfer-answer');
    expect(principals.map(({ principal }) => principal).sort()).toEqual([
      'role:senior',
      'team:team-north:manager',
    ]);
    expect(one.world.outgoing.filter(({ kind }) => kind === 'transfer-escalated')).toHaveLength(3);
    expect(one.whyNot('refuse-transfer', withdrawn, 'manager')).toEqual([]);
    expect(one.state).toBe('assessing/notListed');
  });

  it('waits until immediate danger is acknowledged and discussed: a move ends no alarm', () => {
    const one = aChildCase().withWorker().inDanger().transferring();
    const accept = () => one.whyNot('accept-transfer', anAcceptance(), 'manager');
    expect(accept()).toEqual(['dangerUnacknowledged', 'strategyDiscussion']);
    one.acknowledged().discussed();
    expect(accept()).toEqual([]);
  });

  it('closes over an open safety action only where it is handed over by name', () => {
    const one = aChildCase().withWorker().withAction().transferring();
    expect(one.whyNot('accept-transfer', anAcceptance(), 'manager')).toEqual(['/handover asked']);
    expect(one.whyNot('accept-transfer', anAcceptance({ handover: 'Pat Elsewhere' }), 'manager')).toEqual([]);
  });
});

describe('what the receiving area reads', () => {
  it('is what was written for it and nothing else, until it accepts', () => {
    const one = toReceiver(aChildCase().graded('medium').withAction());
    expect(receiverReads(one)).toEqual(['transfer']);
    const rows = one.world.written.get(one.id)?.filter((row) => row.class === 'transfer');
    expect(rows?.map(({ kind, body }) => [kind, Object.keys(body).sort()])).toEqual([
      ['transfer-notice', ['area', 'birthDate', 'by', 'movedOn', 'name', 'needToKnow', 'reference']],
    ]);
  });

  it('is the file without the disruption part once it has accepted, for the days of grace', () => {
    const one = toReceiver().give('accept-transfer', { takenOnBy: 'Remy Receiving' }, 'receiver');
    expect(receiverReads(one)).toEqual(['case', 'safety', 'sheet', 'transfer']);
    const until = readersOf(topicOf('childCase'), one.record, one.world.at).find(
      ({ principal }) => principal === `user:${one.world.people.receiver.userId}`,
    )?.until;
    expect(until?.slice(0, 10)).toBe('2026-12-01');
  });

  it('is nothing once it has refused', () => {
    expect(receiverReads(toReceiver().give('refuse-transfer', refused, 'receiver'))).toEqual([]);
  });

  it('of a restricted case is no more after it has accepted', () => {
    const one = toReceiver();
    const { senior, manager } = one.world.people;
    one.give('restrict', { reason: 'Made up', readers: [senior.userId, manager.userId] }, 'manager');
    expect(receiverReads(one)).toEqual(['transfer']);
    one.give('accept-transfer', { takenOnBy: 'Remy Receiving' }, 'receiver');
    expect(receiverReads(one)).toEqual(['transfer']);
  });
});

describe('a looked-after child placed elsewhere', () => {
  it.each([
    ['is never transferred while a care order is in force', 'C2', undefined, ['lookedAfter']],
    ['is never transferred while accommodated', 'V2', undefined, ['lookedAfter']],
    ['moves once that has ended', 'C2', '2026-10-01', []],
    ['moves with the family where there are short breaks alone', 'V4', undefined, []],
  ])('%s', (_, status, until, why) => {
    const one = lookedAfter(aChildCase().withWorker(), status, until);
    expect(one.whyNot('transfer-out', aTransfer(), 'manager')).toEqual(why);
  });

  it('is known as such by the line of status alone, and by the area that hosts it, until that has ended', () => {
    const line = (one: ChildCaseBuilder, over: object = {}) => {
      const payload = { status: 'looked-after', since: '2026-01-01', ...over };
      one.world.give('children/record-status-line', payload, one.world.people.triage, {
        record: one.standing.childId,
      });
      return one.whyNot('transfer-out', aTransfer(), 'manager');
    };
    expect(line(aChildCase().withWorker())).toEqual(['lookedAfter']);
    const placed = aChildCase().withWorker();
    placed.give('record-placement-area', aPlacementArea({ as: 'placing' }), 'worker');
    expect(placed.whyNot('transfer-out', aTransfer(), 'manager')).toEqual(['lookedAfter']);
    expect(line(placed, { until: '2026-10-01' })).toEqual([]);
  });

  it('stays where the care order comes after the request: it cannot be accepted any more', () => {
    const one = lookedAfter(toReceiver(), 'C2');
    expect(one.whyNot('accept-transfer', { takenOnBy: 'Remy Receiving' }, 'receiver')).toEqual([
      'lookedAfter',
    ]);
  });

  it('has the host area recorded beside the case, with what each told the other', () => {
    const one = aChildCase().withWorker();
    const told = { direction: 'told', person: 'Pat Elsewhere', how: 'By telephone', what: 'Graded medium' };
    expect(one.whyNot('record-area-exchange', told, 'worker')).toEqual(['otherArea']);
    one.give('record-placement-area', aPlacementArea({ as: 'placing' }), 'worker');
    one.give('record-area-exchange', told, 'worker');
    one.give('record-area-exchange', { ...told, direction: 'heard' }, 'worker');
    expect(one.standing.hosting).toMatchObject({ as: 'placing', area: 'Made-up County' });
    expect(one.standing.hosting?.toldAt && one.standing.hosting.heardAt).toBeTruthy();
  });

  it('has a hosted record of its own here, which works like any case and is never transferred', () => {
    const one = aChildCase().referred().give('record-placement-area', aPlacementArea(), 'triage');
    one.listed();
    expect(one.whyNot('transfer-out', aTransfer(), 'manager')).toEqual(['hosted']);
    expect(
      aChildCase()
        .referred()
        .whyNot('record-placement-area', aPlacementArea({ since: '2027-01-01' }), 'triage'),
    ).toEqual(['/since future']);
  });

  it('has its hosted record closed once the placing area, which keeps the case, is told the outcome', () => {
    const one = aChildCase().withWorker().give('record-placement-area', aPlacementArea(), 'worker');
    one.give('propose-closure', aClosure({ reason: 'moved' }), 'worker');
    expect(one.whyNot('approve-closure', { reasons: 'Agreed' }, 'manager')).toEqual(['placingAreaTold']);
    const told = {
      direction: 'told',
      person: 'Pat Elsewhere',
      how: 'In writing',
      what: 'The placement ended',
    };
    one.give('record-area-exchange', told, 'worker');
    expect(one.whyNot('approve-closure', { reasons: 'Agreed' }, 'manager')).toEqual([]);
  });
});
