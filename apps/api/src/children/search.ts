import { findByTerms, normalTerm, reading } from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, Optional, Text } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { cautionedLines } from './child-view.js';

/** Who is looked for; what is given must all fit. It travels in the body: addresses are kept by many on their way. */
export class ChildrenSearch extends PageQuery {
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

type SearchRequest = FastifyRequest<{ Body: ChildrenSearch }>;

/** Ids of the children whom every given term fits; undefined where no term is given. */
async function idsByTerms(app: FastifyInstance, request: SearchRequest) {
  const { name, birthDate, localId } = request.body;
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
  body: dto(ChildrenSearch),
  tags: ['children'],
  operationId: 'children.search',
  summary: 'Children whom all that is given fits and whom the reader may see, newest first',
  response: { 200: shownSchema('ChildrenView', 'list', 'One page of children'), ...answersOf(400, 401, 503) },
};

/** `POST /api/v1/children/search`: by name without regard to accents and case, by birth date, by local id. */
export function searchChildren(app: FastifyInstance): void {
  app.post<{ Body: ChildrenSearch }>('/api/v1/children/search', { schema }, async (request, reply) => {
    const ids = await idsByTerms(app, request);
    const { after, limit } = request.body;
    return listed(app, request, reply, {
      action: 'children/search',
      asked: { kind: 'child', ids, sort: 'newest' },
      page: { ...(after ? { after } : {}), ...(limit ? { limit } : {}) },
      show: cautionedLines,
      persons: (row) => row.record.id,
    });
  });
}
