import type { MissingEpisodeStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { allowedOf } from '../record-view.js';
import { askingOf } from '../view.js';
import { episodeLine } from './episode-view.js';

const schema = {
  querystring: dto(PageQuery),
  tags: ['missing-episodes'],
  operationId: 'missing-episodes.now',
  summary: 'Children who are missing now, and reports that are held until somebody compares them',
  response: {
    200: shownSchema('MissingNowView', 'list', 'One page of absences that last'),
    ...answersOf(400, 401, 503),
  },
};

/** `GET /api/v1/missing-episodes/now`: who is missing at this hour, as far as the reader may see, in one answer. */
export function missingNow(app: FastifyInstance): void {
  app.get('/api/v1/missing-episodes/now', { schema }, async (request, reply) => {
    const asking = await askingOf(app, request);
    return listed(app, request, reply, {
      action: 'missing-episodes/now',
      asked: { kind: 'missingEpisode', phases: ['absent', 'held'], sort: 'newest' },
      show: (rows) =>
        rows.map(({ record }) => ({ ...episodeLine(record), allowed: allowedOf(record, asking) })),
      persons: (row) => (row.record.standing as MissingEpisodeStanding).childId,
    });
  });
}
