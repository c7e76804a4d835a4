import type { OpenedRecord } from '@mase/store';
import type { Role, SittingStanding } from '@mase/workflow';

/** Who may have a copy with a disruption part made for somebody else. */
export const chairs: readonly Role[] = ['chair', 'deputy-chair'];

/** Who may have a copy made for somebody else. */
export const issuers: readonly Role[] = ['coordinator', ...chairs];

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

/** Whether somebody reads who has which copy and has opened it: the office and the chairs; everybody else reads his or her own line. */
export function readsAllCopies({ roles }: { roles: readonly Role[] }): boolean {
  return issuers.some((role) => roles.includes(role));
}
