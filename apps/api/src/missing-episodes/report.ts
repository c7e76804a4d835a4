import { writeCsv } from '@mase/exchange';
import { countMissing } from '@mase/store';
import { localDate, type MissingReport, missingReport, type Role } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, Optional } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { invalid, notPermitted } from '../problem.js';
import { askingOf, audited } from '../view.js';

/** Of which days the report is, both included, and up to which day it is known what came after. */
export class MissingReportQuery {
  @Day()
  from: string;

  @Day()
  to: string;

  @Optional()
  @Day()
  asAt?: string;
}

const address = '/api/v1/missing-report';
/** As in the function of the database that counts. */
const readers: readonly Role[] = [
  ...(['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'police-desk'] as const),
  ...(['interviewer', 'manager'] as const),
];
const mostYears = 10;

const schema = {
  querystring: dto(MissingReportQuery),
  tags: ['missing-report'],
  operationId: 'missing-report.view',
  summary: 'Missing episodes of a period, first-time missing, and what came of return home interviews',
  response: {
    200: shownSchema('MissingReportView', 'plain', 'Counts alone: no child is named'),
    ...answersOf(400, 401, 403, 503),
  },
};
const fileSchema = {
  ...schema,
  operationId: 'missing-report.file',
  summary: 'The report of missing episodes as CSV',
  response: {
    200: { type: 'null', description: 'The report as text/csv' },
    ...answersOf(400, 401, 403, 503),
  },
};
const columns = ['SECTION', 'LINE', 'N', 'OF', 'PERCENT', 'DEFINITION'] as const;

type Asked = FastifyRequest<{ Querystring: MissingReportQuery }>;

/** `GET /api/v1/missing-report` and `.csv`: figures for those who steer, who hold interviews and who oversee. */
export function missingReportRoutes(app: FastifyInstance): void {
  app.get(address, { schema }, async (request: Asked) => reportOf(app, request));
  app.get(`${address}.csv`, { schema: fileSchema }, async (request: Asked, reply) => {
    const report = await reportOf(app, request);
    let text = '';
    for await (const piece of writeCsv(columns, rowsOf(report))) text += piece;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="missing-${report.from}-${report.to}.csv"`)
      .send(text);
  });
}

async function* rowsOf(
  report: MissingReport,
): AsyncGenerator<Partial<Record<(typeof columns)[number], string>>> {
  const { from, to, asAt } = report;
  yield { SECTION: 'About', LINE: `${from} to ${to}, as at ${asAt}` };
  yield { SECTION: 'About', LINE: 'Absences', N: String(report.episodes) };
  yield { SECTION: 'About', LINE: 'Children', N: String(report.children) };
  for (const { label, lines } of report.groups)
    for (const line of lines) yield { SECTION: label, LINE: line.label, N: String(line.n) };
  for (const { label, n, of, percent, definition } of report.shares)
    yield {
      SECTION: 'Share',
      LINE: label,
      N: String(n),
      OF: String(of),
      PERCENT: percent ?? '',
      DEFINITION: definition,
    };
  for (const one of report.definitions) yield { SECTION: 'About', DEFINITION: one };
}

async function reportOf(app: FastifyInstance, request: Asked): Promise<MissingReport> {
  const { from, to } = request.query;
  const fault = (detail: string) => invalid('Give other days.', [{ pointer: '/to', code: 'period', detail }]);
  if (to < from) throw fault('It lies before the first day.');
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > mostYears)
    throw fault(`A report is of ${mostYears} years at most.`);
  const { profile, now } = await askingOf(app, request);
  const days = { from, to, asAt: request.query.asAt ?? localDate(now, profile.timeZone) };
  return audited(app, request, { action: 'missing-report/view' }, async (tx) => {
    if (!readers.some((role) => request.actor.roles.includes(role)))
      throw notPermitted('those who steer, who hold interviews, the police desk or an auditor');
    return { shown: missingReport(await countMissing(tx, days), days), persons: [] };
  });
}
