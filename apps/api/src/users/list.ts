import { findByTerms, findNames, normalTerm, reading } from '@mase/store';
import type { StoredRecord, UserStanding } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Id, Optional, Text } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';

/** Which people a list shows. */
export class UsersQuery extends PageQuery {
  @Optional()
  @Text(40)
  team?: string;

  @Optional()
  @Id()
  agencyId?: string;

  /** The whole address of somebody, for whoever knows it. */
  @Optional()
  @Text(200)
  email?: string;
}

/** Somebody with an account, for choosing owners and workers. */
export function userLine(record: StoredRecord) {
  const { name, roles, agencyId, agencyKind, teamId, endedAt } = record.standing as UserStanding;
  return { id: record.id, version: record.version, name, roles, agencyId, agencyKind, teamId, endedAt };
}

const schema = {
  querystring: dto(UsersQuery),
  tags: ['users'],
  operationId: 'users.list',
  summary: 'People with an account',
  response: { 200: shownSchema('UsersView', 'list', 'One page of people'), ...answersOf(400, 401, 503) },
};

/** `GET /api/v1/users`: people whose access has not ended, by team or agency. */
export function listUsers(app: FastifyInstance): void {
  app.get<{ Querystring: UsersQuery }>('/api/v1/users', { schema }, async (request, reply) => {
    const { team, agencyId, email } = request.query;
    const ids = email === undefined ? undefined : await idsOf(app, request, email);
    return listed(app, request, reply, {
      action: 'users/list',
      asked: { kind: 'user', phases: ['active'], teamId: team, parentId: agencyId, ids, sort: 'newest' },
      show: async (rows, tx) => {
        const lines = rows.map((row) => userLine(row.record));
        const names = await findNames(
          tx,
          lines.map((line) => line.agencyId),
        );
        return lines.map((line) => ({ ...line, agencyName: names[line.agencyId] ?? null }));
      },
      persons: () => null,
    });
  });
}

async function idsOf(app: FastifyInstance, request: FastifyRequest, email: string): Promise<string[]> {
  const found = await reading(app.store, request.reading, (tx) =>
    findByTerms(tx, { term: 'email', terms: [normalTerm(email)], kind: 'user' }),
  );
  return [...found.values()].flat();
}
