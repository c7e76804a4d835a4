import { describe, expect, it } from 'vitest';
import { timedAgenda } from './agenda-times.js';
import type { ItemView, SittingView } from './sitting.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 26, 14, minutes)).toISOString();

/** An item that begins so many minutes after the sitting does. */
const item = (id: string, minutes: number, after = 17): ItemView => ({
  number: 4,
  from: at(after),
  to: at(after + minutes),
  id,
  version: 1,
  state: 'waiting',
  sittingId: 's',
  caseId: `case-${id}`,
  childId: `child-${id}`,
  reference: 'CH-1',
  name: 'Robin Example',
  section: 'child-new',
  asked: 'Review the plan',
  minutes,
  presenterName: null,
  late: false,
  openedAt: null,
  decision: null,
  returned: null,
  previous: null,
  allowed: [],
});

const sitting = (items: ItemView[]): SittingView => ({
  id: 's',
  version: 1,
  state: 'agendaOpen',
  panel: 'MASE panel',
  startsAt: '2026-11-26T14:00:00.000Z',
  endsAt: '2026-11-26T15:00:00.000Z',
  place: 'Room 1',
  chairId: 'c',
  chairName: 'Chris Chair',
  present: [],
  quorate: false,
  quorumNeeded: [],
  inquorateReason: null,
  papersIssuedAt: null,
  minutesVersion: 0,
  cancelled: null,
  parts: [],
  formal: { before: 17, after: 5 },
  memberIds: [],
  items,
  withheldItems: 0,
  papers: null,
  attendance: [],
  minutes: [],
  names: {},
  allowed: [],
});

describe('the times of an agenda', () => {
  it('begin after the opening parts and follow each other without a gap', () => {
    const { items } = timedAgenda(sitting([item('a', 8), item('b', 4, 25)]));
    expect(items.map(({ from, to }) => `${from} to ${to}`)).toEqual(['14:17 to 14:25', '14:25 to 14:29']);
  });

  it('warn by how many minutes an agenda is longer than its sitting', () => {
    const many = Array.from({ length: 10 }, (_, index) => item(`i${index}`, 8, 17 + index * 8));
    const { over, asked, available, standing } = timedAgenda(sitting(many));
    expect(available).toBe(60);
    expect(asked).toBe(80 + standing);
    expect(over).toBe(20 + standing);
  });

  it('do not warn when the items fit', () => {
    expect(timedAgenda(sitting([item('a', 8)])).over).toBe(0);
  });
});
