import { findRecord } from '@mase/store';
import { type PlanActionStanding, personsOfAction } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { askingOf, audited, idOf } from '../view.js';
import { workersHad } from '../workers-had.js';
import { writtenView } from '../written-view.js';
import { actionView } from './action-view.js';

const schema = {
  tags: ['plan-actions'],
  operationId: 'plan-actions.view',
  summary: 'One action of a plan',
  params: idParams,
  response: { 200: shownSchema('PlanActionView', 'record', 'The action'), ...answersOf(401, 404, 503) },
};

/** `GET /api/v1/plan-actions/:id`. */
export function viewAction(app: FastifyInstance): void {
  app.get('/api/v1/plan-actions/:id', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'plan-actions/view', record: { kind: 'planAction', id } } as const;
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'planAction', id);
      if (!opened) return null;
      const { record, parent, written, names, classes } = opened;
      const shown = {
        ...actionView(record, classes, asking, parent),
        workers: workersHad(parent, asking),
        written: writtenView(written),
        names,
      };
      return { shown, persons: personsOfAction(record.standing as PlanActionStanding) };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
