import { findOwnSequence, findRecord, findSittingTimes } from '@mase/store';
import type { AgendaItemStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { calendarFile, sendInvitation } from '../calendar-file.js';
import { answersOf, idParams } from '../description/answers.js';
import { itemEvent, peopleIn } from '../sittings/sitting-event.js';
import { audited, idOf } from '../view.js';

const schema = {
  tags: ['agenda-items'],
  operationId: 'agenda-items.invitation',
  summary: 'The invitation to one item of a sitting: its time alone, as an iCalendar file',
  params: idParams,
  response: { ...calendarFile, ...answersOf(401, 404, 503) },
};

/** `GET /api/v1/agenda-items/:id/invitation.ics`: a request, or a cancellation once the item left the agenda. */
export function itemInvitation(app: FastifyInstance): void {
  app.get('/api/v1/agenda-items/:id/invitation.ics', { schema }, async (request, reply) => {
    const id = idOf(request);
    const { partnershipId, userId } = request.reading;
    const act = { action: 'agenda-items/invitation', record: { kind: 'agendaItem', id } } as const;
    const event = await audited(app, request, act, async (tx) => {
      const item = (await findRecord(tx, 'agendaItem', id))?.record;
      const { sittingId = '' } = (item?.standing ?? {}) as Partial<AgendaItemStanding>;
      const found = item && (await findSittingTimes(app.store, partnershipId, { sittingId, userId }));
      const time = found?.times.get(id);
      if (!found || !time) return null;
      const told = { id, startsAt: time.from, endsAt: time.to };
      const shown = {
        ...itemEvent(found.sitting, told, peopleIn(found.people), userId),
        sequence: await findOwnSequence(tx, id),
        cancelled: found.off.has(id),
      };
      return { shown, persons: [] };
    });
    return sendInvitation(reply, 'item', event);
  });
}
