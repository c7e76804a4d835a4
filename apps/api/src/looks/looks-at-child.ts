import { findLooks, findRecord, type LookLine, mayAskLooks, type Tx } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { cursorText, isIdCursor, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { notPermitted } from '../problem.js';
import { csvText, sendCsv } from '../report-of-days.js';
import { audited, idOf } from '../view.js';
import { explainLooks, type LookView } from './explain-looks.js';

const address = '/api/v1/children/:id/looks';
const shared = { params: idParams, tags: ['children'] };
const schema = {
  ...shared,
  querystring: dto(PageQuery),
  operationId: 'children.looks',
  summary: 'Who looked at a child, when and why, newest first',
  response: {
    200: shownSchema('LooksView', 'list', 'One page of looks'),
    ...answersOf(400, 401, 403, 404, 503),
  },
};
const fileSchema = {
  ...shared,
  operationId: 'children.looksFile',
  summary: 'Who looked at a child, when and why, as CSV: the newest 20,000 looks',
  response: {
    200: { type: 'null', description: 'The looks as text/csv, newest first' },
    ...answersOf(401, 403, 404, 503),
  },
};

/** Those who may ask; the database holds to the same. */
const whoMay =
  'the manager of a team that holds the child’s case, information governance, the Caldicott guardian or an auditor';

async function demandMayAsk(tx: Tx, id: string): Promise<boolean> {
  if (!(await findRecord(tx, 'child', id))) return false;
  if (!(await mayAskLooks(tx, id))) throw notPermitted(whoMay);
  return true;
}

const most = 20_000;
const atOnce = 500;

/** `GET /api/v1/children/:id/looks`, and the same as a file: asking is a look itself, and stands first in the next answer. */
export function looksAtChild(app: FastifyInstance): void {
  app.get<{ Querystring: PageQuery }>(address, { schema }, async (request, reply) => {
    const id = idOf(request);
    const limit = request.query.limit ?? usualLimit;
    const before = readCursor(request.query.after, isIdCursor)?.id;
    const act = { action: 'children/looks', record: { kind: 'child', id } as const };
    const view = await audited(app, request, act, async (tx) => {
      if (!(await demandMayAsk(tx, id))) return null;
      const lines = await findLooks(tx, { personId: id, before, limit: limit + 1 });
      const page = lines.slice(0, limit);
      const last = page.at(-1);
      const next = lines.length > limit && last ? cursorText({ id: last.id }) : null;
      return { shown: { items: await explainLooks(tx, id, page), next }, persons: [id] };
    });
    linkNext(reply, request, view.next);
    return view;
  });
  app.get(`${address}.csv`, { schema: fileSchema }, async (request, reply) => {
    const id = idOf(request);
    const act = { action: 'children/looks', record: { kind: 'child', id } as const };
    const text = await audited(app, request, act, async (tx) => {
      if (!(await demandMayAsk(tx, id))) return null;
      return { shown: await csvText(columns, records(allLooks(tx, id))), persons: [id] };
    });
    return sendCsv(reply, 'who-looked.csv', text);
  });
}

async function* allLooks(tx: Tx, id: string): AsyncGenerator<LookView> {
  let before: string | undefined;
  for (let count = 0; count < most; count += atOnce) {
    const lines: LookLine[] = await findLooks(tx, { personId: id, before, limit: atOnce });
    yield* await explainLooks(tx, id, lines);
    before = lines.at(-1)?.id;
    if (lines.length < atOnce) return;
  }
}

const columns = ['when', 'who', 'agency', 'roles', 'what', 'why', 'shown'];

async function* records(looks: AsyncIterable<LookView>) {
  for await (const one of looks)
    yield {
      when: one.at,
      who: one.name,
      agency: one.agencyName ?? '',
      roles: one.roles.join('; '),
      what: one.what,
      why: one.why,
      shown: one.refused ? 'no' : 'yes',
    };
}
