import { type PlanActionStanding, personsOfAction } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Id, Listed, OneOf, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery, type SortAsked, Sorted } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { askingOf } from '../view.js';
import { actionView } from './action-view.js';

/** Which actions a list shows. */
export class PlanActionsQuery extends PageQuery {
  @Sorted('recorded', '-recorded', 'due')
  sort?: SortAsked;

  @Optional()
  @OneOf(['me'])
  owner?: 'me';

  /** Whose the action is. */
  @Optional()
  @Id()
  ownerId?: string;

  /** The agency of whoever has the action, or that itself is asked to. */
  @Optional()
  @Id()
  agencyId?: string;

  /** Only those whose day has passed. */
  @Optional()
  @OneOf(['overdue'])
  stands?: 'overdue';

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

/** `GET /api/v1/plan-actions`: one's own with `owner=me`, by owner, agency, state or case, and those overdue. */
export function listActions(app: FastifyInstance): void {
  app.get<{ Querystring: PlanActionsQuery }>('/api/v1/plan-actions', { schema }, async (request, reply) => {
    const { owner, ownerId, agencyId, stands, caseId, phase } = request.query;
    const asking = await askingOf(app, request);
    return listed(app, request, reply, {
      action: 'plan-actions/list',
      asked: {
        kind: 'planAction',
        phases: phase,
        parentId: caseId,
        ownerId: owner ? request.reading.userId : ownerId,
        agencyId,
        overdue: stands === 'overdue',
        sort: 'newest',
      },
      show: (rows) => rows.map((row) => actionView(row.record, row.classes, asking)),
      persons: (row) => personsOfAction(row.record.standing as PlanActionStanding),
    });
  });
}
