import { findLooks, findRecord, mayAskLooks, type Tx } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { cursorText, isIdCursor, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { notPermitted } from '../problem.js';
import { audited, idOf } from '../view.js';
import { explainLooks } from './explain-looks.js';

const address = '/api/v1/children/:id/looks';
const schema = {
  params: idParams,
  tags: ['children'],
  querystring: dto(PageQuery),
  operationId: 'children.looks',
  summary: 'Who looked at a child, when and why, newest first',
  response: {
    200: shownSchema('LooksView', 'list', 'One page of looks'),
    ...answersOf(400, 401, 403, 404, 503),
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

/** `GET /api/v1/children/:id/looks`: asking is a look itself, and stands first in the next answer. */
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
}
