import { countIncidents } from '@mase/store';
import { type IncidentReport, incidentReport, localDate, type Role, suppressReport } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import {
  csvText,
  demandDays,
  demandRole,
  FiguresQuery,
  fileAnswers,
  mostYears,
  sendCsv,
} from '../report-of-days.js';
import { askingOf, audited } from '../view.js';
import { reportColumns, reportRows } from './report-rows.js';

const address = '/api/v1/incident-report';
/** As in the function of the database that counts. */
const readers: readonly Role[] = [
  'coordinator',
  'chair',
  'deputy-chair',
  'senior',
  'auditor',
  'police-desk',
  'intelligence-officer',
  'intelligence-supervisor',
];

const schema = {
  querystring: dto(FiguresQuery),
  tags: ['incident-report'],
  operationId: 'incident-report.view',
  summary: 'Incidents by month and outcome, shares with what they are of, distinct and repeat people',
  response: {
    200: shownSchema(
      'IncidentReportView',
      'plain',
      'Counts alone: no child, no offender and no incident is named',
    ),
    ...answersOf(400, 401, 403, 503),
  },
};
const fileSchema = {
  ...schema,
  operationId: 'incident-report.file',
  summary: 'The incident report as CSV; for outside the partnership with small numbers kept back',
  response: fileAnswers('The report as text/csv'),
};

type Asked = FastifyRequest<{ Querystring: FiguresQuery }>;

/** `GET /api/v1/incident-report` and `.csv`: figures for those who steer and those who oversee. */
export function incidentReportRoutes(app: FastifyInstance): void {
  app.get(address, { schema }, async (request: Asked) => reportOf(app, request));
  app.get(`${address}.csv`, { schema: fileSchema }, async (request: Asked, reply) => {
    const report = await reportOf(app, request);
    const { from, to, suppressed } = report;
    const name = `incidents-${from}-${to}${suppressed ? '-for-others' : ''}.csv`;
    return sendCsv(reply, name, await csvText(reportColumns, reportRows(report)));
  });
}

async function reportOf(app: FastifyInstance, request: Asked): Promise<IncidentReport> {
  const { from, to, for: whom } = request.query;
  demandDays(request.query, mostYears);
  const { profile, now } = await askingOf(app, request);
  const days = { from, to, asAt: request.query.asAt ?? localDate(now, profile.timeZone) };
  return audited(app, request, { action: 'incident-report/view' }, async (tx) => {
    demandRole(request, readers, 'the police, the chair, the coordinator, a senior manager or an auditor');
    const report = incidentReport(await countIncidents(tx, days), days, profile);
    return { shown: whom === 'outside' ? suppressReport(report) : report, persons: [] };
  });
}
