import { writeCsv } from '@mase/exchange';
import { countIncidents } from '@mase/store';
import { type IncidentReport, incidentReport, localDate, type Role, suppressReport } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, OneOf, Optional } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { invalid, notPermitted } from '../problem.js';
import { askingOf, audited } from '../view.js';
import { reportColumns, reportRows } from './report-rows.js';

/** Of which days the report is, both included; as at which day outcomes are taken; whether it leaves the partnership. */
export class IncidentReportQuery {
  @Day()
  from: string;

  @Day()
  to: string;

  @Optional()
  @Day()
  asAt?: string;

  @Optional()
  @OneOf(['partnership', 'outside'])
  for?: 'partnership' | 'outside';
}

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
const mostYears = 10;

const schema = {
  querystring: dto(IncidentReportQuery),
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
  response: {
    200: { type: 'null', description: 'The report as text/csv' },
    ...answersOf(400, 401, 403, 503),
  },
};

type Asked = FastifyRequest<{ Querystring: IncidentReportQuery }>;

/** `GET /api/v1/incident-report` and `.csv`: figures for those who steer and those who oversee. */
export function incidentReportRoutes(app: FastifyInstance): void {
  app.get(address, { schema }, async (request: Asked) => reportOf(app, request));
  app.get(`${address}.csv`, { schema: fileSchema }, async (request: Asked, reply) => {
    const report = await reportOf(app, request);
    const { from, to, suppressed } = report;
    const name = `incidents-${from}-${to}${suppressed ? '-for-others' : ''}.csv`;
    let text = '';
    for await (const piece of writeCsv(reportColumns, reportRows(report))) text += piece;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(text);
  });
}

async function reportOf(app: FastifyInstance, request: Asked): Promise<IncidentReport> {
  const { from, to, for: whom } = request.query;
  const fault = (pointer: string, code: string, detail: string) =>
    invalid('Give other days.', [{ pointer, code, detail }]);
  if (to < from) throw fault('/to', 'period', 'It lies before the first day.');
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > mostYears)
    throw fault('/to', 'period', `A report is of ${mostYears} years at most.`);
  const { profile, now } = await askingOf(app, request);
  const days = { from, to, asAt: request.query.asAt ?? localDate(now, profile.timeZone) };
  return audited(app, request, { action: 'incident-report/view' }, async (tx) => {
    if (!readers.some((role) => request.actor.roles.includes(role)))
      throw notPermitted('the police, the chair, the coordinator, a senior manager or an auditor');
    const report = incidentReport(await countIncidents(tx, days), days, profile);
    return { shown: whom === 'outside' ? suppressReport(report) : report, persons: [] };
  });
}
