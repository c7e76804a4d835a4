import { findHistory, findNames, findRecordsById, type LookedAt } from '@mase/store';
import { type RecordKind, topicNamed, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
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

const isVersion = (value: unknown): value is { version: number } =>
  Number.isInteger((value as { version?: number } | null)?.version) &&
  (value as { version: number }).version < 2 ** 31;

const named = (name: string, but: readonly string[] = []) =>
  Object.keys(topicNamed(name).commands)
    .filter((verb) => !but.includes(verb))
    .map((verb) => `${name}/${verb}`);

/** The commands that tell of nothing but their own record, where a record knows of others that a reader may not see. */
const ownCommands: { [kind in RecordKind]?: readonly string[] } = {
  child: named('children'),
  sitting: named('sittings', ['add-item']),
};

/** `GET /api/v1/history/:id`: for those who read the whole case. */
export function historyRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: PageQuery }>('/api/v1/history/:id', { schema }, async (request, reply) => {
    const id = idOf(request);
    const limit = request.query.limit ?? usualLimit;
    const before = readCursor(request.query.after, isVersion)?.version;
    const record: LookedAt = { kind: null, id };
    const act = { action: 'history/view', record };
    const view = await audited(app, request, act, async (tx) => {
      const [found] = await findRecordsById(tx, [id]);
      if (!found) return null;
      record.kind = found.kind;
      const own = ownCommands[found.kind];
      const lines = await findHistory(tx, { recordId: id, own, before, limit: limit + 1 });
      const { length } =
        lines.length > 0 || before !== undefined ? lines : await findHistory(tx, { recordId: id, limit: 1 });
      if (length === 0 && before === undefined) throw notPermitted('those who read the whole case');
      const page = lines.slice(0, limit);
      const last = page.at(-1);
      const names = await findNames(
        tx,
        page.map((line) => line.actorId),
      );
      const next = lines.length > limit && last ? cursorText({ version: last.version }) : null;
      return { shown: { items: page, names, next }, persons: topicOf(found.kind).persons(found as never) };
    });
    linkNext(reply, request, view.next);
    return view;
  });
}
