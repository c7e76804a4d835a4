import { findKnown, type ListedRecord } from '@mase/store';
import type { SittingStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';

/** Which sittings a list shows. */
export class SittingsQuery extends PageQuery {
  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
}

function sittingLine({ record }: ListedRecord, known: ReadonlySet<string>) {
  const {
    panel,
    panelId = null,
    startsAt,
    endsAt,
    place,
    chairId,
    chairName,
    order,
  } = record.standing as SittingStanding;
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    panel,
    panelId,
    startsAt,
    endsAt,
    place,
    chairId,
    chairName,
    items: order.filter((id) => known.has(id)).length,
  };
}

const schema = {
  querystring: dto(SittingsQuery),
  tags: ['sittings'],
  operationId: 'sittings.list',
  summary: 'Sittings of the panels, the latest first',
  response: { 200: shownSchema('SittingsView', 'list', 'One page of sittings'), ...answersOf(400, 401, 503) },
};

/** `GET /api/v1/sittings`: by the time at which they start, the latest first. */
export function listSittings(app: FastifyInstance): void {
  app.get<{ Querystring: SittingsQuery }>('/api/v1/sittings', { schema }, async (request, reply) =>
    listed(app, request, reply, {
      action: 'sittings/list',
      asked: { kind: 'sitting', phases: request.query.phase, sort: 'opened' },
      show: async (rows, tx) => {
        const orders = rows.flatMap(({ record }) => (record.standing as SittingStanding).order);
        const known = await findKnown(tx, orders);
        return rows.map((row) => sittingLine(row, known));
      },
      persons: () => null,
    }),
  );
}
