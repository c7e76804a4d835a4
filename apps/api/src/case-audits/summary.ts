import { auditSummary, type CaseAuditStanding, periodOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { everyListed } from '../every-listed.js';
import { dto } from '../plugins/bodies.js';
import { DaysQuery, demandDays, demandRole } from '../report-of-days.js';
import { askingOf, audited } from '../view.js';

const schema = {
  querystring: dto(DaysQuery),
  tags: ['case-audits'],
  operationId: 'case-audits.summary',
  summary: 'Audits returned within these days, counted by part and grade',
  response: {
    200: shownSchema('AuditSummaryView', 'plain', 'Counts by part, grade and theme'),
    ...answersOf(400, 401, 403, 503),
  },
};

/** `GET /api/v1/case-audits/summary`: counts of what the reader may see; it names no child and no auditor. */
export function auditSummaryRoute(app: FastifyInstance): void {
  app.get<{ Querystring: DaysQuery }>('/api/v1/case-audits/summary', { schema }, async (request) => {
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
