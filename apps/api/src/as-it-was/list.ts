import { findIdsOfKind, findRecordsAsTheyWere, findSealedBefore } from '@mase/store';
import { type StoredRecord, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Instant, OneOf, Optional } from '../fields.js';
import { cursorText, isIdCursor, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited } from '../view.js';
import { linesAsTheyWere, listedKinds, personsOf } from './line.js';

/** Which list is asked, as at which instant. */
export class AsItWasQuery extends PageQuery {
  @Instant()
  asOf: string;

  @OneOf(listedKinds)
  kind: (typeof listedKinds)[number];

  /** Only what was open then, or only that on which a clock was overdue then. */
  @Optional()
  @OneOf(['open', 'overdue'])
  only?: 'open' | 'overdue';
}

const schema = {
  querystring: dto(AsItWasQuery),
  tags: ['as-it-was'],
  operationId: 'as-it-was.list',
  summary:
    'A list as it was at a past instant: at the last sealed position before it, of records whose history the reader reads',
  response: {
    200: shownSchema('AsItWasListView', 'list', 'One page, in the order in which records were made'),
    ...answersOf(400, 401, 503),
  },
};

/** Whether a record as it was at a sealed instant is among those that are asked for. */
function isAsked(record: StoredRecord, only: AsItWasQuery['only'], at: string): boolean {
  if (only === 'open') return !topicOf(record.kind).summary(record.standing as never, record.state).closedAt;
  return only !== 'overdue' || record.standing.clocks.some(({ due }) => due < at);
}

/** `GET /api/v1/as-it-was`: a page holds what was on the books among so many records, and may be shorter than asked for. */
export function listAsItWas(app: FastifyInstance): void {
  app.get<{ Querystring: AsItWasQuery }>('/api/v1/as-it-was', { schema }, async (request, reply) => {
    const { asOf, kind, only } = request.query;
    const limit = request.query.limit ?? usualLimit;
    const after = readCursor(request.query.after, isIdCursor)?.id ?? null;
    const asking = await askingOf(app, request);
    const act = { action: 'as-it-was/list', oneSnapshot: true };
    const view = await audited(app, request, act, async (tx) => {
      const sealed = await findSealedBefore(tx, asOf);
      const overdueAt = sealed && only === 'overdue' ? sealed.at : null;
      const ids = sealed ? await findIdsOfKind(tx, { kind, after, limit, overdueAt }) : [];
      const found = sealed ? await findRecordsAsTheyWere(tx, sealed, ids) : [];
      const records = found.filter((one) => sealed && isAsked(one, only, sealed.at));
      const items = sealed ? await linesAsTheyWere(tx, records, asking, sealed.at) : [];
      const last = ids.at(-1);
      const next = ids.length === limit && last ? cursorText({ id: last }) : null;
      return { shown: { asOf, sealed, items, next }, persons: personsOf(records) };
    });
    linkNext(reply, request, view.next);
    return view;
  });
}
