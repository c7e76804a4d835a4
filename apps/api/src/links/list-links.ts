import { findLinksAt, type ListedRecord, reading, type Tx } from '@mase/store';
import { type LinkStanding, recordsJoined } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Id, Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
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
    const { recordId, phase } = request.query;
    const ids = recordId
      ? await reading(app.store, request.reading, (tx) => findLinksAt(tx, recordId))
      : undefined;
    return listed(app, request, reply, {
      action: 'links/list',
      asked: { kind: 'link', ids, phases: phase, sort: 'newest' },
      show: lines,
      persons: ({ record }) => recordsJoined(record.standing as LinkStanding),
    });
  });
}
