import { findQueue, type QueueCursor } from '@mase/store';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { ProblemError } from '../problem.js';
import { audited } from '../view.js';

/** Where a page begins, and how long it is. */
export class WorkQueueQuery {
  @IsOptional()
  @IsString()
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

/** A page's end as an opaque text for the next page's address. */
function cursorText(cursor: QueueCursor): string {
  return Buffer.from(`${cursor.due} ${cursor.recordId}`).toString('base64url');
}

function readCursor(text: string | undefined): QueueCursor | undefined {
  if (text === undefined) return undefined;
  const [due = '', recordId = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  if (!Number.isNaN(Date.parse(due)) && /^[0-9a-f-]{36}$/.test(recordId)) return { due, recordId };
  throw new ProblemError({ status: 400, code: 'INVALID_BODY', title: 'The request has faults', detail: 'The page address is not one that this list gave.', errors: [{ pointer: '/after', code: 'cursor', detail: 'Not a page of this list.' }] });
}

/** `GET /api/v1/work-queue`: what waits for the reader, soonest first. */
export function workQueueRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: WorkQueueQuery }>(
    '/api/v1/work-queue',
    { schema: { querystring: dto(WorkQueueQuery), tags: ['work-queue'], operationId: 'work-queue.list', response: { 200: shownSchema('WorkQueueView', 'list', 'What waits, soonest first'), ...answersOf(400, 401, 503) } } },
    async (request, reply) => {
      const limit = request.query.limit ?? 25;
      const after = readCursor(request.query.after);
      const profile = await app.profileOf(request.reading);
      const now = app.store.clock();
      const view = await audited(app, request, { action: 'work-queue/list' }, async (tx) => {
        const items = await findQueue(tx, { principals: request.reading.principals, limit: limit + 1, ...(after ? { after } : {}) });
        const page = items.slice(0, limit);
        const last = page.at(-1);
        const next = items.length > limit && last ? cursorText({ due: last.due, recordId: last.recordId }) : null;
        const lines = page.map((item) => ({
          ...item,
          label: profile.clocks[item.step as keyof typeof profile.clocks]?.label ?? item.step,
          overdue: item.due < now,
        }));
        return { shown: { items: lines, next }, persons: page.flatMap((item) => (item.childId ? [item.childId] : [])) };
      });
      if (view.next) reply.header('link', `</api/v1/work-queue?limit=${limit}&after=${view.next}>; rel="next"`);
      return view;
    },
  );
}
