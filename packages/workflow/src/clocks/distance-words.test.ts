import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { distanceWords } from './distance-words.js';

const from = (now: string, at: string): string => distanceWords(at, now, englandProfile);

describe('how far off a date is', () => {
  it('counts working days after today, up to and with the day itself', () => {
    expect(from('2026-11-23T09:00:00Z', '2026-11-26')).toBe('in 3 working days');
    expect(from('2026-11-23T09:00:00Z', '2026-11-24')).toBe('in 1 working day');
    expect(from('2026-11-26T09:00:00Z', '2026-11-23')).toBe('3 working days ago');
  });

  it('leaves out weekends and the bank holidays of England', () => {
    expect(from('2026-11-22T09:00:00Z', '2026-11-26')).toBe('in 4 working days');
    expect(from('2026-12-24T09:00:00Z', '2026-12-29')).toBe('in 1 working day');
    expect(from('2026-12-29T09:00:00Z', '2026-12-23')).toBe('2 working days ago');
  });

  it('is today until midnight in London, in summer too', () => {
    expect(from('2026-07-01T00:10:00Z', '2026-07-01T22:30:00Z')).toBe('today');
    expect(from('2026-07-01T22:30:00Z', '2026-07-01T23:30:00Z')).toBe('in 1 working day');
  });

  it('counts calendar days where no working day lies between', () => {
    expect(from('2026-11-20T09:00:00Z', '2026-11-21')).toBe('tomorrow');
    expect(from('2026-11-20T09:00:00Z', '2026-11-22')).toBe('in 2 days');
    expect(from('2026-11-22T09:00:00Z', '2026-11-21')).toBe('yesterday');
    expect(from('2026-11-22T09:00:00Z', '2026-11-20')).toBe('2 days ago');
  });

  it('is refused for what is no date', () => {
    expect(() => from('2026-11-20T09:00:00Z', 'soon')).toThrow();
  });
});
