import { findHistory, findNames, findRecordsById, type LookedAt, readsHistory } from '@mase/store';
import { lineWithoutSource, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { classesOf } from '../classes-of.js';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { cursorText, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { notPermitted } from '../problem.js';
import { audited, idOf } from '../view.js';

const schema = {
  querystring: dto(PageQuery),
  params: idParams,
  tags: ['history'],
  operationId: 'history.view',
  summary: 'What was accepted of a record: the command, when it happened, when it was recorded, by whom',
  response: {
    200: shownSchema('HistoryView', 'list', 'One page of the history, newest first'),
    ...answersOf(400, 401, 403, 404, 503),
  },
};

const isInstant = (value: unknown): value is { at: string } => {
  const { at } = (value ?? {}) as { at?: unknown };
  return typeof at === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at));
};

/** `GET /api/v1/history/:id`: for those who read the whole case. */
export function historyRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: PageQuery }>('/api/v1/history/:id', { schema }, async (request, reply) => {
    const id = idOf(request);
    const limit = request.query.limit ?? usualLimit;
    const before = readCursor(request.query.after, isInstant)?.at;
    const record: LookedAt = { kind: null, id };
    const act = { action: 'history/view', record };
    const view = await audited(app, request, act, async (tx) => {
      const [found] = await findRecordsById(tx, [id]);
      if (!found) return null;
      record.kind = found.kind;
      const lines = await findHistory(tx, { recordId: id, before, limit: limit + 1 });
      if (lines.length === 0 && before === undefined && !(await readsHistory(tx, id)))
        throw notPermitted('those who read the whole case');
      const asking = { actor: request.actor, now: app.store.clock() };
      const knowing = { classes: classesOf(found, asking), userId: asking.actor.userId };
      const page = lines.slice(0, limit).map((line) => lineWithoutSource(found.kind, line, knowing));
      const last = page.at(-1);
      const names = await findNames(
        tx,
        page.map((line) => line.actorId),
      );
      const next = lines.length > limit && last ? cursorText({ at: last.at }) : null;
      return { shown: { items: page, names, next }, persons: topicOf(found.kind).persons(found as never) };
    });
    linkNext(reply, request, view.next);
    return view;
  });
}
