import { describe, expect, it } from 'vitest';
import { dangerWords, type MatchView, matchFacts } from './match.js';

const match = (over: Partial<MatchView>): MatchView => ({
  ...{
    id: 'made-up',
    state: 'proposed',
    identifier: 'phone',
    fit: 'same',
    danger: true,
    allowed: [],
    written: [],
  },
  ...{ proposedAt: '2026-11-23T06:08:00.000Z', due: '2026-11-23T07:08:00.000Z', own: null, other: null },
  shared: [],
  ...over,
});

describe('a match where a child may be in danger', () => {
  it('says to the duty manager, who does not decide, whom to ring', () => {
    expect(dangerWords(match({}), false)).toMatch(/ring the intelligence supervisor on duty/);
  });

  it('asks whoever decides to do so now, and nobody once it is decided', () => {
    expect(dangerWords(match({}), true)).toMatch(/decide now/);
    expect(dangerWords(match({ state: 'decided' }), true)).toBeNull();
    expect(dangerWords(match({ danger: false }), true)).toBeNull();
  });

  it('is due at a time of day, and not on a day alone', () => {
    const due = matchFacts(match({})).find(({ key }) => key === 'Due');
    expect(due?.text).toMatch(/7:08/);
  });
});
