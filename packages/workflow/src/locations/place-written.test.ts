import { describe, expect, it } from 'vitest';
import { isPlaceWritten } from './place-written.js';

const place = {
  name: 'Quay Street kiosk',
  aliases: ['The Hatch', 'Joe'],
  address: '1 Quay Street, Madeupton',
  postcode: 'ZZ1 1ZZ',
  handle: null,
};

describe('a place that somebody wrote', () => {
  it.each([
    ['outside the QUAY STREET KIOSK, at night', true],
    ['by “The Hatch”', true],
    ['1 Quay Street, ZZ11ZZ', true],
    ['11 Quay Street, ZZ1 1ZZ', false],
    ['ZZ1 1ZZ', false],
    ['Quay Street', false],
    ['the hatchery', false],
    ['with Joe', false],
  ])('is known by whole names, not by parts of words or a postcode alone: %s', (text, known) => {
    expect(isPlaceWritten(text, place)).toBe(known);
  });
});
