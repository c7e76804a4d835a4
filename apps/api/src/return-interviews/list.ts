import type { ReturnInterviewStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Id, Optional } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { interviewLine } from './interview-view.js';

/** Which interviews a list shows. */
export class ReturnInterviewsQuery extends PageQuery {
  @Optional()
  @Id()
  childId?: string;
}

const schema = {
  querystring: dto(ReturnInterviewsQuery),
  tags: ['return-interviews'],
  operationId: 'return-interviews.list',
  summary: 'Return home interviews that the reader may see, last offered first',
  response: {
    200: shownSchema('ReturnInterviewsView', 'list', 'One page of interviews'),
    ...answersOf(400, 401, 503),
  },
};

/** `GET /api/v1/return-interviews`: all, or those of one child. */
export function listInterviews(app: FastifyInstance): void {
  app.get<{ Querystring: ReturnInterviewsQuery }>(
    '/api/v1/return-interviews',
    { schema },
    async (request, reply) =>
      listed(app, request, reply, {
        action: 'return-interviews/list',
        asked: { kind: 'returnInterview', parentId: request.query.childId, sort: 'newest' },
        show: (rows) => rows.map((row) => interviewLine(row.record)),
        persons: (row) => (row.record.standing as ReturnInterviewStanding).childId,
      }),
  );
}
