import { findRecord } from '@mase/store';
import {
  daysTaken,
  type PanelStanding,
  type ProposedSitting,
  type SeriesRule,
  seriesDates,
  seriesDays,
  seriesPlaces,
  seriesSteps,
} from '@mase/workflow';
import { Type } from 'class-transformer';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Day, OneOf, Optional, TimeOfDay, Whole } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited, idOf } from '../view.js';

/** A rule and the days between which it is asked what it gives. */
export class SeriesQuery implements SeriesRule {
  @OneOf(seriesSteps)
  every: SeriesRule['every'];

  @Optional()
  @Type(() => Number)
  @Whole(1, 26)
  weeks?: number;

  @Optional()
  @OneOf(seriesPlaces)
  nth?: Exclude<SeriesRule['nth'], undefined>;

  @OneOf(seriesDays)
  weekday: SeriesRule['weekday'];

  @TimeOfDay()
  startTime: string;

  @Type(() => Number)
  @Whole(15, 600)
  minutes: number;

  @Day()
  from: string;

  @Day()
  until: string;
}

const summary = 'The sittings that a rule gives: each with its day, what moved it, and whether it is taken';
const schema = {
  params: idParams,
  querystring: dto(SeriesQuery),
  tags: ['panels'],
  operationId: 'panels.series',
  summary,
  response: { 200: shownSchema('SeriesView', 'list', summary), ...answersOf(400, 401, 404, 503) },
};

/** A year and a day at most is looked at. */
const yearMs = 367 * 86_400_000;

function within({ from, until }: SeriesQuery): SeriesQuery['until'] {
  const last = new Date(Date.parse(from) + yearMs).toISOString().slice(0, 10);
  return until > last ? last : until;
}

/** `GET /api/v1/panels/:id/series`: what a rule would plan; `plan-series` puts it on the books. */
export function proposeSeries(app: FastifyInstance): void {
  app.get<{ Querystring: SeriesQuery }>('/api/v1/panels/:id/series', { schema }, async (request) => {
    const id = idOf(request);
    const { profile } = await askingOf(app, request);
    const act = { action: 'panels/series', record: { kind: 'panel', id } } as const;
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'panel', id);
      if (!opened) return null;
      const { query } = request;
      const taken = daysTaken({ facts: { related: opened.children, written: [] }, profile });
      const given = seriesDates(query, { from: query.from, until: within(query) }, profile);
      const items = given.map((one: ProposedSitting) => ({ ...one, taken: taken.includes(one.date) }));
      const { name } = opened.record.standing as PanelStanding;
      return { shown: { items, panel: name, version: opened.record.version }, persons: [] };
    });
  });
}
