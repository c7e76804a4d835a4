import { findRecord } from '@mase/store';
import { type DipSampleStanding, drawSample } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { askingOf, audited, idOf } from '../view.js';
import { populationOf } from './population.js';

const summary = 'Whether the same seed draws the same cases again from the books at the same seal';
const schema = {
  tags: ['dip-samples'],
  operationId: 'dip-samples.again',
  summary,
  params: idParams,
  response: {
    200: shownSchema('DipSampleAgainView', 'plain', summary),
    ...answersOf(401, 404, 503),
  },
};

/**
 * `GET /api/v1/dip-samples/:id/again`: draws the sample anew and compares. It differs only where a case of the population
 * was restricted or disposed of since; what was drawn before anything was sealed cannot be drawn again.
 */
export function drawAgainRoute(app: FastifyInstance): void {
  app.get('/api/v1/dip-samples/:id/again', { schema }, async (request) => {
    const id = idOf(request);
    const { profile } = await askingOf(app, request);
    const act = { action: 'dip-samples/again', record: { kind: 'dipSample', id } as const };
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'dipSample', id);
      if (!opened) return null;
      const { criteria, wanted, seed, sealed, ...kept } = opened.record.standing as DipSampleStanding;
      if (!sealed) return { shown: { id, result: 'not-sealed' }, persons: [] };
      const { ids, population } = await populationOf(tx, criteria, { profile, known: sealed });
      const same =
        population.digest === kept.population.digest &&
        drawSample(ids, wanted, seed).join() === kept.caseIds.join();
      return { shown: { id, result: same ? 'same' : 'differs' }, persons: [] };
    });
  });
}
