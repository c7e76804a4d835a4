import {
  findIdsOfKind,
  findIdsOverdueAt,
  findRecordsAsTheyWere,
  findSealedBefore,
  type SealedPosition,
  type Tx,
} from '@mase/store';
import { isOpenAt, type StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Instant, OneOf, Optional } from '../fields.js';
import { cursorText, isIdCursor, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { invalid } from '../problem.js';
import { askingOf, audited } from '../view.js';
import { linesAsTheyWere, listedKinds, personsOf } from './line.js';

/** Which list is asked, as at which instant. */
export class AsItWasQuery extends PageQuery {
  @Instant()
  asOf: string;

  /** Of which kind; of every kind where it is left out, but only what was overdue. */
  @Optional()
  @OneOf(listedKinds)
  kind?: (typeof listedKinds)[number];

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
  if (only === 'open') return isOpenAt(record, at);
  return only !== 'overdue' || record.standing.clocks.some(({ due }) => due < at);
}

/** Refuses (400) a list of every kind, but for what was overdue. */
function demandKind({ kind, only }: AsItWasQuery): void {
  if (kind === undefined && only !== 'overdue')
    throw invalid('Say which list.', [
      { pointer: '/kind', code: 'kind', detail: 'Only what was overdue can be asked of every list at once.' },
    ]);
}

/** One page of ids of what may have been on the list at a sealed position: what its history says decides. */
function idsAsked(tx: Tx, sealed: SealedPosition, query: AsItWasQuery): Promise<string[]> {
  const { kind = null, only, limit = usualLimit } = query;
  const after = readCursor(query.after, isIdCursor)?.id ?? null;
  if (kind === null || only === 'overdue') return findIdsOverdueAt(tx, { at: sealed.at, kind, after, limit });
  return findIdsOfKind(tx, { kind, after, limit });
}

/** `GET /api/v1/as-it-was`: a page holds what was on the books among so many records, and may be shorter than asked for. */
export function listAsItWas(app: FastifyInstance): void {
  app.get<{ Querystring: AsItWasQuery }>('/api/v1/as-it-was', { schema }, async (request, reply) => {
    const { asOf, only, limit = usualLimit } = request.query;
    demandKind(request.query);
    const asking = await askingOf(app, request);
    const act = { action: 'as-it-was/list', oneSnapshot: true };
    const view = await audited(app, request, act, async (tx) => {
      const sealed = await findSealedBefore(tx, asOf);
      const ids = sealed ? await idsAsked(tx, sealed, request.query) : [];
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
