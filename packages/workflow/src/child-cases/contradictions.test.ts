import { describe, expect, it } from 'vitest';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aDecision, aSitting } from '../testing/a-sitting.js';
import { anAssessment } from '../testing/assessments.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

const speaksHigh = { reasons: 'She is at high risk of being exploited.' };
const highIs = (answer: string, about = 'reasons') => ({
  contradictions: [{ about, says: 'high' as const, answer }],
});
const kept = (one: ChildCaseBuilder, kind: string) =>
  (one.world.written.get(one.id) ?? []).find((row) => row.kind === kind)?.body as {
    contradictions?: object[];
  };
const confirming = (one: ChildCaseBuilder, over: object) => ({
  assessmentId: one.standing.assessmentId ?? 'none',
  grade: 'low',
  ...over,
});

describe('an assessment whose reasons speak of another grade than its field', () => {
  it('is asked about, with the words and the ways to answer, where the grade does not rise', () => {
    const one = aChildCase().graded('medium');
    const low = anAssessment('low', speaksHigh);
    expect(one.whyNot('assess-risk', low, 'worker')).toEqual(['/contradictions contradiction/reasons/high']);
    expect(
      one.whyNot('assess-risk', anAssessment('medium', { analysis: 'Low risk at home.' }), 'worker'),
    ).toEqual(['/contradictions contradiction/analysis/low']);
  });

  it.each(['another-risk', 'past', 'quoted'] as const)(
    'answered as %s it is recorded, and the answer kept',
    (answer) => {
      const one = aChildCase().graded('medium');
      one.assessed('low', { ...speaksHigh, ...(highIs(answer) as object) });
      expect(kept(one, 'assessment').contradictions).toEqual([
        { about: 'reasons', says: 'high', words: ['high risk'], answer },
      ]);
      expect(one.standing.proposed).not.toHaveProperty('unanswered');
    },
  );

  it('answered by changing the field waits until it is changed, and says then how it was answered', () => {
    const one = aChildCase().graded('medium');
    const change = highIs('change-field') as object;
    expect(one.whyNot('assess-risk', anAssessment('low', { ...speaksHigh, ...change }), 'worker')).toEqual([
      '/contradictions contradiction/reasons/high',
    ]);
    one.assessed('high', { ...speaksHigh, ...change });
    expect(kept(one, 'assessment').contradictions).toEqual([
      { about: 'reasons', says: 'high', words: [], answer: 'change-field' },
    ]);
  });

  it('never holds up a rise: it is recorded at once, and whoever confirms is asked', () => {
    const one = aChildCase().assessed('low', speaksHigh);
    expect(one.standing.proposed).toMatchObject({ grade: 'low', unanswered: ['reasons:high'] });
    expect(kept(one, 'assessment').contradictions).toMatchObject([{ answer: null }]);
    const asked = ['/contradictions contradiction/assessment-reasons/high'];
    expect(one.whyNot('confirm-grade', confirming(one, {}), 'manager')).toEqual(asked);
    expect(
      one.whyNot('confirm-grade', confirming(one, highIs('past', 'assessment-reasons')), 'manager'),
    ).toEqual([]);
    expect(kept(one, 'grade').contradictions).toMatchObject([
      { about: 'assessment-reasons', answer: 'past' },
    ]);
  });
});

describe('a confirmation whose reasons speak of another grade', () => {
  it('is asked about, except where it rises above the grade that rules', () => {
    const one = aChildCase().assessed('medium');
    const reasons = 'Medium risk is what the school sees.';
    const low = confirming(one, { reasons, secondSignatureReason: 'Seen' });
    expect(one.whyNot('confirm-grade', low, 'senior')).toEqual([
      '/contradictions contradiction/reasons/medium',
    ]);
    expect(one.whyNot('confirm-grade', { ...low, grade: 'high' }, 'senior')).toEqual([]);
    expect(kept(one, 'grade').contradictions).toEqual([
      { about: 'reasons', says: 'medium', words: ['Medium risk'], answer: null },
    ]);
  });
});

describe('a sitting whose reasons speak of another grade than it decides', () => {
  const decided = (over: object) => {
    const world = aWorld();
    const one = aChildCase(world).gradedHigh().listed();
    const sitting = aSitting(world).withItem(one.id).inSession();
    sitting.hearing(one.id);
    const record = sitting.itemOf(one.id).id;
    const command = 'agenda-items/record-panel-decision';
    const reasons = 'She was at high risk in the spring.';
    const payload = aDecision({ decision: 'regrade', grade: 'medium', reasons, ...over });
    return { one, told: whyNot(world.ask(command, payload, world.people.chair, { record })) };
  };

  it('is asked as a manager is, and the answer stands with the grade', () => {
    expect(decided({}).told).toEqual(['/contradictions contradiction/reasons/high']);
    const { one, told } = decided(highIs('past'));
    expect(told).toEqual([]);
    expect(kept(one, 'grade')).toMatchObject({
      grade: 'medium',
      contradictions: [{ about: 'reasons', says: 'high', words: ['high risk'], answer: 'past' }],
    });
    expect(kept(one, 'panel-decision')).not.toHaveProperty('contradictions');
  });

  it('is not asked where it sets no grade', () => {
    expect(decided({ decision: 'continue', grade: undefined }).told).toEqual([]);
  });
});
