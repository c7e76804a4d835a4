import { describe, expect, it } from 'vitest';
import { ageWords } from './case-bar.js';
import { entryLines, entryTitle, quotation } from './entry-words.js';

describe('an entry in words', () => {
  it('shows a referral with what child and parent know, each apart', () => {
    const body = {
      seenOrSaid: 'An adult waits for him.',
      immediateDanger: true,
      concern: 'online',
      source: 'not-yet-known',
      childAware: { knows: 'no', agrees: 'not-asked', reason: 'He had gone home' },
      parentAware: { knows: 'yes', agrees: 'yes' },
    };
    expect(entryLines({ body })).toEqual([
      { label: 'Immediate danger', text: 'Yes' },
      { label: 'Concern', text: 'Online' },
      { label: 'What was seen or said', text: 'An adult waits for him.' },
      { label: 'The child', text: 'does not know of it, was not asked: He had gone home' },
      { label: 'Parent or carer', text: 'knows of it, agrees' },
    ]);
  });

  it('keeps the child’s own words apart as a quotation', () => {
    const entry = { kind: 'view', body: { of: 'child', words: 'I want it to stop.', how: 'On a walk' } };
    expect([entryTitle(entry), quotation(entry)]).toEqual(['The child’s own words', 'I want it to stop.']);
    expect(entryLines(entry)).toEqual([{ label: 'How', text: 'On a walk' }]);
  });

  it('never shows ids and codes that mean nothing to a reader', () => {
    expect(entryLines({ body: { assessmentId: 'x', by: 'Mo', quotation: true, instrument: 'y' } })).toEqual(
      [],
    );
  });
});

describe('an age in words', () => {
  it.each([
    ['2012-02-29', '2026-02-28', '13 years old'],
    ['2012-02-29', '2026-03-01', '14 years old'],
    [null, '2026-03-01', 'Age not yet known'],
  ])('of a child born %s is on %s: %s', (born, today, words) => {
    expect(ageWords(born, today)).toBe(words);
  });
});
