import { describe, expect, it } from 'vitest';
import { dayCount, namesToHide, withoutNames } from './pseudonyms.js';

const names = namesToHide([
  { name: 'Robin Example-Child', instead: 'Child 1' },
  { name: 'Aunt Maddie', instead: 'Carer 1' },
  { name: 'Wren Worker', instead: 'Worker 1' },
  { name: 'Theo Andrews', instead: 'Worker 2' },
  { name: 'Place Cedar-01', instead: 'Place 1', whole: true },
]);

describe('a pseudonymised text', () => {
  it.each([
    ['Robin was seen with Aunt Maddie.', '[Child 1] was seen with [Carer 1].'],
    ['ROBIN’S phone, robin’s bag', '[Child 1]’S phone, [Child 1]’s bag'],
    ['Robins sing; Example-Child does not', 'Robins sing; [Child 1] does not'],
    ['Call 07700 900123 or write to robin@example.org', 'Call [number] or write to [address]'],
    ['Seen at ZZ1 2ZZ in AB12 CDE on 3 March 2026', 'Seen at [postcode] in [plate] on [day]'],
    ['Born 11/02/2011, called @made.up_name', 'Born [day], called [handle]'],
    ['Wren told the nurse; Place Cedar-01 is shut', '[Worker 1] told the nurse; [Place 1] is shut'],
    ['She is 15 and has 3 brothers', 'She is 15 and has 3 brothers'],
    ['Rob and Robbie, the child whom Robin is', '[Child 1] and [Child 1], the child whom [Child 1] is'],
    [
      'REC told R.E. and R. E. C. of it; so did Maddy',
      '[Child 1] told [Child 1] and [Child 1] of it; so did [Carer 1]',
    ],
    ['The roads were dry; a robbery; Rope and Worms', 'The roads were dry; a robbery; Rope and Worms'],
    [
      'Seen by the IT room of Bracken Academy, Flat 2, 14 Made-Up Road',
      'Seen by the IT room of [place], [address]',
    ],
    ['The day [Robbie’s own words]. And then?', 'The day ([Child 1]’s own words). And then?'],
    ['Goes to St. Example’s Primary on foot', 'Goes to [place] on foot'],
  ])('of “%s” is “%s”', (text, hidden) => {
    expect(withoutNames(text, names)).toBe(hidden);
  });

  it('counts days from the first entry, also back', () => {
    const day = dayCount('2026-03-01T09:00:00.000Z');
    expect([
      day('2026-03-01'),
      day('2026-03-12T08:00:00.000Z'),
      day('2026-02-27'),
      day('2010-06-01'),
    ]).toEqual(['Day 1', 'Day 12', '2 days before day 1', 'long before']);
  });
});
