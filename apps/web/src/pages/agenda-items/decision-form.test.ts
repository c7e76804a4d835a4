import { expect, it } from 'vitest';
import type { Visit } from '../../visit.js';
import { decisionBody, fieldBehind } from './decision-form.js';

const typing = (typed: Record<string, string>) =>
  ({ form: typed, typed: (name: string) => typed[name], typedList: () => undefined }) as unknown as Visit;

it('a decision has the words of everybody who disagrees, and an error stands at whose they are', () => {
  const visit = typing({
    ...{ decision: 'continue', reasons: 'Made up' },
    ...{ 'dissent-0-from': 'Health', 'dissent-0-words': 'Too soon' },
    ...{ 'dissent-2-from': 'Police', 'dissent-2-words': 'Too late' },
  });
  expect(decisionBody(visit).dissent).toEqual([
    { from: 'Health', words: 'Too soon' },
    { from: 'Police', words: 'Too late' },
  ]);
  expect(fieldBehind('/dissent/1/words', visit, 'long')).toBe('dissent-2-words');
  expect(decisionBody(typing({ decision: 'continue' })).dissent).toBeUndefined();
});
