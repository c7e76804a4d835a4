import { findRecord } from '@mase/store';
import { allowedNow, type ChildCaseStanding, outcomesTravelled, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { notPermitted } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';

const schema = {
  tags: ['child-cases'],
  operationId: 'child-cases.outcomes',
  summary:
    'How far the child has come: every rating of every outcome, and the steps between first and latest',
  params: idParams,
  response: {
    200: shownSchema('OutcomesView', 'record', 'The outcomes in order of time'),
    ...answersOf(401, 403, 404, 503),
  },
};

/** `GET /api/v1/child-cases/:id/outcomes`: the table and the data of the chart in one. */
export function viewOutcomes(app: FastifyInstance): void {
  app.get('/api/v1/child-cases/:id/outcomes', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'child-cases/outcomes', record: { kind: 'childCase', id } } as const;
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'childCase', id);
      if (!opened) return null;
      if (!opened.classes.includes('case')) throw notPermitted('those who read the whole case');
      const { record, written } = opened;
      const { reference, childId, name } = record.standing as ChildCaseStanding;
      const about = { profile: asking.profile, actor: asking.actor, at: asking.now };
      const allowed = allowedNow(topicOf('childCase'), record, about).filter(
        ({ command }) => command === 'child-cases/rate-outcomes',
      );
      const shown = {
        id,
        reference,
        name,
        version: record.version,
        etag: `"${record.version}"`,
        ...outcomesTravelled(written, asking.profile),
        allowed,
      };
      return { shown, persons: [childId] };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
