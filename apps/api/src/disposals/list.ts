import { findRecordsById } from '@mase/store';
import type { DisposalStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { disposalLine } from './disposal-line.js';

/** Which disposals a list shows. */
export class DisposalsQuery extends RecordsQuery {
  @Optional()
  @Listed()
  @Texts(40, 5)
  phase?: string[];
}

const schema = {
  querystring: dto(DisposalsQuery),
  tags: ['disposals'],
  operationId: 'disposals.list',
  summary: 'Disposals, the newest first',
  response: {
    200: shownSchema('DisposalsView', 'list', 'One page of disposals'),
    ...answersOf(400, 401, 503),
  },
};

const targetId = (standing: object) => (standing as DisposalStanding).target?.id ?? '';

/** `GET /api/v1/disposals`: names are shown while the record is there, and audited. */
export function listDisposals(app: FastifyInstance): void {
  app.get<{ Querystring: DisposalsQuery }>('/api/v1/disposals', { schema }, async (request, reply) => {
    const shownPersons = new Map<string, string>();
    return listed(app, request, reply, {
      action: 'disposals/list',
      asked: { kind: 'disposal', phases: request.query.phase, sort: 'newest' },
      show: async (rows, tx) => {
        const targets = await findRecordsById(
          tx,
          rows.map(({ record }) => targetId(record.standing)),
        );
        return rows.map(({ record }) => {
          const line = disposalLine(
            record,
            targets.find((one) => one.id === targetId(record.standing)),
          );
          if (line.about) shownPersons.set(record.id, line.about.childId);
          return line;
        });
      },
      persons: ({ record }) => shownPersons.get(record.id) ?? null,
    });
  });
}
