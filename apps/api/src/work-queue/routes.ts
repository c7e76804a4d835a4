import { findCautioned, findQueue, type QueueCursor } from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Id, idPattern, isInstant, Optional } from '../fields.js';
import { cursorText, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { postsShown } from '../sessions/posts-shown.js';
import { askingOf, audited } from '../view.js';
import { stepLabel } from './step-label.js';

function isQueueCursor(value: unknown): value is QueueCursor {
  const { due, recordId } = (value ?? {}) as { due?: unknown; recordId?: unknown };
  return isInstant(due) && typeof recordId === 'string' && idPattern.test(recordId);
}

/** Whose list is asked for: the reader’s with all that he or she holds for others, or one that is held for another. */
export class WorkQueueQuery extends PageQuery {
  @Optional()
  @Id()
  of?: string;
}

const schema = {
  querystring: dto(WorkQueueQuery),
  tags: ['work-queue'],
  operationId: 'work-queue.list',
  summary: 'What waits for the reader, soonest first',
  response: { 200: shownSchema('WorkQueueView', 'list', 'One page of work'), ...answersOf(400, 401, 503) },
};

/** Whose work a line is that the reader holds for another; null where it is the reader’s own. */
function heldFor({ session, actor }: FastifyRequest, principal: string): { id: string; name: string } | null {
  const [, id] = /^(?:user|named):(.+)$/.exec(principal) ?? [];
  if (id === undefined || id === actor.userId) return null;
  return { id, name: session?.cover.people.find((one) => one.id === id)?.standing.name ?? '' };
}

/** `GET /api/v1/work-queue`: what waits for the reader, soonest first. */
export function workQueueRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: WorkQueueQuery }>('/api/v1/work-queue', { schema }, async (request, reply) => {
    const limit = request.query.limit ?? usualLimit;
    const after = readCursor(request.query.after, isQueueCursor);
    const { profile, now } = await askingOf(app, request);
    const view = await audited(app, request, { action: 'work-queue/list' }, async (tx) => {
      const { of } = request.query;
      const principals = request.reading.principals.filter(
        (one) => !of || one === `user:${of}` || one === `named:${of}`,
      );
      const items = await findQueue(tx, { principals, limit: limit + 1, ...(after ? { after } : {}) });
      const page = items.slice(0, limit);
      const last = page.at(-1);
      const next =
        items.length > limit && last ? cursorText({ due: last.due, recordId: last.recordId }) : null;
      const cautioned = await findCautioned(
        tx,
        page.map(({ persons: [first] }) => first),
      );
      const lines = page.map(({ persons: [first], ...item }) => ({
        ...item,
        // Whoever does not see the child’s record may read the caution on the case all the same.
        cautions: cautioned.get(first ?? '') ?? [],
        label: stepLabel(item.step, profile),
        overdue: item.due < now,
        heldFor: heldFor(request, item.principal),
      }));
      return {
        shown: { items: lines, next, posts: postsShown(request) },
        persons: page.flatMap((item) => item.persons),
      };
    });
    linkNext(reply, request, view.next);
    return view;
  });
}
