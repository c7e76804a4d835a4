import { expect, test } from 'vitest';
import { checkUpn } from './upn.js';

test.each(['E801234019001', 'P892456021002', 'X330123456789', 'A950000178301', 'H243278544154'])(
  'the permanent UPN %s has the right check letter',
  (upn) => {
    expect(checkUpn(upn)).toEqual({ valid: true, temporary: false });
  },
);

test('a wrong check letter is named together with the right one', () => {
  expect(checkUpn('F801234019001')).toEqual({
    valid: false,
    reason: 'The check letter of this UPN would be E, not F.',
  });
});

test('any single wrong digit of a UPN changes its check letter', () => {
  const upn = 'X330123456789';
  for (let place = 1; place < 13; place += 1) {
    const wrong = (Number(upn[place]) + 1) % 10;
    expect(checkUpn(upn.slice(0, place) + wrong + upn.slice(place + 1)).valid).toBe(false);
  }
});

test('a temporary UPN ends in a letter, whose place in the list is its value', () => {
  // 2×3 + 3×3 + 5×1 + 6×2 + 7×3 + 8×4 + 9×5 + 10×6 + 11×7 + 12×8 = 363; B adds 13: 376 mod 23 = 8, which is J
  expect(checkUpn('J33012345678B')).toEqual({ valid: true, temporary: true });
  expect(checkUpn('X33012345678B').valid).toBe(false);
});

test.each(['I', 'O', 'S'])('a UPN neither begins nor ends with %s', (letter) => {
  expect(checkUpn(`${letter}330123456789`).valid).toBe(false);
  expect(checkUpn(`X33012345678${letter}`)).toMatchObject({
    valid: false,
    reason: expect.stringContaining('never ends in'),
  });
});

test.each(['', 'X33012345678', 'X3301234567890', 'x330123456789', 'X33012345A789', '3330123456789'])(
  '"%s" has not the form of a UPN',
  (upn) => {
    expect(checkUpn(upn).valid).toBe(false);
  },
);
