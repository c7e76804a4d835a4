import { findClocks, type ListedClock, type Tx } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { idPattern, isInstant } from '../fields.js';
import { cursorText, linkNext, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { csvText, fileAnswers, sendCsv } from '../report-of-days.js';
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
const fileSchema = {
  querystring: dto(ClocksQuery),
  tags,
  operationId: 'clocks.file',
  summary: 'The same clocks as CSV, without names, 20,000 at most',
  response: fileAnswers('The clocks as text/csv, soonest due first'),
};

const personsOf = (clocks: readonly ListedClock[]): string[] => [
  ...new Set(clocks.flatMap(({ persons }) => persons)),
];

const most = 20_000;
const atOnce = 500;

async function everyClock(tx: Tx, asked: ReturnType<typeof clocksAsked>): Promise<ListedClock[]> {
  const clocks: ListedClock[] = [];
  let page: ListedClock[];
  do {
    const last = clocks.at(-1);
    page = await findClocks(tx, { ...asked, ...(last ? { after: last } : {}), limit: atOnce });
    clocks.push(...page);
  } while (page.length === atOnce && clocks.length < most);
  return clocks;
}

const columns = [
  ...['clock', 'standing', 'due', 'started', 'ended', 'reason', 'why this date'],
  ...['kind of record', 'reference', 'owner', 'record'],
];

async function* cells(lines: Awaited<ReturnType<typeof clockLines>>) {
  for (const { record, why, ...line } of lines)
    yield {
      clock: line.label,
      standing: line.stands,
      due: line.due,
      started: line.start,
      ended: line.ended ?? '',
      reason: line.reason ?? '',
      'why this date': why.join(' '),
      'kind of record': record.kind,
      reference: record.reference ?? '',
      owner: record.ownerName ?? '',
      record: record.id,
    };
}

/** `GET /api/v1/clocks` and `/api/v1/clocks.csv`. */
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
  app.get<{ Querystring: ClocksQuery }>(
    '/api/v1/clocks.csv',
    { schema: fileSchema },
    async (request, reply) => {
      const asking = await askingOf(app, request);
      const asked = clocksAsked(request.query, asking.profile.timeZone);
      const text = await audited(app, request, { action: 'clocks/file' }, async (tx) => {
        const clocks = await everyClock(tx, asked);
        const lines = await clockLines(tx, clocks, asking, request.reading.partnershipId);
        return { shown: await csvText(columns, cells(lines)), persons: personsOf(clocks) };
      });
      return sendCsv(reply, 'clocks.csv', text);
    },
  );
}
