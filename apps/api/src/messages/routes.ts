import { findMessages } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { clockLabel } from '../clock-label.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { idPattern, isInstant } from '../fields.js';
import { cursorText, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited } from '../view.js';
import { openMessageRoute } from './open.js';
import { preferenceRoutes } from './preference.js';

const schema = {
  querystring: dto(PageQuery),
  tags: ['messages'],
  operationId: 'messages.list',
  summary: 'Messages to the reader, newest first',
  response: { 200: shownSchema('MessagesView', 'list', 'One page of messages'), ...answersOf(400, 401, 503) },
};

function isCursor(value: unknown): value is { at: string; id: string } {
  const { at, id } = (value ?? {}) as { at?: unknown; id?: unknown };
  return isInstant(at) && typeof id === 'string' && idPattern.test(id);
}

/** `GET /api/v1/messages`: to the reader, his or her roles and teams; one of them; and how the reader is told. */
export function messageRoutes(app: FastifyInstance, sendsMail: boolean): void {
  openMessageRoute(app);
  preferenceRoutes(app, sendsMail);
  app.get<{ Querystring: PageQuery }>('/api/v1/messages', { schema }, async (request, reply) => {
    const limit = request.query.limit ?? usualLimit;
    const before = readCursor(request.query.after, isCursor);
    const { profile } = await askingOf(app, request);
    const view = await audited(app, request, { action: 'messages/list' }, async (tx) => {
      const { principals } = request.reading;
      const lines = await findMessages(tx, { principals, before, limit: limit + 1 });
      const page = lines.slice(0, limit);
      const last = page.at(-1);
      const next = lines.length > limit && last ? cursorText({ at: last.at, id: last.id }) : null;
      const items = page.map(({ about: { persons: _persons, ...about }, rule, ...line }) => ({
        ...line,
        clock: clockLabel(profile, rule),
        about,
      }));
      return { shown: { items, next }, persons: page.flatMap(({ about }) => about.persons) };
    });
    linkNext(reply, request, view.next);
    return view;
  });
}
