import { countMissing } from '@mase/store';
import { localDate, type MissingReport, missingReport, type Role, suppressMissing } from '@mase/workflow';
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

const address = '/api/v1/missing-report';
/** As in the function of the database that counts. */
const readers: readonly Role[] = [
  ...(['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'police-desk'] as const),
  ...(['interviewer', 'manager'] as const),
];

const schema = {
  querystring: dto(FiguresQuery),
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
  summary: 'The report of missing episodes as CSV; for outside the partnership with small numbers kept back',
  response: fileAnswers('The report as text/csv'),
};
const columns = ['SECTION', 'LINE', 'N', 'OF', 'PERCENT', 'DEFINITION'] as const;

type Asked = FastifyRequest<{ Querystring: FiguresQuery }>;

/** `GET /api/v1/missing-report` and `.csv`: figures for those who steer, who hold interviews and who oversee. */
export function missingReportRoutes(app: FastifyInstance): void {
  app.get(address, { schema }, async (request: Asked) => reportOf(app, request));
  app.get(`${address}.csv`, { schema: fileSchema }, async (request: Asked, reply) => {
    const report = await reportOf(app, request);
    const { from, to, suppressed } = report;
    const name = `missing-${from}-${to}${suppressed ? '-for-others' : ''}.csv`;
    return sendCsv(reply, name, await csvText(columns, rowsOf(report)));
  });
}

const keptBack = 'kept back';
const number = (n: number | null): string => (n === null ? keptBack : String(n));

async function* rowsOf(
  report: MissingReport,
): AsyncGenerator<Partial<Record<(typeof columns)[number], string>>> {
  const { from, to, asAt } = report;
  yield { SECTION: 'About', LINE: `${from} to ${to}, as at ${asAt}` };
  yield { SECTION: 'About', LINE: 'Absences', N: number(report.episodes) };
  yield { SECTION: 'About', LINE: 'Children', N: number(report.children) };
  for (const { label, lines } of report.groups)
    for (const line of lines) yield { SECTION: label, LINE: line.label, N: number(line.n) };
  for (const { label, n, of, percent, definition } of report.shares)
    yield {
      SECTION: 'Share',
      LINE: label,
      N: number(n),
      OF: number(of),
      PERCENT: percent ?? (n === null ? keptBack : ''),
      DEFINITION: definition,
    };
  for (const one of report.definitions) yield { SECTION: 'About', DEFINITION: one };
}

async function reportOf(app: FastifyInstance, request: Asked): Promise<MissingReport> {
  const { from, to } = request.query;
  demandDays(request.query, mostYears);
  const { profile, now } = await askingOf(app, request);
  const days = { from, to, asAt: request.query.asAt ?? localDate(now, profile.timeZone) };
  return audited(app, request, { action: 'missing-report/view' }, async (tx) => {
    demandRole(request, readers, 'those who steer, who hold interviews, the police desk or an auditor');
    const report = missingReport(await countMissing(tx, days), days);
    return { shown: request.query.for === 'outside' ? suppressMissing(report) : report, persons: [] };
  });
}
