import type { RecordKind } from '../record-kind.js';

/** Audits of a case and their actions do not open to each other’s auditors: each judges for himself or herself. */
export const auditKinds: readonly RecordKind[] = ['caseAudit', 'auditAction'];
