import { expect, test } from 'vitest';
import { checkNhsNumber } from './nhs-number.js';

test.each(['9434765919', '6541003238', '9990000018', '9990000026', '9990000034', '9990000042', '9990000050'])(
  'the test number %s checks',
  (digits) => {
    expect(checkNhsNumber(digits)).toEqual({ valid: true, digits });
  },
);

test('an NHS number may be written 3-3-4, and is kept as ten digits', () => {
  expect(checkNhsNumber('943 476 5919')).toEqual({ valid: true, digits: '9434765919' });
  expect(checkNhsNumber('943-476-5919')).toEqual({ valid: true, digits: '9434765919' });
});

test('any single wrong digit is found', () => {
  const number = '9434765919';
  for (let place = 0; place < 10; place += 1) {
    const wrong = (Number(number[place]) + 1) % 10;
    expect(checkNhsNumber(number.slice(0, place) + wrong + number.slice(place + 1)).valid).toBe(false);
  }
});

test('nine digits whose check would be 10 have no valid tenth digit', () => {
  const nine = '999000000';
  const sum = [...nine].reduce((total, digit, place) => total + (10 - place) * Number(digit), 0);
  expect(11 - (sum % 11)).toBe(10);
  for (let last = 0; last < 10; last += 1) expect(checkNhsNumber(`${nine}${last}`).valid).toBe(false);
});

test.each(['1111111111', '0000000000', '', '943476591', '94347659190', '943 4765919', 'ABCDEFGHIJ'])(
  '"%s" is not an NHS number',
  (value) => {
    expect(checkNhsNumber(value).valid).toBe(false);
  },
);
