import { describe, expect, it } from 'vitest';
import { grades } from '../profile/grade.js';
import {
  contradictionAnswers,
  gradeQuestions,
  isNeverHeldUp,
  seemingContradictions,
} from './seeming-contradiction.js';

describe('a text that seems to contradict the grade beside it', () => {
  it.each([
    ['She is at high risk of being exploited.', 'high', null],
    ['The risk of sexual exploitation remains high', 'high', null],
    ['Risk is assessed as medium.', 'medium', null],
    ['There is no risk here', 'none', null],
    ['He was at high risk in the spring', 'high', 'past'],
    ['Until last year a high-risk child', 'high', 'past'],
    ['There is a high risk of self harm', 'high', 'another-risk'],
    ['Mother writes: “she is high risk”', 'high', 'quoted'],
  ] as const)('is asked about: %s', (text, says, likely) => {
    const found = seemingContradictions(text, 'low');
    expect(found).toMatchObject([{ says, field: 'low', likely, line: 1 }]);
    const [{ offset, length, text: words } = { offset: 0, length: 0, text: '' }] = found;
    expect(text.slice(offset, offset + length)).toBe(words);
  });

  it.each([
    'The risk is low: nobody has seen him since.',
    'She is not at high risk.',
    'This is no longer a high risk.',
    'A low risk, as agreed.',
    'Risk. High spirits today.',
  ])('is not asked about where it does not contradict: %s', (text) => {
    expect(seemingContradictions(text, 'low')).toEqual([]);
  });

  it('is answered in one key, four ways', () => {
    expect(Object.keys(contradictionAnswers)).toEqual(['a', 'p', 'q', 'c']);
    expect(new Set(Object.values(contradictionAnswers)).size).toBe(4);
  });

  it('never holds up a rise, and a first grade above none is one', () => {
    for (const [at, field] of grades.entries())
      for (const ruling of [null, ...grades])
        expect([field, ruling, isNeverHeldUp(field, ruling)]).toEqual([
          field,
          ruling,
          at > grades.indexOf(ruling ?? 'none'),
        ]);
  });

  it('raises one question for each grade that a text names, however often, in both directions', () => {
    const reasons = 'High risk in May. Low risk at home. A high risk of falling.';
    expect(gradeQuestions({ reasons, analysis: undefined }, 'medium')).toEqual([
      { about: 'reasons', says: 'low', words: ['Low risk'], likely: null },
      { about: 'reasons', says: 'high', words: ['High risk', 'high risk'], likely: null },
    ]);
    expect(gradeQuestions({ reasons: 'He was at high risk.', analysis: 'Low risk.' }, 'low')).toEqual([
      { about: 'reasons', says: 'high', words: ['high risk'], likely: 'past' },
    ]);
  });
});
