import { findFiguresOf } from '@mase/store';
import {
  comparedFigures,
  earlierFigures,
  figurePeriod,
  type PartnerFiguresStanding,
  type StoredRecord,
} from '@mase/workflow';
import { Matches } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { registerSummary } from '../registers/summary.js';
import { writtenView } from '../written-view.js';
import { askFigures, chaseFigures, returnFigures } from './ask-figures.js';
import { recordFigures } from './record-figures.js';
import { returnTally } from './return-tally.js';
import { withdrawFigures } from './withdraw-figures.js';

/** Which figures a list shows: those of a period, those in some states, or all. */
export class PartnerFiguresQuery extends RecordsQuery {
  @Optional()
  @Matches(/^20\d\d(-\d\d|-Q[1-4])?$/, {
    message:
      'Give the period as 2026, as 2025-26 from April to March, or as 2026-Q4 from October to December.',
  })
  period?: string;

  @Optional()
  @Listed()
  @Texts(40, 4)
  phase?: string[];
}

const summary = 'Figures that agencies counted themselves, or are asked for, the newest first';
const schema = {
  querystring: dto(PartnerFiguresQuery),
  tags: ['partner-figures'],
  operationId: 'partner-figures.list',
  summary,
  response: { 200: shownSchema('PartnerFiguresListView', 'list', summary), ...answersOf(400, 401, 503) },
};

function figuresLine({ id, version, state, standing }: StoredRecord) {
  const {
    agencyId,
    agencyName,
    period,
    measure,
    figures,
    source,
    note,
    given,
    withdrawnAt,
    asked,
    ...waited
  } = standing as PartnerFiguresStanding;
  const { leadId, leadName, firstDue, chased, clocks } = waited;
  return {
    ...{ id, version, state, agencyId, agencyName, period, measure, figures, source, note, withdrawnAt },
    givenBy: given?.name ?? null,
    givenAt: given?.at ?? null,
    asked: asked?.lines ?? [],
    ...{ askedBy: asked?.name ?? null, askedAt: asked?.at ?? null, leadId, leadName, firstDue, chased },
    dueOn: waited.due,
    due: clocks[0]?.due ?? null,
  };
}

/** Everything of partners' own figures that can be asked over HTTP. */
export function partnerFiguresRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordFigures, askFigures, chaseFigures, returnFigures, withdrawFigures]);
  app.get<{ Querystring: PartnerFiguresQuery }>(
    '/api/v1/partner-figures',
    { schema },
    async (request, reply) =>
      listed(app, request, reply, {
        action: 'partner-figures/list',
        asked: {
          ...{ kind: 'partnerFigures', reference: request.query.period },
          ...{ phases: request.query.phase, sort: 'newest' },
        },
        show: (rows) => rows.map(({ record }) => figuresLine(record)),
        persons: () => null,
      }),
  );
  registerSummary<PartnerFiguresStanding>(app, {
    kind: 'partnerFigures',
    standing: ['expected', 'given'],
    within: ({ asked, period }, { from, to }) => {
      const days = figurePeriod(period);
      return asked !== null && days !== null && days.to >= from && days.to <= to;
    },
    tally: returnTally,
  });
  registerView(app, {
    kind: 'partnerFigures',
    schema: 'PartnerFiguresView',
    summary: 'Figures that one agency counted itself or is asked for, with what it gave for earlier periods',
    show: async ({ record, written, names }, _asking, tx) => {
      const standing = record.standing as PartnerFiguresStanding;
      const earlier = earlierFigures(standing, await findFiguresOf(tx, standing.agencyId));
      return {
        ...figuresLine(record),
        ...{ earlier, compared: comparedFigures(standing, earlier) },
        written: writtenView(written),
        names,
      };
    },
    persons: () => [],
  });
}
