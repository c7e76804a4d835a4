import { findCarriers, findRecord } from '@mase/store';
import type { ChildCaseStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { audited, idOf } from '../view.js';

const schema = {
  tags: ['child-cases'],
  operationId: 'child-cases.carriers',
  summary: 'Copies of papers that may have carried an entry of the case which was withdrawn',
  params: idParams,
  response: {
    200: shownSchema(
      'CarriersView',
      'plain',
      'Who has which copy; empty for whoever may not read what was withdrawn',
    ),
    ...answersOf(401, 404, 503),
  },
};

/** `GET /api/v1/child-cases/:id/carriers`: whom to tell that an entry was about somebody else. */
export function viewCarriers(app: FastifyInstance): void {
  app.get('/api/v1/child-cases/:id/carriers', { schema }, async (request) => {
    const id = idOf(request);
    const act = { action: 'child-cases/carriers', record: { kind: 'childCase', id } } as const;
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'childCase', id);
      if (!opened) return null;
      const { childId } = opened.record.standing as ChildCaseStanding;
      return { shown: { caseId: id, copies: await findCarriers(tx, id) }, persons: [childId] };
    });
  });
}
