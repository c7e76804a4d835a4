import { findNames, findRecord } from '@mase/store';
import type { AccessRequestStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { cursorText, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { audited, idOf } from '../view.js';
import { readBundle } from './response-parts.js';

const schema = {
  querystring: dto(PageQuery),
  params: idParams,
  tags: ['access-requests'],
  operationId: 'access-requests.bundle',
  summary:
    'The items of a bundle with their text, as far as the reader reads it now, and what is decided of each',
  response: {
    200: shownSchema('AccessBundleView', 'list', 'One page of items'),
    ...answersOf(400, 401, 404, 503),
  },
};

const isPlace = (value: unknown): value is { place: number } =>
  Number.isInteger((value as { place?: number } | null)?.place);

/** `GET /api/v1/access-requests/:id/bundle`. */
export function getBundle(app: FastifyInstance): void {
  app.get<{ Querystring: PageQuery }>(
    '/api/v1/access-requests/:id/bundle',
    { schema },
    async (request, reply) => {
      const id = idOf(request);
      const limit = request.query.limit ?? usualLimit;
      const from = readCursor(request.query.after, isPlace)?.place ?? 0;
      const act = { action: 'access-requests/bundle', record: { kind: 'accessRequest' as const, id } };
      const view = await audited(app, request, act, async (tx) => {
        const opened = await findRecord(tx, 'accessRequest', id);
        if (!opened) return null;
        const { childId } = opened.record.standing as AccessRequestStanding;
        const { bundle, texts } = await readBundle(tx, opened);
        const page = bundle.items.slice(from, from + limit);
        const items = page.map(({ id: item, kind, record, agencyId, happened, digest, length }) => {
          const now = texts.get(item);
          const same = now?.digest === digest;
          const { digest: _digest, ...decided } = bundle.decided.get(item) ?? { digest };
          return {
            ...{ id: item, kind, record, agencyId, happened, length },
            // What changed since, or is not read by this reader, is not shown under the mark of what was gathered.
            text: same ? now.text : null,
            decided: bundle.decided.has(item) ? decided : null,
          };
        });
        const names = await findNames(
          tx,
          items.map(({ agencyId }) => agencyId),
        );
        const next = from + limit < bundle.items.length ? cursorText({ place: from + limit }) : null;
        const all = bundle.items.length;
        return { shown: { items, names, all, next }, persons: childId ? [childId] : [] };
      });
      linkNext(reply, request, view.next);
      return view;
    },
  );
}
