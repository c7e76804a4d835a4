import type { AgencyStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';

/** An agency with its teams. */
export function agencyLine(record: StoredRecord) {
  const { name, kind, teams } = record.standing as AgencyStanding;
  return { id: record.id, version: record.version, name, kind, teams };
}

const schema = {
  querystring: dto(PageQuery),
  tags: ['agencies'],
  operationId: 'agencies.list',
  summary: 'Agencies of the partnership and their teams',
  response: { 200: shownSchema('AgenciesView', 'list', 'One page of agencies'), ...answersOf(400, 401, 503) },
};

/** `GET /api/v1/agencies`. */
export function listAgencies(app: FastifyInstance): void {
  app.get('/api/v1/agencies', { schema }, async (request, reply) =>
    listed(app, request, reply, {
      action: 'agencies/list',
      asked: { kind: 'agency', sort: 'newest' },
      show: (rows) => rows.map((row) => agencyLine(row.record)),
      persons: () => null,
    }),
  );
}
