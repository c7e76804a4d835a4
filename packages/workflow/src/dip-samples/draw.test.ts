import { expect, it, test } from 'vitest';
import { drawSample, splitMix64 } from './draw.js';

it('draws the numbers that SplitMix64 is known by', () => {
  const numbers = splitMix64(1_234_567);
  expect([1, 2, 3, 4, 5].map(() => numbers.next().value)).toEqual([
    6_457_827_717_110_365_317n,
    3_203_168_211_198_807_973n,
    9_817_491_932_198_370_423n,
    4_593_380_528_125_082_431n,
    16_408_922_859_458_223_821n,
  ]);
});

const ids = Array.from({ length: 200 }, (_, place) => `case-${String(place).padStart(3, '0')}`);

it('draws the same cases by the same seed, in whatever order they are given, and each once', () => {
  const drawn = drawSample(ids, 12, 20_261_126);
  expect(drawn).toEqual(drawSample([...ids].reverse(), 12, 20_261_126));
  expect(drawn).toEqual(drawSample([...ids, ...ids], 12, 20_261_126));
  expect(new Set(drawn).size).toBe(12);
  expect(drawn).not.toEqual(drawSample(ids, 12, 20_261_127));
});

test.each([
  ['all where there are no more', 5, 9, 5],
  ['none where there are none', 0, 9, 0],
  ['the only one', 1, 1, 1],
])('draws %s', (_what, there, wanted, expected) => {
  const drawn = drawSample(ids.slice(0, there), wanted, 7);
  expect(drawn).toHaveLength(expected);
  expect([...drawn].sort()).toEqual(ids.slice(0, there));
});

it('draws a longer sample by adding to the shorter one of the same seed', () => {
  expect(drawSample(ids, 20, 42).slice(0, 8)).toEqual(drawSample(ids, 8, 42));
});

it('draws every case as often as any other', () => {
  const ten = ids.slice(0, 10);
  const often = new Map(ten.map((one) => [one, 0]));
  for (let seed = 0; seed < 5000; seed += 1)
    for (const one of drawSample(ten, 3, seed)) often.set(one, (often.get(one) ?? 0) + 1);
  for (const times of often.values()) expect(Math.abs(times - 1500)).toBeLessThan(130);
});
