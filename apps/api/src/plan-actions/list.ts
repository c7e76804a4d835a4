import { type PlanActionStanding, personsOfAction } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Id, Listed, OneOf, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { askingOf } from '../view.js';
import { actionView } from './action-view.js';

/** Which actions a list shows. */
export class PlanActionsQuery extends PageQuery {
  @Optional()
  @OneOf(['me'])
  owner?: 'me';

  @Optional()
  @Id()
  caseId?: string;

  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
}

const schema = {
  querystring: dto(PlanActionsQuery),
  tags: ['plan-actions'],
  operationId: 'plan-actions.list',
  summary: 'Actions that the reader may see, newest first',
  response: {
    200: shownSchema('PlanActionsView', 'list', 'One page of actions'),
    ...answersOf(400, 401, 503),
  },
};

/** `GET /api/v1/plan-actions`: one's own with `owner=me`, those of a case with `caseId`. */
export function listActions(app: FastifyInstance): void {
  app.get<{ Querystring: PlanActionsQuery }>('/api/v1/plan-actions', { schema }, async (request, reply) => {
    const { owner, caseId, phase } = request.query;
    const asking = await askingOf(app, request);
    return listed(app, request, reply, {
      action: 'plan-actions/list',
      asked: {
        kind: 'planAction',
        phases: phase,
        parentId: caseId,
        ownerId: owner ? request.reading.userId : undefined,
        sort: 'newest',
      },
      show: (rows) => rows.map((row) => actionView(row.record, row.classes, asking)),
      persons: (row) => personsOfAction(row.record.standing as PlanActionStanding),
    });
  });
}
