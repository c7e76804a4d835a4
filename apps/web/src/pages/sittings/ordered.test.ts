import { describe, expect, it } from 'vitest';
import { moved, ordered } from './ordered.js';

const placed = (wanted: Record<string, number>) =>
  ordered(Object.keys(wanted).map((id, index) => ({ id, now: index + 1, wanted: wanted[id] ?? 0 }))).join('');

describe('ordering an agenda by numbers', () => {
  it('moves an item up before the one whose place it takes', () => {
    expect(placed({ a: 1, b: 2, c: 3, d: 2 })).toBe('adbc');
  });

  it('moves an item down behind the one whose place it takes', () => {
    expect(placed({ a: 3, b: 2, c: 3, d: 4 })).toBe('bcad');
  });

  it('swaps two items', () => {
    expect(placed({ a: 3, b: 2, c: 1 })).toBe('cba');
  });

  it('moves an item by one place, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1).join('')).toBe('acb');
    expect(moved(['a', 'b', 'c'], 'a', 1).join('')).toBe('bac');
    expect(moved(['a', 'b', 'c'], 'a', -1).join('')).toBe('abc');
    expect(moved(['a', 'b', 'c'], 'c', 1).join('')).toBe('abc');
  });
});
