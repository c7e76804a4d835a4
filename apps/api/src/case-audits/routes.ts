import type { CaseAuditStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerOnCase } from '../on-case.js';
import { auditCommands } from './audit-bodies.js';
import { auditLine } from './audit-line.js';
import { auditSummaryRoute } from './summary.js';

/** Everything of case audits that can be asked over HTTP. */
export function caseAuditRoutes(app: FastifyInstance): void {
  registerCommands(app, auditCommands);
  auditSummaryRoute(app);
  registerOnCase(app, {
    kind: 'caseAudit',
    schemas: ['CaseAuditsView', 'CaseAuditView'],
    summaries: ['Case audits, the newest first', 'One audit of a case'],
    line: auditLine,
    childOf: ({ standing }) => (standing as CaseAuditStanding).childId,
  });
}
