import { describe, expect, it } from 'vitest';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { ContentClass, StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aRequest } from '../testing/on-case-payloads.js';
import { aTriage } from '../testing/payloads.js';
import { dueClock, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { InformationRequestStanding } from './standing.js';
import { informationRequests } from './topic.js';

type Request = StoredRecord<InformationRequestStanding>;

/** A case of the north team whose worker has asked the health agency. */
function asking(over: object = {}, one: ChildCaseBuilder = aChildCase().withWorker()) {
  const { world } = one;
  const { worker, nurse } = world.people;
  const { id } = world.give(
    'information-requests/request-information',
    aRequest(one.id, nurse.agencyId as string, over),
    worker,
  );
  const now = () => world.getRecord<Request>(id);
  const give = (verb: string, payload: object, who: PersonName) =>
    world.give(`information-requests/${verb}`, payload, world.people[who], { record: id });
  const ask = (verb: string, payload: object, who: PersonName) =>
    whyNot(world.ask(`information-requests/${verb}`, payload, world.people[who], { record: id }));
  const reads = (who: PersonName, record: StoredRecord = now()): ContentClass[] =>
    classesRead(readersOf(informationRequests, record, world.at), world.people[who], world.at);
  return { one, world, id, now, give, ask, reads };
}

describe('asking an agency', () => {
  it('puts the question in the lists of those who answer there, with five working days to answer', () => {
    const { world, id, now } = asking();
    const { nurse } = world.people;
    expect(now().standing.clocks).toMatchObject([
      { rule: 'information-answer', due: '2026-11-10T23:59:59.999Z' },
    ]);
    const lists = (world.queue.get(id) ?? []).map(({ principal }) => principal);
    expect(lists).toContain(`agency:${nurse.agencyId}:member`);
    expect(lists).toContain(`agency:${nurse.agencyId}:manager`);
  });

  it('gives one working day where the risk is raised', () => {
    const { now } = asking({}, aChildCase().assessed('high'));
    expect(now().standing.clocks[0]?.due).toBe('2026-11-04T23:59:59.999Z');
  });

  it('stops none of the case’s own clocks', () => {
    const one = aChildCase().withWorker();
    const before = one.standing.clocks;
    asking({}, one);
    expect(one.standing.clocks).toEqual(before);
  });

  it('is refused on a closed case, and on one that nobody sees', () => {
    const one = aChildCase().closed();
    const { triage, nurse } = one.world.people;
    const request = (caseId: string) =>
      whyNot(
        one.world.ask(
          'information-requests/request-information',
          aRequest(caseId, nurse.agencyId as string),
          triage,
        ),
      );
    expect(request(one.id)).toEqual(['closed']);
    expect(request(one.world.nextId())).toEqual(['noCase']);
  });

  it('does not rest on section 115 alone where a voluntary body is asked', () => {
    const one = aChildCase().withWorker();
    const { worker, advocate, nurse } = one.world.people;
    const ask = (agencyId: string, powers: string[]) =>
      whyNot(
        one.world.ask(
          'information-requests/request-information',
          aRequest(one.id, agencyId, { powers }),
          worker,
        ),
      );
    const charity = advocate.agencyId as string;
    expect(ask(charity, ['crime-and-disorder-1998-115'])).toEqual(['/powers voluntaryPower']);
    expect(ask(charity, ['crime-and-disorder-1998-115', 'children-act-2004-10'])).toEqual([]);
    expect(ask(nurse.agencyId as string, ['crime-and-disorder-1998-115'])).toEqual([]);
  });

  it('names one person within the agency of whoever asks, and on a restricted case', () => {
    const one = aChildCase().withWorker();
    const { worker, nurse, manager } = one.world.people;
    const ask = (agencyId: string, over: object = {}) =>
      whyNot(
        one.world.ask('information-requests/request-information', aRequest(one.id, agencyId, over), worker),
      );
    expect(ask(worker.agencyId as string)).toEqual(['/contactId byName']);
    expect(ask(worker.agencyId as string, { contactId: nurse.userId })).toEqual(['/contactId noContact']);
    one.give('restrict', { reason: 'Made up', readers: [worker.userId, manager.userId] }, 'manager');
    expect(ask(nurse.agencyId as string)).toEqual(['/contactId byName']);
    expect(ask(nurse.agencyId as string, { contactId: nurse.userId })).toEqual([]);
  });
});

describe('who reads a request', () => {
  it('is the holding team, those who oversee, and whoever is asked: the request and never the case', () => {
    const { one, reads, world } = asking();
    expect(reads('worker')).toEqual(['case', 'safety']);
    expect(reads('auditor')).toEqual(['case', 'safety']);
    expect(reads('member')).toEqual(['safety']);
    expect(reads('nurse')).toEqual([]);
    expect(reads('stranger')).toEqual([]);
    expect(reads('interviewer')).toEqual([]);
    expect(classesRead(world.readers.get(one.id) ?? [], world.people.nurse, world.at)).toEqual([]);
  });

  it('is, where nobody is asked by name, those who answer for the agency and none of its other workers', () => {
    const { reads, ask } = asking();
    expect(reads('member')).toEqual(['safety']);
    expect(reads('nurse')).toEqual([]);
    expect(ask('answer-information', { outcome: 'given', answer: 'In May' }, 'nurse')).toEqual(['forbidden']);
  });

  it('is one person and the managers of the agency, where somebody is asked by name', () => {
    const one = aChildCase().withWorker();
    const { reads } = asking({ contactId: one.world.people.nurse.userId }, one);
    expect(reads('nurse')).toEqual(['safety']);
    expect(reads('member')).toEqual([]);
  });

  it('is still whoever was asked by name when the case is restricted afterwards', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const { reads, now } = asking({ contactId: world.people.nurse.userId }, one);
    one.give('restrict', { reason: 'Made up', readers: [world.people.worker.userId] }, 'manager');
    expect(now().standing.access?.closed).toBe(true);
    expect(reads('nurse')).toEqual(['safety']);
    expect(reads('auditor')).toEqual([]);
  });

  it('ends 28 days after the answer for whoever was asked', () => {
    const { reads, give, world } = asking();
    give('answer-information', { outcome: 'given', answer: 'In May' }, 'member');
    expect(reads('member')).toEqual(['safety']);
    world.pass(29);
    expect(reads('member')).toEqual([]);
  });

  it('moves with the case to another worker', () => {
    const { one, now, reads } = asking();
    const { colleague } = one.world.people;
    one.give(
      'allocate-worker',
      { workerId: colleague.userId, reason: 'Leave', handover: 'Note', introduction: 'Met' },
      'manager',
    );
    expect(now().standing.workerId).toBe(colleague.userId);
    expect(reads('colleague')).toEqual(['case', 'safety']);
  });
});

describe('the answer', () => {
  it('says what is given, why not, and who decided', () => {
    const { ask, give, now } = asking();
    expect(ask('answer-information', { outcome: 'given' }, 'member')).toEqual(['/answer answer']);
    expect(ask('answer-information', { outcome: 'refused', answer: 'x' }, 'member')).toEqual([
      '/reason reason',
    ]);
    expect(ask('answer-information', { outcome: 'given-in-part', answer: 'x' }, 'member')).toEqual([
      '/reason reason',
    ]);
    give('answer-information', { outcome: 'refused', reason: 'Consent was withdrawn' }, 'member');
    expect(now().standing.answered).toMatchObject({
      outcome: 'refused',
      decider: 'Mel Member',
      outside: false,
    });
    expect(now().standing.clocks).toEqual([]);
  });

  it('is recorded by the worker where the agency answers outside, with the name of who decided', () => {
    const { ask, give, now } = asking();
    const answer = { outcome: 'given', answer: 'Seen in May' };
    expect(ask('answer-information', answer, 'worker')).toEqual(['/decider decider']);
    give('answer-information', { ...answer, decider: 'Dr Made-up' }, 'worker');
    expect(now().standing.answered).toMatchObject({ decider: 'Dr Made-up', outside: true });
    expect(ask('answer-information', answer, 'member')).toEqual(['wrongState']);
  });

  it('is nobody else’s to give', () => {
    const { ask } = asking();
    const answer = { outcome: 'given', answer: 'Seen in May', decider: 'Somebody' };
    expect(ask('answer-information', answer, 'stranger')).toEqual(['forbidden']);
    expect(ask('answer-information', answer, 'advocate')).toEqual(['forbidden']);
  });

  it('is followed by what came of it', () => {
    const { give, ask, now } = asking();
    expect(ask('feed-back', { words: 'Used' }, 'worker')).toEqual(['wrongState']);
    give('answer-information', { outcome: 'given', answer: 'In May' }, 'member');
    give('feed-back', { words: 'It went into the plan' }, 'worker');
    expect(now().standing.fedBackAt).not.toBeNull();
  });
});

describe('an agency that does not answer', () => {
  it('is chased by the due clock, and stands in the worker’s list from then on', () => {
    const { world, id, now } = asking();
    const clock = now().standing.clocks[0];
    world.pass(10);
    const actor = { ...dueClock, clock: { id: clock?.id ?? '', rule: 'information-answer' } };
    world.give('information-requests/chase-answer', {}, actor, {
      record: id,
      happened: clock?.due as string,
    });
    expect(now().standing.chased).toMatchObject({ times: 1 });
    expect(now().standing.clocks).toHaveLength(1);
    expect(world.queue.get(id)).toContainEqual(
      expect.objectContaining({ principal: `user:${world.people.worker.userId}`, step: 'chase-answer' }),
    );
  });

  it('is chased no longer once the case has closed: the request ends with it', () => {
    const { one, now, world, id } = asking({}, aChildCase().readyToClose());
    one.closed();
    expect(now()).toMatchObject({ state: 'withdrawn', standing: { clocks: [] } });
    expect(now().standing.withdrawnAt).not.toBeNull();
    expect(world.queue.get(id)).toEqual([]);
  });

  it('is asked no longer where triage closes the case', () => {
    const one = aChildCase();
    const { triage, nurse } = one.world.people;
    const request = aRequest(one.id, nurse.agencyId as string);
    const { id } = one.world.give('information-requests/request-information', request, triage);
    one.give('decide-triage', aTriage('no-further-action'), 'triage');
    expect(one.world.getRecord<Request>(id)).toMatchObject({ state: 'withdrawn', standing: { clocks: [] } });
  });

  it('is chased by hand, or asked no longer, with a reason', () => {
    const { give, now } = asking();
    give('chase-answer', { words: 'Please' }, 'worker');
    give('chase-answer', {}, 'manager');
    expect(now().standing.chased?.times).toBe(2);
    give('withdraw-request', { reason: 'Known by now' }, 'manager');
    expect(now()).toMatchObject({ state: 'withdrawn', standing: { clocks: [] } });
  });
});

it('a case keeps nothing of what agencies are asked: its standing stays small', () => {
  const one = aChildCase().withWorker();
  const before: ChildCaseStanding = one.standing;
  asking({}, one);
  expect(one.standing).toEqual(before);
});
