import { describe, expect, it } from 'vitest';
import { grades } from '../profile/grade.js';
import { contradictionAnswers, questionsBefore, seemingContradictions } from './seeming-contradiction.js';

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

  it('never holds up a rise, whatever the text says', () => {
    const text = 'No risk. Low risk. Medium risk. High risk.';
    for (const ruling of [null, ...grades])
      for (const field of grades) {
        const rises = grades.indexOf(field) > grades.indexOf(ruling ?? 'none');
        const asked = questionsBefore(text, { field, ruling });
        if (rises) expect([field, ruling, asked]).toEqual([field, ruling, []]);
        else expect(asked).toHaveLength(grades.length - 1 - grades.indexOf(field));
      }
  });

  it('asks each question until it is answered, by its place', () => {
    const text = 'High risk in May. Now low. High risk of falling.';
    const asked = questionsBefore(text, { field: 'low', ruling: 'medium' });
    expect(asked.map(({ offset }) => offset)).toEqual([0, 27]);
    expect(questionsBefore(text, { field: 'low', ruling: 'medium', answered: [27] })).toHaveLength(1);
    expect(questionsBefore(text, { field: 'low', ruling: 'medium', answered: [0, 27] })).toEqual([]);
  });
});
