import {
  auditGrades,
  auditPartWords,
  auditSummary,
  type CaseAuditStanding,
  labelOf,
  periodOf,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { everyListed } from '../every-listed.js';
import { dto } from '../plugins/bodies.js';
import type { FileTable } from '../plugins/list-files.js';
import { DaysFileQuery, type DaysQuery, demandDays, demandRole } from '../report-of-days.js';
import { askingOf, audited } from '../view.js';

const schema = {
  querystring: dto(DaysFileQuery),
  tags: ['case-audits'],
  operationId: 'case-audits.summary',
  summary: 'Audits returned within these days, counted by part and grade',
  response: {
    200: shownSchema('AuditSummaryView', 'plain', 'Counts by part, grade and theme'),
    ...answersOf(400, 401, 403, 503),
  },
};

type Summary = ReturnType<typeof auditSummary>;

/** A row for each part with its grades, one for the case as a whole, and one for each theme with its audits. */
function summaryTable({ from, to, parts, overall, themes }: Summary & DaysQuery): FileTable {
  const grades = (counts: Summary['overall']) =>
    Object.fromEntries(auditGrades.map((grade) => [labelOf(grade), String(counts[grade])]));
  return {
    of: `${from}-${to}`,
    headings: ['What', ...auditGrades.map(labelOf), 'Audits'],
    rows: [
      ...Object.entries(parts).map(([part, counts]) => ({
        What: auditPartWords[part as keyof typeof auditPartWords],
        ...grades(counts),
      })),
      { What: 'The case as a whole', ...grades(overall) },
      ...themes.map(({ theme, audits }) => ({ What: `Theme: ${labelOf(theme)}`, Audits: String(audits) })),
    ],
  };
}

/** `GET /api/v1/case-audits/summary`: counts of what the reader may see; it names no child and no auditor. */
export function auditSummaryRoute(app: FastifyInstance): void {
  const asked = { schema, config: { table: summaryTable } };
  app.get<{ Querystring: DaysFileQuery }>('/api/v1/case-audits/summary', asked, async (request) => {
    const { from, to } = request.query;
    const { profile } = await askingOf(app, request);
    demandDays(request.query);
    const period = periodOf(from, to, profile.timeZone);
    return audited(app, request, { action: 'case-audits/summary' }, async (tx) => {
      demandRole(request, ['auditor', 'senior'], 'the partnership’s auditor or a senior manager');
      const rows = await everyListed(tx, { kind: 'caseAudit', phases: ['awaitingModeration', 'moderated'] });
      const audits = rows.map(({ record }) => record.standing as CaseAuditStanding);
      const within = audits.filter(
        ({ returned }) => returned && returned.at >= period.from && returned.at < period.to,
      );
      return { shown: { from, to, ...auditSummary(within) }, persons: [] };
    });
  });
}
