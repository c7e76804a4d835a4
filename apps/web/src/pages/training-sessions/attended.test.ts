import { expect, it, test } from 'vitest';
import { attendedTyped } from './attended.js';

const agencies = [{ id: 'a', name: 'Social care' }];

it('reads line by line who came, and knows an agency by its name', () => {
  expect(attendedTyped('social care: 12\r\n\r\nTaxi drivers: 1,204', agencies)).toEqual({
    attended: [
      { from: 'Social care', agencyId: 'a', n: 12 },
      { from: 'Taxi drivers', n: 1204 },
    ],
    unread: [],
  });
});

test.each(['Taxi drivers 14', ': 14', 'Taxi drivers: many', 'Taxi drivers: 0', 'Taxi drivers: -3'])(
  '“%s” tells no number, and the page says which line it was',
  (line) => {
    expect(attendedTyped(`Social care: 1\n${line}`, agencies).unread).toEqual([2]);
  },
);
