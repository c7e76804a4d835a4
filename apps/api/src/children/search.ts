import { findByTerms, normalTerm, type Tx } from '@mase/store';
import type { FastifyInstance } from 'fastify';
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

/** Ids of the children whom every given term fits; undefined where no term is given. */
async function idsByTerms(tx: Tx, { name, birthDate, localId }: ChildrenSearch) {
  const asked = [
    ['name', name],
    ['birthDate', birthDate],
    ['localId', localId],
  ].flatMap(([term, value]) => (value ? [{ term, value: normalTerm(value) } as const] : []));
  if (asked.length === 0) return undefined;
  const sets: string[][] = [];
  for (const { term, value } of asked) {
    const found = await findByTerms(tx, { term: term as 'name', terms: [value], kind: 'child' });
    sets.push(found.get(value) ?? []);
  }
  return sets.reduce((all, set) => all.filter((id) => set.includes(id)));
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
    const { after, limit } = request.body;
    return listed(app, request, reply, {
      action: 'children/search',
      asked: { kind: 'child', sort: 'newest' },
      among: (tx) => idsByTerms(tx, request.body),
      page: { ...(after ? { after } : {}), ...(limit ? { limit } : {}) },
      show: cautionedLines,
      persons: (row) => row.record.id,
    });
  });
}
