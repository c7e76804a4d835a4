import type { CalendarEvent, CalendarPerson } from '@mase/exchange';
import type { SittingStanding, StoredRecord, UserStanding } from '@mase/workflow';

/** A sitting as it is stored. */
export type Sitting = StoredRecord<SittingStanding>;

/** Accounts as a calendar names them, by id. */
export function peopleIn(accounts: readonly StoredRecord[]): Map<string, CalendarPerson> {
  return new Map(
    accounts.map(({ id, standing }) => {
      const { name, email } = standing as UserStanding;
      return [id, { name, email }];
    }),
  );
}

/** What an invitation says: panel, time, place, chair. Nothing of the agenda, as calendars lie open. */
export function sittingEvent(
  { id, at, state, standing }: Sitting,
  people: ReadonlyMap<string, CalendarPerson>,
  readerId: string | null,
): CalendarEvent {
  const { panel, startsAt, endsAt, place, link = null, chairId, chairName, cancelled } = standing;
  const words = [
    `Chair: ${chairName}.`,
    ...(link ? [`Join: ${link}`] : []),
    'Agenda and papers are read after signing in; nothing of them stands here.',
    ...(cancelled === null ? [] : ['This sitting is cancelled.']),
  ];
  return {
    uid: `${id}@mase`,
    sequence: standing.sequence ?? 0,
    changedAt: standing.changedAt ?? at,
    startsAt,
    endsAt,
    summary: panel,
    description: words.join('\n'),
    place,
    link,
    cancelled: state === 'cancelled',
    organizer: people.get(chairId) ?? null,
    attendee: people.get(readerId ?? '') ?? null,
  };
}

/** What an invitation to one item says: the same, with the time of that item alone; not which item it is. */
export function itemEvent(
  sitting: Sitting,
  { id, startsAt, endsAt }: { id: string; startsAt: string; endsAt: string },
  people: ReadonlyMap<string, CalendarPerson>,
  readerId: string | null,
): CalendarEvent {
  const event = sittingEvent(sitting, people, readerId);
  return {
    ...event,
    ...{
      uid: `${id}@mase`,
      startsAt: utc(startsAt),
      endsAt: utc(endsAt),
      summary: `${event.summary}: one item`,
    },
    description: `You are asked to come for one item of this sitting, at the time of this entry.\n${event.description}`,
  };
}

const utc = (instant: string) => new Date(instant).toISOString();
