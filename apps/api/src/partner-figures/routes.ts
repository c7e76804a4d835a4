import type { PartnerFiguresStanding, StoredRecord } from '@mase/workflow';
import { Matches } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Optional } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { recordFigures } from './record-figures.js';
import { withdrawFigures } from './withdraw-figures.js';

/** Which figures a list shows: those of a year, or all. */
export class PartnerFiguresQuery extends PageQuery {
  @Optional()
  @Matches(/^20\d\d(-\d\d)?$/, { message: 'Give the year as 2026, or as 2025-26 from April to March.' })
  year?: string;
}

const summary = 'Figures that agencies counted themselves, the newest first';
const schema = {
  querystring: dto(PartnerFiguresQuery),
  tags: ['partner-figures'],
  operationId: 'partner-figures.list',
  summary,
  response: { 200: shownSchema('PartnerFiguresListView', 'list', summary), ...answersOf(400, 401, 503) },
};

function figuresLine({ id, version, state, standing }: StoredRecord) {
  const { agencyId, agencyName, year, measure, figures, source, note, given, withdrawnAt } =
    standing as PartnerFiguresStanding;
  return {
    ...{ id, version, state, agencyId, agencyName, year, measure, figures, source, note, withdrawnAt },
    givenBy: given?.name ?? null,
    givenAt: given?.at ?? null,
  };
}

/** Everything of partners' own figures that can be asked over HTTP. */
export function partnerFiguresRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordFigures, withdrawFigures]);
  app.get<{ Querystring: PartnerFiguresQuery }>(
    '/api/v1/partner-figures',
    { schema },
    async (request, reply) =>
      listed(app, request, reply, {
        action: 'partner-figures/list',
        asked: { kind: 'partnerFigures', reference: request.query.year, sort: 'newest' },
        show: (rows) => rows.map(({ record }) => figuresLine(record)),
        persons: () => null,
      }),
  );
  registerView(app, {
    kind: 'partnerFigures',
    schema: 'PartnerFiguresView',
    summary: 'Figures that one agency counted itself',
    show: ({ record, written, names }) => ({
      ...figuresLine(record),
      written: writtenView(written),
      names,
    }),
    persons: () => [],
  });
}
