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
  toRing: null,
  ...over,
});

describe('a match where a child may be in danger', () => {
  it('says to the duty manager, who does not decide, whom to ring', () => {
    expect(dangerWords(match({}), false)).toMatch(/ring the intelligence supervisor on duty/);
  });

  const dara = { name: 'Dara Duty', until: '2026-11-23T09:00:00.000Z' };
  const ivy = { name: 'Ivy Supervisor', until: null };
  const toRing = { lead: [dara], decides: { who: 'supervisor' as const, people: [ivy] } };

  it('names the supervisors to ring, and where the reader may know it whoever has the record', () => {
    expect(dangerWords(match({ toRing }), false)).toBe(
      'A child may be in danger: ring the intelligence supervisor: Ivy Supervisor. The decision is theirs.',
    );
    const decides = { who: 'owner' as const, people: [{ name: 'Mo Manager', until: null }] };
    expect(dangerWords(match({ toRing: { ...toRing, decides } }), false)).toMatch(
      /ring whoever has it: Mo Manager\./,
    );
  });

  it('names to whoever decides who is duty manager, and until when, above and among what is known of it', () => {
    expect(dangerWords(match({ toRing }), true)).toMatch(
      /with the social care lead on duty: Dara Duty until .*23 November 2026 at 09:00/,
    );
    const now = matchFacts(match({ toRing })).find(({ key }) => key === 'Duty manager now');
    expect(now?.text).toMatch(/^Dara Duty until /);
    const nobody = matchFacts(match({ toRing: { ...toRing, lead: [] } }));
    expect(nobody.find(({ key }) => key === 'Duty manager now')?.text).toMatch(/^Nobody/);
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
