import { findRecordsById } from '@mase/store';
import type { ChildStanding, LegalHoldStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { DueRecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { liftHold } from './lift-hold.js';
import { placeHold } from './place-hold.js';
import { reviewHold } from './review-hold.js';

/** Which legal holds a list shows. */
export class LegalHoldsQuery extends DueRecordsQuery {
  @Optional()
  @Listed()
  @Texts(40, 2)
  phase?: string[];
}

const schema = {
  querystring: dto(LegalHoldsQuery),
  tags: ['legal-holds'],
  operationId: 'legal-holds.list',
  summary: 'Legal holds, the newest first',
  response: {
    200: shownSchema('LegalHoldsView', 'list', 'One page of legal holds'),
    ...answersOf(400, 401, 503),
  },
};

function holdLine({ id, version, state, standing }: StoredRecord) {
  const { scope, childId, teamId, theme, reason, placed, reviewBy, lifted } = standing as LegalHoldStanding;
  return { id, version, state, scope, childId, teamId, theme, reason, placed, reviewBy, lifted };
}

const childOf = ({ standing }: StoredRecord) => (standing as LegalHoldStanding).childId;

/** Everything of legal holds that can be asked over HTTP. */
export function legalHoldRoutes(app: FastifyInstance): void {
  registerCommands(app, [placeHold, reviewHold, liftHold]);
  app.get<{ Querystring: LegalHoldsQuery }>('/api/v1/legal-holds', { schema }, async (request, reply) =>
    listed(app, request, reply, {
      action: 'legal-holds/list',
      asked: { kind: 'legalHold', phases: request.query.phase, sort: 'newest' },
      show: async (rows, tx) => {
        const ids = rows.flatMap(({ record }) => childOf(record) ?? []);
        const children = await findRecordsById(tx, ids);
        const nameOf = (id: string | null) =>
          (children.find((one) => one.id === id)?.standing as ChildStanding | undefined)?.name ?? null;
        return rows.map(({ record }) => ({ ...holdLine(record), childName: nameOf(childOf(record)) }));
      },
      persons: ({ record }) => childOf(record),
    }),
  );
  registerView(app, {
    kind: 'legalHold',
    schema: 'LegalHoldView',
    summary: 'One legal hold: what it covers, why, and what was said at its reviews',
    show: ({ record, written, names }) => ({ ...holdLine(record), written: writtenView(written), names }),
    persons: ({ record }) => [childOf(record)],
  });
}
