import { closeFor, openFor } from '../break-glass/access-for-an-hour.js';
import { hungOn } from '../child-cases/holder-steps.js';
import { graceUntil } from '../grace.js';
import type { Context, StoredRecord } from '../model.js';
import type { Step } from '../topic.js';
import { auditKinds } from './audit-kinds.js';
import type { CaseAuditStanding } from './standing.js';

type Ctx = Context<CaseAuditStanding>;

/** The case that is audited, its child, and what hangs on it: what the auditor reads. */
function audited({ locked, record }: Ctx): StoredRecord[] {
  const { caseId, childId } = record.standing;
  const own = locked.filter(
    ({ kind, id }) => (kind === 'childCase' && id === caseId) || (kind === 'child' && id === childId),
  );
  return [...own, ...hungOn(locked, caseId).filter(({ kind }) => !auditKinds.includes(kind))];
}

/** Whoever is named on a restricted case without an end reads it anyhow. */
const namedAnyhow = ({ standing }: StoredRecord, userId: string): boolean =>
  standing.access?.named?.some((one) => one.userId === userId && one.until === null) ?? false;

/** Opens the case to its auditor until an instant: as its worker reads it, without restricted notes and the disruption part. */
function openUntil(context: Ctx, until: string): Step[] {
  const { record, at } = context;
  const { auditorId } = record.standing;
  return audited(context)
    .filter((one) => !namedAnyhow(one, auditorId))
    .map((one) => openFor(one, auditorId, { at, until }));
}

/** The auditor reads the case until 28 days after the day on which the audit is due. */
export const openToAuditor = (context: Ctx): Step[] =>
  openUntil(context, graceUntil(`${context.record.standing.due}T23:59:59.999Z`));

/** Once it is returned, the auditor reads the case for 28 days more. */
export const openForGrace = (context: Ctx): Step[] => openUntil(context, graceUntil(context.happened));

/** An audit that is withdrawn closes the case to its auditor at once. */
export function closeToAuditor(context: Ctx): Step[] {
  const { auditorId } = context.record.standing;
  const isOpen = ({ standing }: StoredRecord) =>
    standing.access?.named?.some((one) => one.userId === auditorId && one.until !== null);
  return audited(context)
    .filter(isOpen)
    .map((one) => closeFor(one, auditorId, context.at));
}
