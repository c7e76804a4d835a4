import { describe, expect, it } from 'vitest';
import { type CawnGround, type CawnLapse, cawn, type LegalOrder, type LegalOrderKind } from './cawn.js';

const kinds: Record<string, LegalOrderKind> = {
  C2: 'full-care-order',
  C1: 'interim-care-order',
  EPO: 'emergency-protection-order',
  PP: 'police-protection',
};

/** `C1 2026-01-10..2026-03-01, C2 2026-03-01..` as orders; section 20 and no order are nothing. */
function ordersIn(text: string): LegalOrder[] {
  return text
    .split(', ')
    .filter((one) => one.includes(' '))
    .map((one) => {
      const [kind = '', days = ''] = one.split(' ');
      const [from = '', until = ''] = days.split('..');
      return { kind: kinds[kind] as LegalOrderKind, from, until: until || null };
    });
}

type Row = [
  what: string,
  born: string | null,
  orders: string,
  on: string,
  ground: CawnGround | 'no' | 'not-known',
  lapsesOn: string | null,
  because: CawnLapse | null,
];

const [b16, b18, ends, unsure] = [
  'sixteenth-birthday',
  'eighteenth-birthday',
  'order-ended',
  'order-ended-age-unknown',
] as const;
const [full, interim, epo, pp] = [
  'full-care-order',
  'interim-care-order',
  'emergency-protection-order',
  'police-protection',
] as const;
const young = 'under-16';

// Age × legal status × date of each change.
const table: Row[] = [
  ['a child of 14 at home', '2012-05-06', 'home', '2026-11-02', young, '2028-05-06', b16],
  ['the day before the sixteenth birthday', '2010-11-03', 'home', '2026-11-02', young, '2026-11-03', b16],
  ['the sixteenth birthday itself, at home', '2010-11-02', 'home', '2026-11-02', 'no', null, null],
  ['the day after the sixteenth birthday', '2010-11-01', 'home', '2026-11-02', 'no', null, null],
  ['a child of 17 at home', '2009-06-01', 'home', '2026-11-02', 'no', null, null],
  ['a child of 16 under section 20', '2010-02-01', 's20', '2026-11-02', 'no', null, null],
  [
    'a child of 15 under section 20 lapses at 16',
    '2011-02-01',
    's20',
    '2026-11-02',
    young,
    '2027-02-01',
    b16,
  ],
  [
    'a child of 15 in care goes on until 18',
    '2011-02-01',
    'C2 2024-01-01..',
    '2026-11-02',
    young,
    '2029-02-01',
    b18,
  ],
  [
    'a child of 16 under a full care order',
    '2010-02-01',
    'C2 2024-01-01..',
    '2026-11-02',
    full,
    '2028-02-01',
    b18,
  ],
  [
    'a child of 17 under an interim order',
    '2009-03-01',
    'C1 2026-10-01..',
    '2026-11-02',
    interim,
    '2027-03-01',
    b18,
  ],
  [
    'the day before the eighteenth birthday',
    '2008-11-03',
    'C2 2020-01-01..',
    '2026-11-02',
    full,
    '2026-11-03',
    b18,
  ],
  ['the eighteenth birthday itself', '2008-11-02', 'C2 2020-01-01..', '2026-11-02', 'no', null, null],
  ['a young adult of 19', '2007-01-01', 'C2 2020-01-01..', '2026-11-02', 'no', null, null],
  [
    'an order that ends before 18',
    '2010-02-01',
    'C2 2024-01-01..2027-04-30',
    '2026-11-02',
    full,
    '2027-04-30',
    ends,
  ],
  [
    'an order on its last day but one',
    '2010-02-01',
    'C2 2024-01-01..2026-11-03',
    '2026-11-02',
    full,
    '2026-11-03',
    ends,
  ],
  [
    'the day on which the order ended',
    '2010-02-01',
    'C2 2024-01-01..2026-11-02',
    '2026-11-02',
    'no',
    null,
    null,
  ],
  ['the first day of an order', '2010-02-01', 'C1 2026-11-02..', '2026-11-02', interim, '2028-02-01', b18],
  ['the day before an order begins', '2010-02-01', 'C1 2026-11-03..', '2026-11-02', 'no', null, null],
  [
    'an interim order that a full one follows',
    '2010-02-01',
    'C1 2026-08-01..2026-12-01, C2 2026-12-01..',
    '2026-11-02',
    interim,
    '2028-02-01',
    b18,
  ],
  [
    'two orders with a day between',
    '2010-02-01',
    'C1 2026-08-01..2026-12-01, C2 2026-12-02..',
    '2026-11-02',
    interim,
    '2026-12-01',
    ends,
  ],
  [
    'orders told out of order',
    '2010-02-01',
    'C2 2026-12-01.., C1 2026-08-01..2026-12-01',
    '2026-11-02',
    interim,
    '2028-02-01',
    b18,
  ],
  [
    'an order that ends before 16 leaves the age',
    '2011-02-01',
    'C2 2024-01-01..2026-12-01',
    '2026-11-02',
    young,
    '2027-02-01',
    b16,
  ],
  [
    'an order that ends on the sixteenth birthday',
    '2011-02-01',
    'C2 2024-01-01..2027-02-01',
    '2026-11-02',
    young,
    '2027-02-01',
    b16,
  ],
  [
    'an order that ends the day after it',
    '2011-02-01',
    'C2 2024-01-01..2027-02-02',
    '2026-11-02',
    young,
    '2027-02-02',
    ends,
  ],
  [
    'an order that begins on the sixteenth birthday',
    '2010-11-10',
    'C1 2026-11-10..',
    '2026-11-02',
    young,
    '2028-11-10',
    b18,
  ],
  [
    'an order that begins the day after it',
    '2010-11-10',
    'C1 2026-11-11..',
    '2026-11-02',
    young,
    '2026-11-10',
    b16,
  ],
  [
    'police protection of a child of 16: three days',
    '2010-02-01',
    'PP 2026-11-01..',
    '2026-11-02',
    pp,
    '2026-11-04',
    ends,
  ],
  ['police protection that ended', '2010-02-01', 'PP 2026-10-28..', '2026-11-02', 'no', null, null],
  [
    'an emergency protection order: eight days',
    '2010-02-01',
    'EPO 2026-10-30..',
    '2026-11-02',
    epo,
    '2026-11-07',
    ends,
  ],
  [
    'one extended by seven days',
    '2010-02-01',
    'EPO 2026-10-30..2026-11-14',
    '2026-11-02',
    epo,
    '2026-11-14',
    ends,
  ],
  [
    'police protection, then an emergency order, then an interim order',
    '2010-02-01',
    'PP 2026-11-01..2026-11-03, EPO 2026-11-03..2026-11-11, C1 2026-11-11..',
    '2026-11-02',
    pp,
    '2028-02-01',
    b18,
  ],
  [
    'an emergency order that ends at 18',
    '2008-11-04',
    'EPO 2026-11-01..',
    '2026-11-02',
    epo,
    '2026-11-04',
    b18,
  ],
  ['born on 29 February: 16 in a leap year', '2012-02-29', 'home', '2028-02-28', young, '2028-02-29', b16],
  ['born on 29 February: 16 on the day itself', '2012-02-29', 'home', '2028-02-29', 'no', null, null],
  [
    'born on 29 February: 18 on 1 March of other years',
    '2012-02-29',
    'C2 2024-01-01..',
    '2030-02-28',
    full,
    '2030-03-01',
    b18,
  ],
  [
    'born on 29 February: 18 reached on 1 March',
    '2012-02-29',
    'C2 2024-01-01..',
    '2030-03-01',
    'no',
    null,
    null,
  ],
  [
    'an order of which the end is the leap day',
    '2010-06-01',
    'C1 2027-12-01..2028-02-29',
    '2028-02-28',
    interim,
    '2028-02-29',
    ends,
  ],
  ['no birth date, no order', null, 'home', '2026-11-02', 'not-known', null, null],
  ['no birth date, a full care order', null, 'C2 2024-01-01..', '2026-11-02', full, null, null],
  [
    'no birth date, an order that ends',
    null,
    'C2 2024-01-01..2027-01-15',
    '2026-11-02',
    full,
    '2027-01-15',
    unsure,
  ],
  ['a day before the child was born', '2026-11-03', 'home', '2026-11-02', 'no', null, null],
  [
    'two orders at once: the longer counts',
    '2010-02-01',
    'PP 2026-11-01..2026-11-04, C1 2026-11-02..',
    '2026-11-02',
    interim,
    '2028-02-01',
    b18,
  ],
];

describe('the child abduction warning notice', () => {
  it('has a table of at least thirty rows', () => expect(table.length).toBeGreaterThanOrEqual(30));

  it.each(table)('%s', (_what, birthDate, orders, on, ground, lapsesOn, because) => {
    const advice = cawn({ birthDate, orders: ordersIn(orders) }, on);
    expect([advice.ground ?? advice.stands, advice.lapsesOn, advice.because]).toEqual([
      ground,
      lapsesOn,
      because,
    ]);
    const day = advice.lapsesOn;
    if (day) expect(cawn({ birthDate, orders: ordersIn(orders) }, day).stands).not.toBe('yes');
  });

  it('stands on every day before it lapses, and on none between two grounds that leave a gap', () => {
    for (const [, birthDate, orders, on, , lapsesOn] of table) {
      if (!lapsesOn) continue;
      const before = new Date(Date.parse(lapsesOn) - 86_400_000).toISOString().slice(0, 10);
      const advice = cawn({ birthDate, orders: ordersIn(orders) }, before);
      expect([on <= before ? advice.stands : 'yes', on <= before ? advice.lapsesOn : lapsesOn]).toEqual([
        'yes',
        lapsesOn,
      ]);
    }
  });

  it('says of police protection that it stands up to the day of the 72nd hour', () => {
    const advice = cawn({ birthDate: '2010-02-01', orders: ordersIn('PP 2026-11-02..') }, '2026-11-04');
    expect([advice.stands, advice.lapsesOn]).toEqual(['yes', '2026-11-05']);
    expect(JSON.stringify(advice.explanation)).toContain('up to the day of the 72nd hour, and not on it');
  });

  it('says when its ground changes, and cites the narrower police advice beyond a full care order', () => {
    const at16 = cawn({ birthDate: '2011-02-01', orders: ordersIn('C2 2024-01-01..') }, '2026-11-02');
    expect(at16.stretches.map(({ ground, from, until }) => `${ground} ${from} ${until}`)).toEqual([
      'under-16 2026-11-02 2027-02-01',
      'full-care-order 2027-02-01 2029-02-01',
    ]);
    expect(at16.beyondPoliceAdvice).toBe(false);
    const advice = cawn({ birthDate: '2010-02-01', orders: ordersIn('C1 2026-10-01..') }, '2026-11-02');
    expect(advice.beyondPoliceAdvice).toBe(true);
    const lines = advice.explanation.children?.map(({ label, value }) => `${label}: ${value}`);
    expect(lines).toEqual([
      'Age: 16 or 17',
      'In care or under protection: 1 on record',
      'Lapses on: 2028-02-01, when the child is 18',
      'Police advice: This ground goes beyond the advice: ask the force’s lawyers. National Police Chiefs’ Council, advice on child abduction warning notices, version 1.0 (2019): a child under 16, or under 18 in care under section 31(1)(a).',
    ]);
  });
});
