import { findNames } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
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

/** Which reports a list shows: those in some states. */
export class IntelligenceQuery extends PageQuery {
  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
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
  app.get<{ Querystring: IntelligenceQuery }>('/api/v1/intelligence', { schema }, async (request, reply) =>
    listed(app, request, reply, {
      action: 'intelligence/list',
      asked: { kind: 'intelligence', phases: request.query.phase, sort: 'newest' },
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
    }),
  );
  intelligenceView(app);
}
