import type { CalendarPerson } from '@mase/exchange';
import { findClasses, findRecord, findRecordsById, listRecords, type Tx } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { calendarFile, sendCalendar, sendInvitation } from '../calendar-file.js';
import { answersOf, idParams } from '../description/answers.js';
import { audited, idOf } from '../view.js';
import { isGuest } from './guests.js';
import { peopleIn, type Sitting, sittingEvent } from './sitting-event.js';

const ofOne = {
  tags: ['sittings'],
  operationId: 'sittings.invitation',
  summary: 'The invitation to a sitting for whoever asks: a request, or a cancellation, as an iCalendar file',
  params: idParams,
  response: { ...calendarFile, ...answersOf(401, 404, 503) },
};
const ofAll = {
  tags: ['sittings'],
  operationId: 'sittings.calendar',
  summary: 'The sittings to come that the reader sees, as one iCalendar file',
  response: { ...calendarFile, ...answersOf(401, 503) },
};

/** So many sittings stand in one calendar: two years of weekly ones. */
const most = 100;
const ahead = ['scheduled', 'agendaOpen', 'papersIssued', 'inSession', 'cancelled'];

async function peopleOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, CalendarPerson>> {
  const found = await findRecordsById(tx, [...new Set(ids.filter((id): id is string => Boolean(id)))]);
  return peopleIn(found);
}

/** `GET /api/v1/sittings/:id/invitation.ics` and `GET /api/v1/sittings.ics`: calendar files, audited like any look. */
export function sittingCalendars(app: FastifyInstance): void {
  app.get('/api/v1/sittings/:id/invitation.ics', { schema: ofOne }, async (request, reply) => {
    const id = idOf(request);
    const act = { action: 'sittings/invitation', record: { kind: 'sitting', id } } as const;
    const event = await audited(app, request, act, async (tx) => {
      const record = (await findRecord(tx, 'sitting', id))?.record as Sitting | undefined;
      // Whoever comes for single items has an invitation to each, and none to the whole.
      if (!record || isGuest((await findClasses(tx, [id])).get(id) ?? [])) return null;
      const { userId } = request.actor;
      const people = await peopleOf(tx, [record.standing.chairId, userId]);
      return { shown: sittingEvent(record, people, userId), persons: [] };
    });
    return sendInvitation(reply, 'sitting', event);
  });
  app.get('/api/v1/sittings.ics', { schema: ofAll }, async (request, reply) => {
    const events = await audited(app, request, { action: 'sittings/calendar' }, async (tx) => {
      const { rows } = await listRecords(tx, {
        kind: 'sitting',
        phases: ahead,
        sort: '-opened',
        limit: most,
      });
      const sittings = rows.map(({ record }) => record as Sitting);
      const people = await peopleOf(
        tx,
        sittings.map(({ standing }) => standing.chairId),
      );
      return { shown: sittings.map((one) => sittingEvent(one, people, null)), persons: [] };
    });
    return sendCalendar(reply, 'sittings', events);
  });
}
