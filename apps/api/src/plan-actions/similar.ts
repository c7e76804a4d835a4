import { listRecords } from '@mase/store';
import { type PlanActionStanding, type Role, type StoredRecord, similarActions } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { notPermitted } from '../problem.js';
import { audited } from '../view.js';

/** Who looks over the plans of many children. */
const coordinators: readonly Role[] = ['coordinator', 'chair', 'deputy-chair', 'senior', 'manager'];

/** So many open actions are compared, the newest first. */
const most = 2_000;

const schema = {
  tags: ['plan-actions'],
  operationId: 'plan-actions.similar',
  summary: 'Open actions that look the same for one child, person or place, and why',
  response: {
    200: shownSchema('SimilarActionsView', 'plain', 'Pairs of actions that the reader may see'),
    ...answersOf(401, 403, 503),
  },
};

type Action = StoredRecord<PlanActionStanding>;

function shownAction({ id, standing }: Action) {
  const { caseId, reference, part, kind, what, ownerName, due, aim } = standing;
  return { id, caseId, reference, part, kind, what, ownerName, due, aim: aim ?? null };
}

/** `GET /api/v1/plan-actions/similar`: for those who see many plans; each sees the parts that are his or hers. */
export function listSimilar(app: FastifyInstance): void {
  app.get('/api/v1/plan-actions/similar', { schema }, async (request) => {
    return audited(app, request, { action: 'plan-actions/similar' }, async (tx) => {
      if (!coordinators.some((role) => request.actor.roles.includes(role)))
        throw notPermitted('the coordinator, the chair or a manager');
      const asked = {
        kind: 'planAction',
        phases: ['offered', 'awaitingOwner', 'accepted', 'declined'],
      } as const;
      const { rows, next } = await listRecords(tx, { ...asked, sort: 'newest', limit: most });
      const ofPlans = rows.map(({ record }) => record as Action).filter(({ standing }) => !standing.caseKind);
      const actions = new Map(ofPlans.map((one) => [one.id, one]));
      const pairs = similarActions([...actions.values()]);
      const named = pairs.flatMap(({ one, other }) => [actions.get(one), actions.get(other)]);
      const shown = {
        items: pairs.map(({ one, other, ...why }) => ({
          ...why,
          one: shownAction(actions.get(one) as Action),
          other: shownAction(actions.get(other) as Action),
        })),
        more: next !== null,
      };
      return { shown, persons: [...new Set(named.map((action) => (action as Action).standing.childId))] };
    });
  });
}
