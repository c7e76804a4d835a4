import { createHash } from 'node:crypto';
import type { CalendarEvent } from '@mase/exchange';
import { countClocks, findQueue, type QueueItem } from '@mase/store';
import { instantMs, instantOf, localDate, type Profile } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { calendarFile, sendCalendar } from '../calendar-file.js';
import { answersOf } from '../description/answers.js';
import { askingOf, audited } from '../view.js';
import { stepLabel } from './step-label.js';

const schema = {
  tags: ['work-queue'],
  operationId: 'work-queue.calendar',
  summary:
    'When what waits for the reader is due, as an iCalendar file: what kind of step, and nothing of whom or which record',
  response: { ...calendarFile, ...answersOf(401, 503) },
};

/** How long before its hour a step stands in the calendar that is due at one. */
const beforeMs = 30 * 60_000;

/** The same for one step on one record, in every file; nobody reads the record's id in it. */
const uidOf = ({ recordId, step }: QueueItem): string =>
  `${createHash('sha256').update(`${recordId} ${step}`).digest('hex').slice(0, 32)}@mase`;

function eventOf(
  item: QueueItem,
  about: { profile: Profile; now: string; sequence: number; site: string | null },
): CalendarEvent {
  const { profile, now, sequence, site } = about;
  const rule = profile.clocks[item.step as keyof Profile['clocks']];
  const hour = rule && 'unit' in rule && rule.unit === 'hours';
  return {
    uid: uidOf(item),
    sequence,
    changedAt: now,
    startsAt: instantOf(instantMs(item.due) - beforeMs),
    endsAt: item.due,
    ...(hour ? {} : { day: localDate(item.due, profile.timeZone) }),
    free: true,
    summary: `Due: ${stepLabel(item.step, profile)}`,
    description:
      'What it is about stands in your list of work, after you sign in; nothing of it stands here.',
    place: '',
    link: site ? new URL('/', site).href : null,
    cancelled: false,
    organizer: null,
    attendee: null,
  };
}

/**
 * `GET /api/v1/work-queue.ics`: due dates as a calendar file, audited like any look. Every entry leads to the list of work at
 * the `site` where people reach the web, where one is set.
 */
export function workCalendarRoutes(app: FastifyInstance, site: string | null): void {
  app.get('/api/v1/work-queue.ics', { schema }, async (request, reply) => {
    const { profile, now } = await askingOf(app, request);
    const events = await audited(app, request, { action: 'work-queue/calendar' }, async (tx) => {
      const { principals } = request.reading;
      // All of it: whoever has much overdue is told of what lies ahead as well.
      const items = await findQueue(tx, { principals, limit: null });
      const counts = await countClocks(
        tx,
        items.map(({ recordId }) => recordId),
      );
      const all = items.map((item) => {
        const sequence = counts.get(`${item.recordId} ${item.step}`) ?? 0;
        return eventOf(item, { profile, now, sequence, site });
      });
      // A step that waits for somebody and for the team as well stands there once.
      const shown = all.filter(({ uid }, index) => all.findIndex((one) => one.uid === uid) === index);
      return { shown, persons: [] };
    });
    return sendCalendar(reply, 'due', events);
  });
}
