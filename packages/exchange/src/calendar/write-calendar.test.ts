import ICAL from 'ical.js';
import ical from 'node-ical';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, type CalendarMethod, writeCalendar } from './write-calendar.js';

const sitting = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '01890000-0000-7000-8000-000000000000@mase',
  sequence: 0,
  changedAt: '2026-11-22T12:00:00.000Z',
  startsAt: '2027-03-25T10:00:00.000Z',
  endsAt: '2027-03-25T12:00:00.000Z',
  summary: 'Fernshire panel; north, and “south”',
  description: 'Chair: Chris Chair.\nJoin: https://meet.example.test/north',
  place: 'Council offices, room 2',
  link: 'https://meet.example.test/north',
  cancelled: false,
  organizer: { name: 'Chris "Chair"', email: 'chair@example.test' },
  attendee: { name: 'Pat Police-Member', email: 'pat@example.test' },
  ...over,
});

/** What one reader of calendars makes of a file: the method, and of each meeting what a calendar shows. */
function byIcalJs(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one, { strictExceptions: true });
    return {
      uid: event.uid,
      sequence: event.sequence,
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      description: event.description,
      place: event.location,
      status: String(one.getFirstPropertyValue('status')),
      organizer: String(one.getFirstPropertyValue('organizer')),
      attendees: event.attendees.map((who) => String(who.getFirstValue())),
    };
  });
  return { method: String(calendar.getFirstPropertyValue('method')), events };
}

const value = (found: unknown): string =>
  typeof found === 'object' && found !== null ? String((found as { val: unknown }).val) : String(found);

/** The same by another reader, which shares no code with the first. */
function byNodeIcal(text: string) {
  const found = ical.sync.parseICS(text);
  const events = Object.values(found).flatMap((one) => {
    if (one?.type !== 'VEVENT') return [];
    return [
      {
        uid: one.uid,
        sequence: Number(one.sequence),
        starts: one.start.toISOString(),
        ends: (one.end as Date).toISOString(),
        summary: value(one.summary),
        description: value(one.description),
        place: value(one.location),
        status: String(one.status),
        organizer: value(one.organizer),
        attendees: [one.attendee ?? []].flat().map(value),
      },
    ];
  });
  return { method: String((found as { vcalendar?: { method?: string } }).vcalendar?.method), events };
}

const readers = [
  ['ical.js', byIcalJs],
  ['node-ical', byNodeIcal],
] as const;

const wall = (instant: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );

describe.each(readers)('a calendar file, as %s reads it', (_, read) => {
  it('is an invitation with its time, place, chair and recipient', () => {
    const event = sitting();
    expect(read(writeCalendar([event], 'REQUEST'))).toEqual({
      method: 'REQUEST',
      events: [
        {
          uid: event.uid,
          sequence: 0,
          starts: event.startsAt,
          ends: event.endsAt,
          summary: event.summary,
          description: event.description,
          place: event.place,
          status: 'CONFIRMED',
          organizer: 'mailto:chair@example.test',
          attendees: ['mailto:pat@example.test'],
        },
      ],
    });
  });

  it.each([
    ['into summer', '2027-03-25T10:00:00.000Z', '2027-04-01T09:00:00.000Z'],
    ['into winter', '2027-10-28T09:00:00.000Z', '2027-11-04T10:00:00.000Z'],
  ])('stays at ten on the wall when the clocks change %s', (_name, before, after) => {
    const file = writeCalendar(
      [sitting({ startsAt: before }), sitting({ uid: 'next@mase', startsAt: after })],
      'PUBLISH',
    );
    expect(read(file).events.map(({ starts }) => wall(starts))).toEqual(['10:00', '10:00']);
  });

  it.each([
    ['a change', 'REQUEST', { sequence: 1, startsAt: '2027-04-01T09:00:00.000Z' }, 'CONFIRMED'],
    ['a cancellation', 'CANCEL', { sequence: 2, cancelled: true }, 'CANCELLED'],
  ] as [string, CalendarMethod, Partial<CalendarEvent>, string][])(
    'has the same uid and a higher sequence for %s',
    (_name, method, over, status) => {
      const first = read(writeCalendar([sitting()], 'REQUEST')).events[0];
      const found = read(writeCalendar([sitting(over)], method));
      expect(found.method).toBe(method);
      expect(found.events[0]).toMatchObject({ uid: first?.uid, sequence: over.sequence, status });
    },
  );

  it('stands on the whole of a day that something is due, by summer and winter time, and takes nobody’s hours', () => {
    for (const [day, endsAt] of [
      ['2027-03-28', '2027-03-28T22:59:59.999Z'],
      ['2027-10-31', '2027-10-31T23:59:59.999Z'],
    ] as const) {
      const file = writeCalendar([sitting({ day, endsAt, free: true })], 'PUBLISH');
      expect(file).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}\r\n`);
      expect(file).toContain('TRANSP:TRANSPARENT');
      const event = read(file).events[0];
      const local = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });
      expect(local.format(new Date(event?.starts ?? ''))).toBe(day);
      expect(Date.parse(event?.ends ?? '') - Date.parse(event?.starts ?? '')).toBe(86_400_000);
    }
  });

  it('holds whatever a place may be called, and nothing that begins a line of its own', () => {
    const place = `Room 2\\3; ${'Ünïcödé, '.repeat(30)}\r\nEND:VEVENT`;
    const file = writeCalendar([sitting({ place })], 'REQUEST');
    expect(file.split('\r\n').filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(read(file).events[0]?.place.replaceAll('\r', '')).toBe(place.replaceAll('\r', ''));
  });
});
