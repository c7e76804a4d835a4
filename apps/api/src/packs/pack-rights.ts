import type { OpenedRecord } from '@mase/store';
import { type Actor, type Recall, type Role, recalledCopies, type SittingStanding } from '@mase/workflow';
import { ProblemError } from '../problem.js';

/** Who may have a copy with a disruption part made for somebody else. */
export const chairs: readonly Role[] = ['chair', 'deputy-chair'];

/** Who may have a copy made for somebody else. */
export const issuers: readonly Role[] = ['coordinator', ...chairs];

/** The papers that are recalled with somebody’s copy; minutes and letters are not. */
export const beforeTheSitting: readonly string[] = ['pack', 'supplement', 'agenda', 'extract'];

const oversee: readonly Role[] = [...chairs, 'auditor', 'information-governance'];

/** Whether somebody opens a copy as it was issued: its recipient, the chairs, and those who look into what was given to whom. */
export function opensIssued({ userId, roles }: Actor, { recipientId }: { recipientId: string }): boolean {
  return recipientId === userId || oversee.some((role) => roles.includes(role));
}

/** 403: the copy was recalled, by the office or a chair. */
export const copyRecalled = () =>
  new ProblemError({
    status: 403,
    code: 'COPY_RECALLED',
    title: 'This copy was recalled',
    detail:
      'The office recalled this copy of the papers: it cannot be had any more. Destroy what there is of it on paper, and say so to the coordinator.',
  });

/** Why somebody's copy cannot be had any more; undefined where it was not recalled, or was issued again since. */
export function recallOf(
  { written }: Pick<OpenedRecord, 'written'>,
  recipientId: string,
): { at: string; reason: string; by: string } | undefined {
  const row = recalledCopies(written).get(recipientId);
  if (!row) return undefined;
  const { reason, by } = row.body as Recall;
  return { at: row.happened, reason, by };
}

/** The chair of the sitting, and whoever was named in its papers whenever they were issued: who has had a copy has it still. */
export function recipientsOf({ record, written }: Pick<OpenedRecord, 'record' | 'written'>): string[] {
  const { chairId } = record.standing as SittingStanding;
  return [...new Set([chairId, ...issuedTo({ written })])];
}

/** Everybody to whom the papers of a sitting were issued, at whichever of its issues. */
export function issuedTo({ written }: Pick<OpenedRecord, 'written'>): string[] {
  const issues = written.filter((row) => row.kind === 'papers').map(({ body }) => body);
  return [...new Set(issues.flatMap(({ recipients }: { recipients?: string[] }) => recipients ?? []))];
}

/** Whether somebody reads who has which copy and has opened it: the office, the chairs and auditors; everybody else reads his or her own line. */
export function readsAllCopies({ roles }: { roles: readonly Role[] }): boolean {
  return [...issuers, ...oversee].some((role) => roles.includes(role));
}
