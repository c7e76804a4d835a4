import { type CalendarEvent, type CalendarMethod, writeCalendar } from '@mase/exchange';
import type { FastifyReply } from 'fastify';
import type { Schema } from './description/schema.js';

/** How a calendar file is described. */
export const calendarFile: { 200: Schema } = {
  200: { type: 'null', description: 'An iCalendar file (RFC 5545) as text/calendar' },
};

/** Answers with events as a calendar file (`name` without its ending), published for whoever takes it over. */
export function sendCalendar(
  reply: FastifyReply,
  name: string,
  events: readonly CalendarEvent[],
): FastifyReply {
  return send(reply, name, events, 'PUBLISH');
}

/** Answers with an invitation to one event as a calendar file: a request, or its cancellation. */
export function sendInvitation(reply: FastifyReply, kind: string, event: CalendarEvent): FastifyReply {
  const name = `${kind}-${event.startsAt.slice(0, 10)}`;
  return send(reply, name, [event], event.cancelled ? 'CANCEL' : 'REQUEST');
}

function send(
  reply: FastifyReply,
  name: string,
  events: readonly CalendarEvent[],
  method: CalendarMethod,
): FastifyReply {
  return reply
    .type(`text/calendar; charset=utf-8; method=${method}`)
    .header('content-disposition', `attachment; filename="${name}.ics"`)
    .send(writeCalendar(events, method));
}
