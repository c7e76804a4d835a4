import { expect, test } from 'vitest';
import { counted, dateTimeWords, dateWords, listWords, minutesWords, timeWords } from './words.js';

test.each([
  ['2026-11-26', 'Thursday 26 November 2026'],
  ['2024-02-29', 'Thursday 29 February 2024'],
  ['2026-07-01T23:30:00Z', 'Thursday 2 July 2026'],
  ['2026-01-01T23:30:00Z', 'Thursday 1 January 2026'],
])('the date %s reads "%s"', (given, words) => {
  expect(dateWords(given)).toBe(words);
});

test('a date in another zone reads as people there call it', () => {
  expect(dateWords('2026-01-01T23:30:00Z', 'Asia/Tokyo')).toBe('Friday 2 January 2026');
});

test.each(['2026-02-30', '2026-13-01', 'tomorrow', '', '2026-11-26T10:00:00'])(
  '"%s" is refused as a date',
  (given) => {
    expect(() => dateWords(given)).toThrow(RangeError);
  },
);

test.each([
  ['2026-11-26T10:05:00Z', '10:05'],
  ['2026-07-26T10:05:00Z', '11:05'],
  ['2026-03-29T01:00:00Z', '02:00'],
  ['2026-11-26T00:00:00Z', '00:00'],
  ['09:30:00', '09:30'],
])('the time %s reads "%s" on a London clock', (given, words) => {
  expect(timeWords(given)).toBe(words);
});

test.each(['24:00', '9:30', 'noon'])('"%s" is refused as a time', (given) => {
  expect(() => timeWords(given)).toThrow(RangeError);
});

test('an instant reads as date and time, and a date alone is refused', () => {
  expect(dateTimeWords('2026-11-19T16:30:00Z')).toBe('Thursday 19 November 2026 at 16:30');
  expect(() => dateTimeWords('2026-11-19')).toThrow(RangeError);
});

test('minutes, lists and counts read as people say them', () => {
  expect([0, 1, 45, 60, 125].map(minutesWords)).toEqual([
    '0 minutes',
    '1 minute',
    '45 minutes',
    '1 hour',
    '2 hours 5 minutes',
  ]);
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listWords)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect([counted(1, 'working day'), counted(6, 'working day')]).toEqual(['1 working day', '6 working days']);
  expect(() => minutesWords(1.5)).toThrow(RangeError);
});
