import { findSavedViews, forgetSavedView, keepSavedView, mostSavedViews, reading } from '@mase/store';
import { Matches } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Optional, Text } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { notVisible, ProblemError } from '../problem.js';
import { idOf } from '../view.js';

const pagePattern = /^[a-z-]{1,40}\/[a-z-]{1,40}$/;
const queryPattern = /^[A-Za-z0-9=&%+._~-]{0,1000}$/;

/** Of which page the reader's views are asked for. */
export class SavedViewsQuery {
  @Optional()
  @Matches(pagePattern, { message: 'Give a page, such as child-cases/list.' })
  page?: string;
}

/** A view of a list: which page, under which name, with which filters. */
export class SaveViewBody {
  @Matches(pagePattern, { message: 'Give a page, such as child-cases/list.' })
  page: string;

  @Text(60)
  name: string;

  /** The filters as the page's address has them. */
  @Matches(queryPattern, { message: 'Give the filters as an address has them, 1,000 characters at most.' })
  query: string;
}

const tags = ['saved-views'];

const full = () =>
  new ProblemError({
    title: 'Too many views',
    status: 409,
    code: 'TOO_MANY_VIEWS',
    detail: `You keep ${mostSavedViews} views of this list, which is as many as may be kept. Remove one first.`,
  });

/** Views of lists that somebody keeps for himself or herself: not commands, outside the ledger, and about nobody. */
export function savedViewRoutes(app: FastifyInstance): void {
  const address = '/api/v1/saved-views';
  app.get<{ Querystring: SavedViewsQuery }>(
    address,
    {
      schema: {
        querystring: dto(SavedViewsQuery),
        tags,
        operationId: 'saved-views.list',
        summary: 'The reader’s own views of lists, by name',
        response: {
          200: shownSchema('SavedViewsView', 'list', 'The views of a page, or of all'),
          ...answersOf(400, 401, 503),
        },
      },
    },
    async (request) => ({
      items: await reading(app.store, request.reading, (tx) =>
        findSavedViews(tx, request.query.page ?? null),
      ),
      next: null,
    }),
  );
  app.post<{ Body: SaveViewBody }>(
    address,
    {
      schema: {
        body: dto(SaveViewBody),
        tags,
        operationId: 'saved-views.save',
        summary: 'Keeps a view of a list under a name; one of the same page and name is replaced',
        response: {
          200: shownSchema('SavedView', 'plain', 'Kept'),
          ...answersOf(400, 401, 409, 413, 415, 503),
        },
      },
    },
    async (request) => {
      const { page, name, query } = request.body;
      const kept = await reading(app.store, request.reading, (tx) =>
        keepSavedView(tx, { id: uuidv7(), page, name, query }, app.store.clock()),
      );
      if (!kept) throw full();
      return kept;
    },
  );
  app.delete(
    `${address}/:id`,
    {
      schema: {
        params: idParams,
        tags,
        operationId: 'saved-views.forget',
        summary: 'Forgets one of the reader’s own views',
        response: { 204: { type: 'null', description: 'Forgotten' }, ...answersOf(401, 404, 503) },
      },
    },
    async (request, reply) => {
      const id = idOf(request);
      if (!(await reading(app.store, request.reading, (tx) => forgetSavedView(tx, id)))) throw notVisible();
      return reply.code(204).send();
    },
  );
}
