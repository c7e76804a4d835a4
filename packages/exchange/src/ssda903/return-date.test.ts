import { expect, test } from 'vitest';
import { formatReturnDate, parseReturnDate } from './return-date.js';

test.each([
  ['29/02/2016', '2016-02-29'],
  ['29/02/2000', '2000-02-29'],
  ['31/12/2017', '2017-12-31'],
  ['01/01/1900', '1900-01-01'],
])('%s is the day %s', (text, date) => {
  expect(parseReturnDate(text)).toBe(date);
  expect(formatReturnDate(date)).toBe(text);
});

test.each([
  '29/02/2017',
  '29/02/1900',
  '31/04/2017',
  '00/01/2017',
  '01/13/2017',
  '01/00/2017',
  '32/01/2017',
  '1/1/2017',
  '01/01/17',
  '2017-01-01',
  '01/01/2017 ',
  '01/01/0017',
  '01-01-2017',
  '42736',
  '',
])('"%s" is no real date written dd/mm/yyyy', (text) => {
  expect(parseReturnDate(text)).toBeUndefined();
});

test('every day from 1900 to 2100 and no other is a date, by the calendar of JavaScript', () => {
  for (let year = 1900; year <= 2100; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 28; day <= 31; day += 1) {
        const text = `${day}/${String(month).padStart(2, '0')}/${year}`;
        const real = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
        expect(parseReturnDate(text) !== undefined).toBe(real);
      }
    }
  }
});
