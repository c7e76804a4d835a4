import { countNeighbours, findLinksAt, type ListedRecord, type Tx } from '@mase/store';
import { dueAt, type LinkStanding, recordsJoined } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, Id, Listed, OneOf, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { askingOf } from '../view.js';
import { linkLine, titlesOfEnds } from './link-view.js';

/** Which links a list shows: those at one record, those in some states. */
export class LinksQuery extends PageQuery {
  /** A child, a person or a place at either end. */
  @Optional()
  @Id()
  recordId?: string;

  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];

  /** Those that nobody has graded, or those of which the review is due. */
  @Optional()
  @OneOf(['grading', 'review'])
  waits?: 'grading' | 'review';

  /** The day by which that is due. */
  @Optional()
  @Day()
  dueBy?: string;
}

const summary = 'Links that the reader sees, the newest first';
const schema = {
  querystring: dto(LinksQuery),
  tags: ['links'],
  operationId: 'links.list',
  summary,
  response: { 200: shownSchema('LinksView', 'list', summary), ...answersOf(400, 401, 503) },
};

async function lines(rows: readonly ListedRecord[], tx: Tx) {
  const titles = await titlesOfEnds(
    tx,
    rows.map(({ record }) => record),
  );
  return rows.map(({ record, classes }) => linkLine(record, classes, titles));
}

/** `GET /api/v1/links`. */
export function listLinks(app: FastifyInstance): void {
  app.get<{ Querystring: LinksQuery }>('/api/v1/links', { schema }, async (request, reply) => {
    const { recordId, phase, waits, dueBy } = request.query;
    const { profile } = await askingOf(app, request);
    const by = dueBy && dueAt(0, 'calendarDays', `${dueBy}T12:00:00.000Z`, profile);
    return listed(app, request, reply, {
      action: 'links/list',
      asked: {
        ...{ kind: 'link', phases: phase, sort: 'newest' },
        waits: waits && { step: `link-${waits}`, by },
      },
      ...(recordId ? { among: (tx: Tx) => findLinksAt(tx, recordId) } : {}),
      beside: async (tx: Tx) => ({ within: recordId ? await countNeighbours(tx, recordId) : null }),
      show: lines,
      persons: ({ record }) => recordsJoined(record.standing as LinkStanding),
    });
  });
}
