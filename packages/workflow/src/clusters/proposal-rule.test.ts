import { describe, expect, it } from 'vitest';
import { type Sighting, sharedWithin } from './proposal-rule.js';

const rule = { children: 3, days: 90 };
const seen = (childId: string, firstOn: string, lastOn = firstOn): Sighting => ({ childId, firstOn, lastOn });

describe('children who share something', () => {
  it('are a cluster to be looked at where three do within ninety days, the last day among them', () => {
    const three = [seen('a', '2026-01-01'), seen('b', '2026-02-01'), seen('c', '2026-04-01')];
    expect(sharedWithin(three, rule)).toEqual({
      children: ['a', 'b', 'c'],
      from: '2026-01-01',
      to: '2026-04-01',
    });
    expect(sharedWithin([...three.slice(0, 2), seen('c', '2026-04-02')], rule)).toBeNull();
  });

  it('are none where one child is seen again and again', () => {
    const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];
    expect(
      sharedWithin(
        days.map((day, index) => seen(index < 2 ? 'a' : 'b', day)),
        rule,
      ),
    ).toBeNull();
  });

  it('count a link that held for long in every window that it reaches into', () => {
    const long = [seen('a', '2025-01-01', '2026-06-01'), seen('b', '2026-01-10'), seen('c', '2026-03-01')];
    expect(sharedWithin(long, rule)?.children).toEqual(['a', 'b', 'c']);
  });

  it('are told by the window with the most of them, the latest of equals', () => {
    const early = [seen('a', '2025-01-01'), seen('b', '2025-01-02'), seen('c', '2025-01-03')];
    const late = [seen('a', '2026-01-01'), seen('d', '2026-01-02'), seen('e', '2026-01-03')];
    expect(sharedWithin([...early, ...late], rule)?.children).toEqual(['a', 'd', 'e']);
    expect(sharedWithin([...early, seen('f', '2025-01-04'), ...late], rule)?.children).toEqual([
      'a',
      'b',
      'c',
      'f',
    ]);
  });

  it('are none where nothing is shared', () => {
    expect(sharedWithin([], rule)).toBeNull();
  });
});
