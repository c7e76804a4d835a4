import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { cautionedLines } from './child-view.js';

const schema = {
  querystring: dto(RecordsQuery),
  tags: ['children'],
  operationId: 'children.list',
  summary: 'Children on the books whom the reader may see, newest first',
  response: { 200: shownSchema('ChildrenView', 'list', 'One page of children'), ...answersOf(400, 401, 503) },
};

/** `GET /api/v1/children`: every child on the books; one child is found by `POST /api/v1/children/search`. */
export function listChildren(app: FastifyInstance): void {
  app.get<{ Querystring: RecordsQuery }>('/api/v1/children', { schema }, (request, reply) =>
    listed(app, request, reply, {
      action: 'children/list',
      asked: { kind: 'child', sort: 'newest' },
      show: cautionedLines,
      persons: (row) => row.record.id,
    }),
  );
}
