import type { OpenedRecord } from '@mase/store';
import type { Role, SittingStanding } from '@mase/workflow';

/** Who may have a copy with a disruption part made for somebody else. */
export const chairs: readonly Role[] = ['chair', 'deputy-chair'];

/** Who may have a copy made for somebody else. */
export const issuers: readonly Role[] = ['coordinator', ...chairs];

/** The chair of the sitting, and whoever is named in the papers as they were last issued. */
export function recipientsOf({ record, written }: Pick<OpenedRecord, 'record' | 'written'>): string[] {
  const issued = written.find((row) => row.kind === 'papers')?.body as { recipients?: string[] } | undefined;
  const { chairId } = record.standing as SittingStanding;
  return [...new Set([chairId, ...(issued?.recipients ?? [])])];
}
