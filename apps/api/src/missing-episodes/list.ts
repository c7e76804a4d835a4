import type { MissingEpisodeStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Id, Optional } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { episodeLine } from './episode-view.js';

/** Which episodes a list shows. */
export class MissingEpisodesQuery extends PageQuery {
  @Optional()
  @Id()
  childId?: string;
}

const schema = {
  querystring: dto(MissingEpisodesQuery),
  tags: ['missing-episodes'],
  operationId: 'missing-episodes.list',
  summary: 'Missing episodes that the reader may see, last recorded first',
  response: {
    200: shownSchema('MissingEpisodesView', 'list', 'One page of episodes'),
    ...answersOf(400, 401, 503),
  },
};

/** `GET /api/v1/missing-episodes`: all, or those of one child. */
export function listEpisodes(app: FastifyInstance): void {
  app.get<{ Querystring: MissingEpisodesQuery }>(
    '/api/v1/missing-episodes',
    { schema },
    async (request, reply) =>
      listed(app, request, reply, {
        action: 'missing-episodes/list',
        asked: { kind: 'missingEpisode', parentId: request.query.childId, sort: 'newest' },
        show: (rows) => rows.map((row) => episodeLine(row.record)),
        persons: (row) => (row.record.standing as MissingEpisodeStanding).childId,
      }),
  );
}
