/** Somebody in a calendar file: the name that is shown, and the address that tells people apart. */
export interface CalendarPerson {
  name: string;
  email: string;
}

/** What a calendar file asks of the program that reads it. */
export const calendarMethods = ['PUBLISH', 'REQUEST', 'CANCEL'] as const;
/** One of these. */
export type CalendarMethod = (typeof calendarMethods)[number];

/** One meeting. Instants are ISO 8601 in UTC. */
export interface CalendarEvent {
  /** The same in every version of the invitation. */
  uid: string;
  /** How often it has changed: a higher one replaces a lower. */
  sequence: number;
  changedAt: string;
  startsAt: string;
  endsAt: string;
  /** The day (YYYY-MM-DD) in the place of its hours, where it is about a whole day. */
  day?: string;
  /** Whether the time is shown as free: something is due, and nobody meets. */
  free?: boolean;
  summary: string;
  description: string;
  place: string;
  link: string | null;
  cancelled: boolean;
  organizer: CalendarPerson | null;
  attendee: CalendarPerson | null;
}

/** A line ends by the book, and so it is not part of a value. */
const newline = '\r\n';
/** RFC 5545 3.1: no line is longer than these octets. */
const longestLine = 75;

/** RFC 5545 3.3.11: what a text may not hold as it is. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** RFC 5545 3.2: a parameter in quotes holds neither a quote nor a control. */
function quoted(text: string): string {
  return `"${text.replace(/"/g, '’').replace(/\p{Cc}/gu, ' ')}"`;
}

function instant(at: string): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

const person = (property: string, { name, email }: CalendarPerson, params = ''): string =>
  `${property};CN=${quoted(name)}${params}:mailto:${encodeURI(email)}`;

/** A line in pieces of at most 75 octets, never within a character. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > longestLine) {
      pieces.push(piece);
      piece = ' ';
      size = 1;
    }
    piece += character;
    size += octets;
  }
  return [...pieces, piece].join(newline);
}

function eventLines(event: CalendarEvent): string[] {
  const { organizer, attendee, link, cancelled } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${instant(event.changedAt)}`,
    `LAST-MODIFIED:${instant(event.changedAt)}`,
    ...(event.day === undefined
      ? [`DTSTART:${instant(event.startsAt)}`, `DTEND:${instant(event.endsAt)}`]
      : // RFC 5545 3.6.1: a day without an end is that day alone.
        [`DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`]),
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `LOCATION:${escaped(event.place)}`,
    ...(link ? [`URL:${link}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${event.free ? 'TRANSPARENT' : 'OPAQUE'}`,
    'CLASS:PRIVATE',
    ...(organizer ? [person('ORGANIZER', organizer)] : []),
    ...(attendee
      ? [person('ATTENDEE', attendee, ';ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE')]
      : []),
    'END:VEVENT',
  ];
}

/**
 * Writes meetings as an iCalendar file (RFC 5545; a request or cancellation by RFC 5546 is of one meeting). Times stand
 * in UTC: every reader shows them by its own wall, whatever change of the clocks lies between.
 */
export function writeCalendar(events: readonly CalendarEvent[], method: CalendarMethod): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//MASE//Sittings and due dates//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => folded(line) + newline).join('');
}
