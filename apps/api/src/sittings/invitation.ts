import { type CalendarEvent, type CalendarPerson, writeCalendar } from '@mase/exchange';
import { findRecord, findRecordsById, listRecords, type Tx } from '@mase/store';
import type { SittingStanding, StoredRecord, UserStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams } from '../description/answers.js';
import { audited, idOf } from '../view.js';

const file = {
  200: { type: 'null', description: 'An iCalendar file (RFC 5545) as text/calendar' },
};
const ofOne = {
  tags: ['sittings'],
  operationId: 'sittings.invitation',
  summary: 'The invitation to a sitting for whoever asks: a request, or a cancellation, as an iCalendar file',
  params: idParams,
  response: { ...file, ...answersOf(401, 404, 503) },
};
const ofAll = {
  tags: ['sittings'],
  operationId: 'sittings.calendar',
  summary: 'The sittings to come that the reader sees, as one iCalendar file',
  response: { ...file, ...answersOf(401, 503) },
};

/** So many sittings stand in one calendar: two years of weekly ones. */
const most = 100;
const ahead = ['scheduled', 'agendaOpen', 'papersIssued', 'inSession', 'cancelled'];

type Sitting = StoredRecord<SittingStanding>;

async function peopleOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, CalendarPerson>> {
  const found = await findRecordsById(tx, [...new Set(ids.filter((id): id is string => Boolean(id)))]);
  return new Map(
    found.map(({ id, standing }) => {
      const { name, email } = standing as UserStanding;
      return [id, { name, email }];
    }),
  );
}

/** What an invitation says: panel, time, place, chair. Nothing of the agenda, as calendars lie open. */
function eventOf(
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

/** `GET /api/v1/sittings/:id/invitation.ics` and `GET /api/v1/sittings.ics`: calendar files, audited like any look. */
export function sittingCalendars(app: FastifyInstance): void {
  app.get('/api/v1/sittings/:id/invitation.ics', { schema: ofOne }, async (request, reply) => {
    const id = idOf(request);
    const act = { action: 'sittings/invitation', record: { kind: 'sitting', id } } as const;
    const event = await audited(app, request, act, async (tx) => {
      const record = (await findRecord(tx, 'sitting', id))?.record as Sitting | undefined;
      if (!record) return null;
      const { userId } = request.actor;
      const people = await peopleOf(tx, [record.standing.chairId, userId]);
      return { shown: eventOf(record, people, userId), persons: [] };
    });
    return reply
      .type(`text/calendar; charset=utf-8; method=${event.cancelled ? 'CANCEL' : 'REQUEST'}`)
      .header('content-disposition', `attachment; filename="sitting-${event.startsAt.slice(0, 10)}.ics"`)
      .send(writeCalendar([event], event.cancelled ? 'CANCEL' : 'REQUEST'));
  });
  app.get('/api/v1/sittings.ics', { schema: ofAll }, async (request, reply) => {
    const events = await audited(app, request, { action: 'sittings/calendar' }, async (tx) => {
      const { rows } = await listRecords(tx, { kind: 'sitting', phases: ahead, sort: 'opened', limit: most });
      const sittings = rows.map(({ record }) => record as Sitting);
      const people = await peopleOf(
        tx,
        sittings.map(({ standing }) => standing.chairId),
      );
      return { shown: sittings.map((one) => eventOf(one, people, null)), persons: [] };
    });
    return reply
      .type('text/calendar; charset=utf-8; method=PUBLISH')
      .header('content-disposition', 'attachment; filename="sittings.ics"')
      .send(writeCalendar(events, 'PUBLISH'));
  });
}
