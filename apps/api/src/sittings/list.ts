import { findKnown, type ListedRecord } from '@mase/store';
import { instantAt, type SittingStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { cursorText, PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';

/** Which sittings a list shows. */
export class SittingsQuery extends PageQuery {
  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];

  /** Only those that start before this day. */
  @Optional()
  @Day()
  before?: string;
}

/** Before every id: a page that begins there holds what starts earlier than the instant. */
const noId = '00000000-0000-0000-0000-000000000000';

/** The page that a request asks for: where it names a day and no cursor, the one that begins with that day. */
function pageOf({ before, after, limit }: SittingsQuery, timeZone: string): PageQuery | undefined {
  if (!before || after) return undefined;
  const at = instantAt(before, '00:00', timeZone);
  return { after: cursorText({ rank: 0, at, id: noId }), ...(limit === undefined ? {} : { limit }) };
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
  app.get<{ Querystring: SittingsQuery }>('/api/v1/sittings', { schema }, async (request, reply) => {
    const page = pageOf(request.query, (await app.profileOf(request.reading)).timeZone);
    return listed(app, request, reply, {
      ...(page ? { page } : {}),
      action: 'sittings/list',
      asked: { kind: 'sitting', phases: request.query.phase, sort: '-opened' },
      show: async (rows, tx) => {
        const orders = rows.flatMap(({ record }) => (record.standing as SittingStanding).order);
        const known = await findKnown(tx, orders);
        return rows.map((row) => sittingLine(row, known));
      },
      persons: () => null,
    });
  });
}
