import { describe, expect, it } from 'vitest';
import { type Allowed, canDo, choicesOf, missingFor } from './allowed.js';

const inSession = { words: 'The sitting is not in session.', who: 'the chair' };
const allowed: Allowed[] = [
  { command: 'agenda-items/open-item', available: false, missing: [inSession, inSession] },
  { command: 'plan-actions/end-action', choice: 'done', available: true, missing: [] },
  { command: 'plan-actions/end-action', choice: 'not-done', available: false, missing: [inSession] },
];

describe('what a page may offer', () => {
  it('offers a command when one of its choices is open, and names only the open choices', () => {
    expect(canDo(allowed, 'plan-actions/end-action')).toBe(true);
    expect(choicesOf(allowed, 'plan-actions/end-action')).toEqual(['done']);
    expect(missingFor(allowed, 'plan-actions/end-action')).toEqual([]);
  });

  it('says each missing thing once for a command that is closed', () => {
    expect(canDo(allowed, 'agenda-items/open-item')).toBe(false);
    expect(missingFor(allowed, 'agenda-items/open-item')).toEqual([inSession]);
  });

  it('offers nothing that the api does not list', () => {
    expect(canDo(allowed, 'sittings/start-sitting')).toBe(false);
  });
});
