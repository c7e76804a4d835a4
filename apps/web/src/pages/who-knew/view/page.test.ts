import { describe, expect, it } from 'vitest';
import { answerWords } from './page.js';

const at = '2026-11-02T09:05:00.000Z';
const answer = { command: 'links/acknowledge-link', at, by: 'Wren Worker', own: true, ended: null };

describe('what stands under acted on', () => {
  it.each([
    ['the own answer', answer, 'Acknowledge the link, Monday 2 November 2026 at 09:05'],
    [
      'somebody else’s',
      { ...answer, own: false },
      'Acknowledge the link, Monday 2 November 2026 at 09:05, by somebody else: Wren Worker',
    ],
    [
      'a date that was put off',
      { ...answer, command: 'child-cases/extend-clock', own: false, by: 'Mo Manager', ended: 'extended' },
      expect.stringMatching(/^Put off: .*, Monday 2 November 2026 at 09:05, by somebody else: Mo Manager$/),
    ],
    [
      'what nobody did',
      { ...answer, command: 'links/fade-link', own: false, by: null, ended: 'missed' },
      expect.stringMatching(/^Ended unmet: .*, by the product itself$/),
    ],
  ])('is %s, in words', (_of, given, words) => {
    expect(answerWords({ asks: true, answer: given })).toEqual(words);
  });

  it('tells apart what waits for an answer and what asks for none', () => {
    expect(answerWords({ asks: true, answer: null })).toBe('Not yet');
    expect(answerWords({ asks: false, answer: null })).toBe('Nothing is asked for');
  });
});
