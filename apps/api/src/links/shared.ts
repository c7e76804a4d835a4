import { findShared } from '@mase/store';
import { endOfNode, linkedIdentifiers } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { OneOf, Optional } from '../fields.js';
import { FileQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { itemsTable } from '../plugins/list-files.js';
import { audited } from '../view.js';
import { endView } from './link-view.js';

const hubKinds = ['person', 'location', ...linkedIdentifiers] as const;

/** What is ranked: everything that several children share, or one kind of it. */
export class SharedQuery extends FileQuery {
  @Optional()
  @OneOf(hubKinds)
  kind?: string;
}

/** A page shows so many and says that there may be more. */
const mostShown = 100;

const summary =
  'Persons, places, phones and vehicles by how many distinct children are linked with each, the most first';
const schema = {
  querystring: dto(SharedQuery),
  tags: ['links'],
  operationId: 'links.shared',
  summary,
  response: { 200: shownSchema('SharedView', 'list', summary), ...answersOf(400, 401, 503) },
};

/** `GET /api/v1/links/shared`. */
export function shared(app: FastifyInstance): void {
  const asked = { schema, config: { table: itemsTable('SharedView') } };
  app.get<{ Querystring: SharedQuery }>('/api/v1/links/shared', asked, async (request) =>
    audited(app, request, { action: 'links/shared' }, async (tx) => {
      const found = await findShared(tx, { kind: request.query.kind ?? null, limit: mostShown + 1 });
      const rows = found.slice(0, mostShown).map((one) => ({ ...one, end: endOfNode(one.node) }));
      const items = rows.map(({ end, children, title }) => ({
        ...endView(end, new Map('id' in end && title ? [[end.id, title]] : [])),
        children,
      }));
      const persons = rows.flatMap(({ end }) => ('id' in end ? [end.id] : []));
      return { shown: { items, more: found.length > mostShown }, persons };
    }),
  );
}
