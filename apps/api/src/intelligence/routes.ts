import { findNames } from '@mase/store';
import { periodOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery, type SortAsked, Sorted } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { demandDays } from '../report-of-days.js';
import { askingOf } from '../view.js';
import { addToReport } from './add-to-report.js';
import { disseminate } from './disseminate.js';
import { evaluate } from './evaluate.js';
import { nameRecords } from './name-records.js';
import { recordSourceRisk } from './record-source-risk.js';
import { reportLine } from './report-line.js';
import { reviewReport } from './review-report.js';
import { sanitise } from './sanitise.js';
import { submitIntelligence } from './submit-intelligence.js';
import { tellSubmitter } from './tell-submitter.js';
import { intelligenceView } from './view.js';
import { referSource, rejectReport, withdrawReport } from './with-reason.js';

/** Which reports a list shows: those in some states, and those submitted on some days. */
export class IntelligenceQuery extends PageQuery {
  @Sorted('recorded', '-recorded')
  sort?: SortAsked;

  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];

  /** Submitted on this day or later. */
  @Optional()
  @Day()
  from?: string;

  /** Submitted on this day or earlier. */
  @Optional()
  @Day()
  to?: string;
}

/** No report was submitted before or after these days. */
const [first, last] = ['1970-01-01', '2199-12-31'];

/** The days that are asked for as instants of the area; undefined where none are, 400 where the last lies before the first. */
function openedOf({ from, to }: IntelligenceQuery, timeZone: string) {
  if (from === undefined && to === undefined) return undefined;
  const days = { from: from ?? first, to: to ?? last };
  demandDays(days);
  const period = periodOf(days.from, days.to, timeZone);
  return { from: period.from, until: period.to };
}

const schema = {
  querystring: dto(IntelligenceQuery),
  tags: ['intelligence'],
  operationId: 'intelligence.list',
  summary: 'Reports of intelligence that the reader may know of, the newest first',
  response: {
    200: shownSchema('IntelligenceListView', 'list', 'One page of reports'),
    ...answersOf(400, 401, 503),
  },
};

/** Everything of intelligence that can be asked over HTTP. */
export function intelligenceRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    submitIntelligence,
    addToReport,
    evaluate,
    nameRecords,
    recordSourceRisk,
    sanitise,
    disseminate,
    rejectReport,
    referSource,
    tellSubmitter,
    withdrawReport,
    reviewReport,
  ]);
  app.get<{ Querystring: IntelligenceQuery }>('/api/v1/intelligence', { schema }, async (request, reply) => {
    const { profile } = await askingOf(app, request);
    const opened = openedOf(request.query, profile.timeZone);
    return listed(app, request, reply, {
      action: 'intelligence/list',
      asked: {
        kind: 'intelligence',
        phases: request.query.phase,
        opened,
        sort: opened ? '-opened' : 'newest',
      },
      // Days are found by the order in which reports were submitted, which is that in which they were recorded.
      ...(opened ? { orders: { recorded: 'opened', '-recorded': '-opened' } } : {}),
      show: async (rows, tx) => {
        const lines = rows.map(({ record, classes }) => reportLine(record, classes));
        const names = await findNames(
          tx,
          lines.flatMap(({ desk }) => [desk?.submittedBy, desk?.agencyId]),
        );
        return lines.map((line) => ({
          ...line,
          submittedByName: names[line.desk?.submittedBy ?? ''] ?? null,
          agencyName: names[line.desk?.agencyId ?? ''] ?? null,
        }));
      },
      persons: () => null,
    });
  });
  intelligenceView(app);
}
