import { describe, expect, it } from 'vitest';
import { heatHeadline, placeHeat } from './place-heat.js';
import { placeMap } from './place-map.js';

const at = (number: number, latitude: number, longitude: number, told = 0) => ({
  number,
  name: `Place ${number}`,
  latitude,
  longitude,
  caseId: `case-${number}`,
  told,
});
const pointOf = (map: ReturnType<typeof placeMap>, number: number) =>
  map?.points.find((one) => one.number === number);

describe('a map of places', () => {
  it('has north at the top and the east at the right, and keeps every point on its paper', () => {
    const map = placeMap([at(1, 54, -1), at(2, 54.2, -1.1), at(3, 53.9, -0.8)]);
    const [one, two, three] = [1, 2, 3].map((number) => pointOf(map, number));
    expect((two?.y ?? 0) < (one?.y ?? 0) && (one?.y ?? 0) < (three?.y ?? 0)).toBe(true);
    expect((two?.x ?? 0) < (one?.x ?? 0) && (one?.x ?? 0) < (three?.x ?? 0)).toBe(true);
    for (const { x, y, radius } of map?.points ?? [])
      expect([x - radius > 0, x + radius < 640, y - radius > 0, y + radius < 420]).toEqual([
        true,
        true,
        true,
        true,
      ]);
  });

  it('puts a place alone in the middle', () => {
    expect(placeMap([at(1, 54, -1)])?.points).toMatchObject([{ x: 320, y: 210 }]);
    expect(placeMap([])).toBeNull();
  });

  it('has a scale that measures what it says', () => {
    // A tenth of a degree north is 11.1 kilometres.
    const map = placeMap([at(1, 54, -1), at(2, 54.1, -1)]);
    const apart = (pointOf(map, 1)?.y ?? 0) - (pointOf(map, 2)?.y ?? 0);
    const { from, to, words } = map?.scale ?? { from: 0, to: 0, words: '' };
    expect(words).toBe('5 kilometres');
    expect((apart / (to - from)) * 5).toBeCloseTo(11.1, 0);
  });

  it('draws what was told of most the largest, and beneath the others', () => {
    const map = placeMap([at(1, 54, -1, 1), at(2, 54.1, -1, 9)]);
    expect(map?.points.map(({ number, radius }) => [number, radius])).toEqual([
      [2, 20],
      [1, 12.7],
    ]);
  });
});

describe('heat by month', () => {
  const lines = [
    { number: 1, name: 'Quay Street kiosk', months: [0, 4] },
    { number: 2, name: 'Cedar Park', months: [1, 0] },
  ];

  it('shades each box by its part of the greatest number, and says the number', () => {
    const { rows } = placeHeat(lines, ['2026-10', '2026-11']);
    expect(rows.map(({ boxes }) => boxes.map(({ shade, count }) => [shade, count]))).toEqual([
      [
        [0, ''],
        [4, '4'],
      ],
      [
        [1, '1'],
        [0, ''],
      ],
    ]);
  });

  it('has a headline that says where and when most was told', () => {
    expect(heatHeadline(lines, ['2026-10', '2026-11'])).toBe(
      '5 things were told of 2 places between October 2026 and November 2026: most of Quay Street kiosk (4), most in November 2026 (4).',
    );
    const even = [
      { number: 1, name: 'Cedar Park', months: [2, 2] },
      { number: 2, name: 'Quay Street kiosk', months: [1, 1] },
    ];
    expect(heatHeadline(even, ['2026-10', '2026-11'])).toContain(
      'most of Cedar Park (4), at most 3 in a month.',
    );
    expect(heatHeadline([], ['2026-10'])).toMatch(/^Nothing that you may read was told/);
  });
});
