import { findClocks, type ListedClock } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { idPattern, isInstant } from '../fields.js';
import { cursorText, linkNext, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited } from '../view.js';
import { clockLines } from './clock-lines.js';
import { ClocksQuery, clocksAsked } from './clocks-query.js';

const isCursor = (value: unknown): value is { due: string; id: string } => {
  const { due, id } = (value ?? {}) as { due?: unknown; id?: unknown };
  return isInstant(due) && typeof id === 'string' && idPattern.test(id);
};

const tags = ['clocks'];
const schema = {
  querystring: dto(ClocksQuery),
  tags,
  operationId: 'clocks.list',
  summary:
    'Clocks on records that the reader reads the whole of, by kind, agency, owner, standing and due day, soonest due first, each with why it is due then',
  response: { 200: shownSchema('ClocksView', 'list', 'One page of clocks'), ...answersOf(400, 401, 503) },
};
const personsOf = (clocks: readonly ListedClock[]): string[] => [
  ...new Set(clocks.flatMap(({ persons }) => persons)),
];

/** `GET /api/v1/clocks`. */
export function clockRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: ClocksQuery }>('/api/v1/clocks', { schema }, async (request, reply) => {
    const limit = request.query.limit ?? usualLimit;
    const after = readCursor(request.query.after, isCursor);
    const asking = await askingOf(app, request);
    const asked = clocksAsked(request.query, asking.profile.timeZone);
    const view = await audited(app, request, { action: 'clocks/list' }, async (tx) => {
      const found = await findClocks(tx, { ...asked, after, limit: limit + 1 });
      const page = found.slice(0, limit);
      const last = found.length > limit ? page.at(-1) : undefined;
      const items = await clockLines(tx, page, asking, request.reading.partnershipId);
      const next = last ? cursorText({ due: last.due, id: last.id }) : null;
      const rules = Object.values(asking.profile.clocks).map(({ id, label }) => ({ rule: id, label }));
      return { shown: { items, rules, next }, persons: personsOf(page) };
    });
    linkNext(reply, request, view.next);
    return view;
  });
}
