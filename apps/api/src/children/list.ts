import { findByTerms, normalTerm, reading } from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, Optional, Text } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { childLine } from './child-view.js';

/** Which children a list shows; what is given must all fit. */
export class ChildrenQuery extends PageQuery {
  @Optional()
  @Text(200)
  name?: string;

  @Optional()
  @Day()
  birthDate?: string;

  @Optional()
  @Text(40)
  localId?: string;
}

/** Ids of the children whom every given term fits; undefined where no term is given. */
async function idsByTerms(app: FastifyInstance, request: FastifyRequest<{ Querystring: ChildrenQuery }>) {
  const { name, birthDate, localId } = request.query;
  const asked = [
    ['name', name],
    ['birthDate', birthDate],
    ['localId', localId],
  ].flatMap(([term, value]) => (value ? [{ term, value: normalTerm(value) } as const] : []));
  if (asked.length === 0) return undefined;
  return reading(app.store, request.reading, async (tx) => {
    const sets: string[][] = [];
    for (const { term, value } of asked) {
      const found = await findByTerms(tx, { term: term as 'name', terms: [value], kind: 'child' });
      sets.push(found.get(value) ?? []);
    }
    return sets.reduce((all, set) => all.filter((id) => set.includes(id)));
  });
}

const schema = {
  querystring: dto(ChildrenQuery),
  tags: ['children'],
  operationId: 'children.list',
  summary: 'Children on the books whom the reader may see, newest first',
  response: { 200: shownSchema('ChildrenView', 'list', 'One page of children'), ...answersOf(400, 401, 503) },
};

/** `GET /api/v1/children`: by name without regard to accents and case, by birth date, by local id. */
export function listChildren(app: FastifyInstance): void {
  app.get<{ Querystring: ChildrenQuery }>('/api/v1/children', { schema }, async (request, reply) => {
    const ids = await idsByTerms(app, request);
    return listed(app, request, reply, {
      action: 'children/list',
      asked: { kind: 'child', ids, sort: 'newest' },
      show: (rows) => rows.map((row) => childLine(row.record, row.classes)),
      persons: (row) => row.record.id,
    });
  });
}
