import { describe, expect, it } from 'vitest';
import { readersOf } from '../readers.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { anAssessment } from '../testing/assessments.js';
import type { PersonName } from '../testing/people.js';
import { childCases } from './topic.js';

const ask = (one: ChildCaseBuilder, assessor: PersonName, who: PersonName = 'manager') =>
  one.whyNot('ask-blind-assessment', { assessorId: one.world.people[assessor].userId }, who);

const readsOf = (one: ChildCaseBuilder, who: PersonName) =>
  readersOf(childCases, one.record, one.world.at).filter(
    ({ principal }) => principal === `user:${one.world.people[who].userId}`,
  );

describe('asking for a blind second assessment', () => {
  it.each([
    ['the manager of the team', 'manager', []],
    ['a senior manager', 'senior', []],
    ['the allocated worker', 'worker', ['forbidden']],
    ['a manager of another team', 'otherManager', ['forbidden']],
  ] as const)('is for %s: %s', (_, who, why) => {
    expect(ask(aChildCase().assessed('medium'), 'nurse', who)).toEqual(why);
  });

  it('comes after the first assessment', () => {
    expect(ask(aChildCase().withWorker(), 'nurse')).toEqual(['assessment']);
  });

  it.each([
    ['the first assessor', 'worker', 'readsCase'],
    ['a colleague of the team, who reads the case', 'colleague', 'readsCase'],
    ['the manager of the team', 'deputy', 'readsCase'],
    ['somebody who assesses nobody', 'auditor', 'noAssessor'],
  ] as const)('is never of %s', (_, assessor, code) => {
    expect(ask(aChildCase().assessed('medium'), assessor)).toEqual([`/assessorId ${code}`]);
  });

  it('is not of a panel member while the panel knows the grade', () => {
    const one = aChildCase().graded('high').listed();
    expect(ask(one, 'member')).toEqual(['/assessorId readsCase']);
    expect(ask(aChildCase().graded('high'), 'member')).toEqual([]);
  });

  it('is not possible on a restricted case, nor of somebody with a personal connection', () => {
    const restricted = aChildCase().assessed('medium');
    restricted.give('restrict', { reason: 'Made up', readers: [] }, 'manager');
    expect(ask(restricted, 'nurse')).toEqual(['/assessorId restricted']);
    const connected = aChildCase().assessed('medium').withAction({}, 'nurse');
    connected.give('declare-connection', { reason: 'Made up' }, 'nurse');
    expect(ask(connected, 'nurse')).toEqual(['/assessorId connection']);
  });

  it('lets the assessor read the safety part and nothing of the assessment, until 28 days after it is made', () => {
    const one = aChildCase().assessed('medium');
    expect(readsOf(one, 'stranger')).toEqual([]);
    expect(ask(one, 'stranger')).toEqual([]);
    expect(readsOf(one, 'stranger')).toMatchObject([{ class: 'safety', until: null }]);
    const told = { kind: 'blind-assessment-asked', principal: `user:${one.world.people.stranger.userId}` };
    expect(one.world.outgoing.at(-1)).toMatchObject(told);
    one.give('assess-blind', anAssessment('low'), 'stranger');
    expect(readsOf(one, 'stranger')).toMatchObject([{ class: 'safety', until: expect.any(String) }]);
  });
});

describe('the blind second assessment', () => {
  const asked = (first: 'none' | 'low' | 'medium' | 'high' = 'high') => {
    const one = aChildCase().withWorker().discussed().assessed(first);
    expect(ask(one, 'stranger')).toEqual([]);
    return one;
  };

  it('is made once, by whoever was asked and nobody else', () => {
    const one = asked();
    expect(one.whyNot('assess-blind', anAssessment('low'), 'worker')).toEqual(['forbidden']);
    expect(one.whyNot('assess-blind', anAssessment('low'), 'nurse')).toEqual(['forbidden']);
    expect(one.whyNot('assess-blind', anAssessment('low'), 'stranger')).toEqual([]);
    expect(one.whyNot('assess-blind', anAssessment('low'), 'stranger')).toEqual(['blindMade']);
  });

  it('moves nothing of the case: no grade, no harm status, no clock', () => {
    const one = asked('high');
    const { standing: before } = one;
    one.give('assess-blind', anAssessment('low'), 'stranger');
    expect({ ...one.standing, blind: undefined }).toEqual({ ...before, blind: undefined });
    expect(one.standing.blind?.madeAt).toBe(one.record.at);
  });

  it('stands beside the first, computed with the same version of the same instrument', () => {
    const one = asked('medium');
    one.give('assess-blind', anAssessment('medium'), 'stranger');
    const rows = one.world.written.get(one.id) ?? [];
    const body = (kind: string) => rows.find((row) => row.kind === kind)?.body as Record<string, never>;
    const [first, second] = [body('assessment'), body('blind-assessment')];
    expect(second).toMatchObject({ besideProposal: first.proposal, by: 'Stan Stranger' });
    expect(second.result).toEqual(first.result);
    expect(second.computedFrom).toEqual(first.computedFrom);
    expect(rows.find((row) => row.kind === 'blind-assessment')?.class).toBe('case');
  });

  it.each([
    ['with another instrument', { instrument: 'scored-sections' }, ['/instrument otherInstrument']],
    ['with another version', { instrumentVersion: 99 }, ['/instrumentVersion otherInstrument']],
    ['with a domain left out', { levels: [] }, Array(9).fill('/levels answer')],
    ['below a floor without why', { proposed: 'low' }, ['/belowFloorReason belowFloor']],
  ] as const)('is refused %s', (_, over, why) => {
    expect(asked().whyNot('assess-blind', anAssessment('medium', over as object), 'stranger')).toEqual(why);
  });

  it('is refused in words that tell nothing of the first: a lesser harm is no fault of it', () => {
    const one = asked('high');
    const refusal = one.whyNot('assess-blind', anAssessment('none', { harm: [] }), 'stranger');
    expect(refusal).toEqual(['/harm asked']);
    expect(one.whyNot('assess-blind', anAssessment('none'), 'stranger')).toEqual([]);
  });

  it('is not made by somebody who has come to read the case meanwhile', () => {
    const one = asked('medium');
    one.give('allocate-worker', change(one), 'manager');
    expect(one.whyNot('assess-blind', anAssessment('low'), 'stranger')).toEqual(['readsCase']);
  });

  it('may be asked of somebody else instead', () => {
    const one = asked('medium');
    expect(ask(one, 'nurse')).toEqual([]);
    expect(one.whyNot('assess-blind', anAssessment('low'), 'stranger')).toEqual(['forbidden']);
    expect(one.whyNot('assess-blind', anAssessment('low'), 'nurse')).toEqual([]);
  });
});

const change = (one: ChildCaseBuilder) => ({
  workerId: one.world.people.stranger.userId,
  reason: 'Made up',
  handover: 'Made up',
  introduction: 'Made up',
});
