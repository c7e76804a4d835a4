import { describe, expect, it } from 'vitest';
import type { RecordReferralPayload } from '../child-cases/payloads.js';
import type { StoredRecord } from '../model.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { anAssessment } from '../testing/assessments.js';
import { aSending } from '../testing/on-case-payloads.js';
import type { PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { NoticeKind, NoticeStanding } from './standing.js';

type Notice = StoredRecord<NoticeStanding>;

const noticesOf = ({ world }: ChildCaseBuilder) => world.all('notice') as Notice[];
const kinds = (one: ChildCaseBuilder) => noticesOf(one).map(({ standing }) => standing.kind);
const referred = (over: Partial<RecordReferralPayload>) => aChildCase().referred(over);

/** A notice of a kind, recorded as needed by the worker. */
function needed(kind: NoticeKind, one = aChildCase().withWorker()) {
  const { world } = one;
  const payload = { caseId: one.id, kind, need: 'needed', reasons: 'Made up' };
  const { id } = world.give('notices/record-notice', payload, world.people.worker);
  const now = () => world.getRecord<Notice>(id);
  const give = (verb: string, body: object, who: PersonName = 'worker') =>
    world.give(`notices/${verb}`, body, world.people[who], { record: id });
  const ask = (verb: string, body: object, who: PersonName = 'worker') =>
    whyNot(world.ask(`notices/${verb}`, body, world.people[who], { record: id }));
  const clocks = () => now().standing.clocks.map(({ rule, due }) => `${rule} ${due.slice(0, 10)}`);
  return { one, world, id, now, give, ask, clocks };
}

describe('what calls for a notice', () => {
  it('is a position of trust: the designated officer, to be decided by the next working day', () => {
    const one = referred({ positionOfTrust: 'yes' });
    expect(kinds(one)).toEqual(['lado']);
    const [notice] = noticesOf(one);
    expect(notice).toMatchObject({
      state: 'toDecide',
      parentId: one.id,
      standing: { cause: 'position-of-trust' },
    });
    expect(notice?.standing.clocks).toMatchObject([
      { rule: 'notice-decision', due: '2026-11-04T23:59:59.999Z', who: 'role:triage-social-worker' },
    ]);
  });

  it('is movement for exploitation: the National Referral Mechanism, from a referral or an assessment', () => {
    expect(kinds(referred({ concern: 'trafficking' }))).toEqual(['nrm']);
    const one = aChildCase().withWorker();
    const assessment = anAssessment('high');
    const [harm] = assessment.harm;
    one.give(
      'assess-risk',
      { ...assessment, harm: [{ ...harm, kind: 'trafficking', certainty: 'suspected', time: 'current' }] },
      'worker',
    );
    expect(kinds(one)).toEqual(['nrm']);
    expect(noticesOf(one)[0]?.standing.clocks[0]?.who).toBe(`user:${one.world.people.worker.userId}`);
  });

  it('is not what nobody knows yet, and nothing is asked about twice', () => {
    expect(kinds(referred({ positionOfTrust: 'not-yet-known' }))).toEqual([]);
    const one = referred({ concern: 'trafficking' }).withWorker();
    const assessment = anAssessment('high');
    const [harm] = assessment.harm;
    one.give(
      'assess-risk',
      { ...assessment, harm: [{ ...harm, kind: 'trafficking', certainty: 'suspected', time: 'current' }] },
      'worker',
    );
    expect(kinds(one)).toEqual(['nrm']);
  });

  const trafficked = (one: ChildCaseBuilder, certainty: string) => {
    const assessment = anAssessment('high');
    const harm = [{ ...assessment.harm[0], kind: 'trafficking', certainty, time: 'current' }];
    return one.give('assess-risk', { ...assessment, harm }, 'worker');
  };
  const settle = (one: ChildCaseBuilder) => {
    for (const { id, state } of noticesOf(one))
      if (state === 'toDecide') {
        const no = { need: 'not-needed', reasons: 'Made up' };
        one.world.give('notices/decide-notice', no, one.world.people.worker, { record: id });
      }
    return one;
  };

  it('is asked about again where it is surer than when it was answered, and not beside one that waits', () => {
    const one = trafficked(aChildCase().withWorker(), 'suspected');
    expect(kinds(trafficked(one, 'confirmed'))).toEqual(['nrm']);
    const other = settle(trafficked(aChildCase().withWorker(), 'suspected'));
    expect(kinds(trafficked(other, 'suspected'))).toEqual(['nrm']);
    expect(kinds(trafficked(other, 'confirmed'))).toEqual(['nrm', 'nrm']);
  });

  it('is asked about anew on a case that is taken up again', () => {
    const one = settle(referred({ concern: 'trafficking' }).withWorker());
    one.readyToClose().closed().give('relist', { reason: 'New concerns' }, 'triage');
    one.give('allocate-worker', { workerId: one.world.people.worker.userId }, 'manager');
    expect(kinds(trafficked(one, 'suspected'))).toEqual(['nrm', 'nrm']);
  });

  it('goes with the case: what waited with triage waits with the worker', () => {
    const one = referred({ positionOfTrust: 'yes' }).withWorker();
    const [notice] = noticesOf(one);
    expect(notice?.standing.clocks[0]?.who).toBe(`user:${one.world.people.worker.userId}`);
  });
});

describe('the decision', () => {
  it('that it is needed counts its clock from when it was known', () => {
    const one = referred({ positionOfTrust: 'yes' });
    one.world.pass(1);
    const [notice] = noticesOf(one);
    const record = notice?.id as string;
    const payload = { need: 'needed', reasons: 'He coaches the child’s team' };
    one.world.give('notices/decide-notice', payload, one.world.people.triage, { record });
    expect(noticesOf(one)[0]?.standing.clocks).toMatchObject([
      { rule: 'lado-referral', due: '2026-11-04T23:59:59.999Z' },
    ]);
  });

  it('that it is not needed has reasons, ends its clock and can be turned', () => {
    const { give, now, clocks } = needed('nrm');
    give('decide-notice', { need: 'not-needed', reasons: 'Not moved' });
    expect(now()).toMatchObject({ state: 'notNeeded', standing: { clocks: [] } });
    give('decide-notice', { need: 'needed', reasons: 'Moved after all' });
    expect(clocks()).toEqual(['nrm-referral 2026-11-04']);
  });

  it.each([
    ['lado', 'lado-referral 2026-11-04'],
    ['regulation-40', 'regulation-40-notice 2026-11-04'],
    ['out-of-area', 'placement-notice 2026-11-10'],
    ['serious-incident', 'serious-incident-notice 2026-11-10'],
    ['rapid-review', 'rapid-review 2026-11-24'],
  ] as const)('gives %s its own time to be sent', (kind, clock) => {
    expect(needed(kind).clocks()).toEqual([clock]);
  });

  it('is for those who hold the case and a senior manager', () => {
    const { ask } = needed('lado');
    const payload = { need: 'not-needed', reasons: 'Made up' };
    expect(ask('decide-notice', payload, 'stranger')).toEqual(['forbidden']);
    expect(ask('decide-notice', payload, 'senior')).toEqual([]);
  });
});

describe('a referral into the National Referral Mechanism', () => {
  it('says which first responder refers, its reference, and whether a guardian was asked for', () => {
    const { ask } = needed('nrm');
    expect(ask('send-notice', { to: 'The competent authority' })).toEqual([
      '/firstResponder firstResponder',
      '/reference reference',
      '/guardianService guardianService',
    ]);
  });

  it('waits for reasonable grounds, then for conclusive grounds, in that order', () => {
    const { give, ask, clocks, now } = needed('nrm');
    give('send-notice', aSending);
    expect(clocks()).toEqual(['nrm-reasonable-grounds 2026-11-10']);
    const conclusive = { answer: 'conclusive-grounds-positive', words: 'By letter' };
    expect(ask('answer-notice', conclusive)).toEqual(['/answer order']);
    give('answer-notice', { answer: 'acknowledged', words: 'Received' });
    expect(clocks()).toEqual(['nrm-reasonable-grounds 2026-11-10']);
    give('answer-notice', { answer: 'reasonable-grounds-positive', words: 'By letter' });
    expect(clocks()).toEqual(['nrm-conclusive-grounds 2027-02-03']);
    give('answer-notice', conclusive);
    expect(now()).toMatchObject({ state: 'answered', standing: { clocks: [] } });
  });

  it('ends with negative reasonable grounds', () => {
    const { give, now } = needed('nrm');
    give('send-notice', aSending);
    give('answer-notice', { answer: 'reasonable-grounds-negative', words: 'By letter' });
    expect(now().state).toBe('answered');
  });
});

describe('other notices', () => {
  it('are answered in words, and never with grounds', () => {
    const { give, ask, now, clocks } = needed('lado');
    give('send-notice', { to: 'The designated officer' });
    expect(clocks()).toEqual(['notice-answer 2026-11-17']);
    expect(ask('answer-notice', { answer: 'reasonable-grounds-positive', words: 'x' })).toEqual([
      '/answer kind',
    ]);
    give('answer-notice', { answer: 'outcome', words: 'Substantiated' });
    expect(now().state).toBe('answered');
  });

  it('a serious incident that was notified asks for a rapid review within fifteen working days', () => {
    const { one, give } = needed('serious-incident');
    give('send-notice', { to: 'The national panel' });
    const review = noticesOf(one).find(({ standing }) => standing.kind === 'rapid-review');
    expect(review).toMatchObject({
      state: 'needed',
      parentId: one.id,
      standing: { cause: 'serious-incident' },
    });
    expect(review?.standing.clocks).toMatchObject([
      { rule: 'rapid-review', due: '2026-11-24T23:59:59.999Z' },
    ]);
  });
});
