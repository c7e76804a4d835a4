import { findRecordsById } from '@mase/store';
import type { AccessRequestStanding, ChildStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { DueRecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { requestLine } from './request-line.js';

/** Which requests a list shows. */
export class AccessRequestsQuery extends DueRecordsQuery {
  @Optional()
  @Listed()
  @Texts(40, 6)
  phase?: string[];
}

const schema = {
  querystring: dto(AccessRequestsQuery),
  tags: ['access-requests'],
  operationId: 'access-requests.list',
  summary: 'Requests for access, and parts of them that the reader decides, the newest first',
  response: {
    200: shownSchema('AccessRequestsView', 'list', 'One page of requests'),
    ...answersOf(400, 401, 503),
  },
};

const childOf = ({ standing }: StoredRecord) => (standing as AccessRequestStanding).childId;

/** `GET /api/v1/access-requests`. */
export function listAccessRequests(app: FastifyInstance): void {
  app.get<{ Querystring: AccessRequestsQuery }>(
    '/api/v1/access-requests',
    { schema },
    async (request, reply) =>
      listed(app, request, reply, {
        action: 'access-requests/list',
        asked: { kind: 'accessRequest', phases: request.query.phase, sort: 'newest' },
        show: async (rows, tx) => {
          const children = await findRecordsById(
            tx,
            rows.flatMap(({ record }) => childOf(record) ?? []),
          );
          const nameOf = (id: string | null) =>
            (children.find((one) => one.id === id)?.standing as ChildStanding | undefined)?.name ?? null;
          return rows.map(({ record }) => requestLine(record, nameOf(childOf(record))));
        },
        persons: ({ record }) => childOf(record),
      }),
  );
}
