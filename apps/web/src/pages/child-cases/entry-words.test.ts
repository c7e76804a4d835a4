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
    expect(entryLines({ kind: 'referral', body })).toEqual([
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
    expect(
      entryLines({ kind: 'grade', body: { assessmentId: 'x', by: 'Mo', quotation: true, instrument: 'y' } }),
    ).toEqual([]);
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

describe('a step of plan, panel and closing', () => {
  const names = { w: 'Wren Worker' };

  it('says which version of the plan was agreed, and each action with its owner and day', () => {
    const body = {
      version: 2,
      kind: 'interim',
      actions: [{ what: 'Walk to school', ownerName: 'Wren Worker', due: '2026-12-13' }],
    };
    expect(entryLines({ kind: 'plan', body })).toEqual([
      { label: 'Plan', text: 'Version 2, agreed as interim' },
      { label: 'Action', text: 'Walk to school. Wren Worker, due Sunday 13 December 2026' },
    ]);
  });

  it('says with whom a plan was shared, by name', () => {
    const body = { version: 1, recipients: ['w'], child: { given: true, how: 'Read together' } };
    expect(entryLines({ kind: 'sharing', body }, names)).toEqual([
      { label: 'Plan', text: 'Version 1' },
      { label: 'Shared with', text: 'Wren Worker' },
      { label: 'The child’s copy', text: 'Given: Read together' },
    ]);
  });

  it('says what the panel decided, and how a listing and a closure were grounded, in words and not in codes', () => {
    const decision = entryLines({ kind: 'panel-decision', body: { decision: 'step-down', quorate: true } });
    expect(decision[0]).toEqual({ label: 'Decision', text: 'Step down' });
    expect(entryLines({ kind: 'listing', body: { basis: 'high' } })[0]?.text).toBe('Graded high');
    expect(entryLines({ kind: 'closure', body: { reason: 'not-found' } })[0]?.text).not.toContain(
      'not-found',
    );
    expect(entryTitle({ kind: 'before-panel', body: {} })).toBe('The panel opened its item');
  });
});
