import { findLateCase, findRecordsById, type Tx } from '@mase/store';
import type { ChildCaseStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Id, Optional } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited, idOf } from '../view.js';
import { aboutChild } from './about-child.js';
import { caseView } from './case-view.js';
import { missingOfChild } from './missing-of-child.js';

/** Which entry is wanted besides the latest, such as one that is to be corrected. */
export class CaseQuery {
  @Optional()
  @Id()
  entry?: string;
}

const schema = {
  tags: ['child-cases'],
  operationId: 'child-cases.view',
  summary: 'One case of a child',
  params: idParams,
  querystring: dto(CaseQuery),
  response: {
    200: shownSchema('ChildCaseView', 'record', 'The case, as far as the reader may see it'),
    ...answersOf(400, 401, 404, 503),
  },
};

/** `GET /api/v1/child-cases/:id`: one case with its latest entries, audited before it is shown. */
export function viewCase(app: FastifyInstance): void {
  const options = { schema, config: { heldSession: true } };
  app.get<{ Querystring: CaseQuery }>('/api/v1/child-cases/:id', options, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const view = await audited(
      app,
      request,
      { action: 'child-cases/view', record: { kind: 'childCase', id } },
      async (tx) => {
        const opened = await findLateCase(tx, id, request.query.entry);
        if (!opened) return null;
        const shown = caseView(opened, asking);
        const standing = 'standing' in shown ? shown.standing : undefined;
        if (standing) standing.linked = await seenOf(tx, standing.linked);
        const about = 'child' in shown ? await aboutChild(tx, opened) : null;
        const { childId } = opened.record.standing as ChildCaseStanding;
        const missing = opened.classes.includes('case') ? await missingOfChild(tx, childId) : [];
        return {
          shown: {
            ...shown,
            earlier: opened.earlier,
            ...(about ? { about } : {}),
            ...(missing.length > 0 ? { missing } : {}),
          },
          persons: [childId],
        };
      },
    );
    reply.header('etag', view.etag);
    return view;
  });
}

/** Those of the linked cases that the reader may open: the others are not hinted at. */
async function seenOf(tx: Tx, linked: readonly string[] = []): Promise<string[]> {
  if (linked.length === 0) return [];
  const seen = await findRecordsById(tx, linked);
  return seen.map(({ id }) => id);
}
