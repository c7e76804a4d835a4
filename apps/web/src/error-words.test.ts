import { describe, expect, it } from 'vitest';
import { enter, enterDate, errorWords, select } from './error-words.js';

const fields = {
  grade: select('a grade'),
  reasons: enter('your reasons'),
  due: enterDate('the date it is due'),
  'child-birthDate': enterDate('the date of birth'),
};
const texts = (faults: [string, string, string][], form = {}) =>
  errorWords(
    faults.map(([pointer, code, detail]) => ({ pointer, code, detail })),
    fields,
    form,
  ).map(({ text, anchor }) => [anchor, text]);

describe('what a form says', () => {
  it('asks for a field left blank, whatever check it failed, and once', () => {
    const faults: [string, string, string][] = [
      ['/reasons', 'isLength', 'reasons must be longer than or equal to 1 characters'],
      ['/reasons', 'isString', 'reasons must be a string'],
      ['/due', 'isIso8601', 'due must be a valid ISO 8601 date string'],
      ['/grade', 'isIn', 'grade must be one of the following values: low, high'],
    ];
    expect(texts(faults, { reasons: ' ', 'due-day': '' })).toEqual([
      ['grade', 'Select a grade'],
      ['reasons', 'Enter your reasons'],
      ['due-day', 'Enter the date it is due'],
    ]);
  });

  it('says what is wrong with what was typed, by the name of the field', () => {
    const faults: [string, string, string][] = [
      ['/reasons', 'maxLength', 'reasons must be shorter than or equal to 2000 characters'],
      ['/child/birthDate', 'isIso8601', 'birthDate must be a valid ISO 8601 date string'],
    ];
    expect(texts(faults, { reasons: 'long', 'child-birthDate-day': '40' })).toEqual([
      ['reasons', 'Your reasons must be shorter than or equal to 2000 characters'],
      ['child-birthDate-day', 'The date of birth must be a real date, like 26 11 2026'],
    ]);
  });

  it('repeats the sentence of a rule of practice as it is', () => {
    expect(
      texts([['/grade', 'inquorate', 'An inquorate sitting cannot lower a grade.']], { grade: 'low' }),
    ).toEqual([['grade', 'An inquorate sitting cannot lower a grade.']]);
  });

  it('puts a fault inside a list on the field of the list, and one of no field above the form', () => {
    const faults: [string, string, string][] = [
      ['/', 'noChild', 'the child is not one that you may see.'],
      ['/due/0', 'past', 'The due date is today or later.'],
    ];
    expect(texts(faults, { 'due-day': '1' })).toEqual([
      ['due-day', 'The due date is today or later.'],
      [undefined, 'The child is not one that you may see.'],
    ]);
  });
});
