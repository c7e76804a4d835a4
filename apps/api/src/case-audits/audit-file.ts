import { auditParts, type CaseAuditStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerListFile } from '../list-file.js';

/** `GET /api/v1/case-audits.csv`: who audits which case until when, and what came back. */
export function auditFileRoute(app: FastifyInstance): void {
  registerListFile(app, {
    kind: 'caseAudit',
    summary: 'Case audits as CSV, the newest first',
    columns: [
      ...['reference', 'state', 'auditor', 'commissioned', 'first due', 'due', 'chased', 'sent back'],
      ...['returned', ...auditParts, 'overall', 'moderated overall', 'themes', 'audit'],
    ],
    row: ({ record }) => {
      const standing = record.standing as CaseAuditStanding;
      const { returned, moderated } = standing;
      return {
        reference: standing.reference,
        state: String(record.state),
        auditor: standing.auditorName,
        commissioned: standing.commissioned?.at ?? '',
        'first due': standing.firstDue,
        due: standing.due,
        chased: String(standing.chased),
        'sent back': String(standing.sentBack),
        returned: returned?.at ?? '',
        ...Object.fromEntries(auditParts.map((part) => [part, returned?.grades[part] ?? ''])),
        overall: returned?.overall ?? '',
        'moderated overall': moderated?.overall ?? '',
        themes: returned?.themes.join('; ') ?? '',
        audit: record.id,
      };
    },
    persons: ({ record }) => (record.standing as CaseAuditStanding).childId,
  });
}
