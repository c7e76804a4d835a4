import type { OpenedRecord } from '@mase/store';
import type { Role, SittingStanding } from '@mase/workflow';

/** Who may have a copy with a disruption part made for somebody else. */
export const chairs: readonly Role[] = ['chair', 'deputy-chair'];

/** Who may have a copy made for somebody else. */
export const issuers: readonly Role[] = ['coordinator', ...chairs];

/** The chair of the sitting, and whoever is named in the papers or the letters as they were last issued. */
export function recipientsOf({ record, written }: Pick<OpenedRecord, 'record' | 'written'>): string[] {
  const issued = ['papers', 'letters'].flatMap((kind) => {
    const latest = written.find((row) => row.kind === kind)?.body as { recipients?: string[] } | undefined;
    return latest?.recipients ?? [];
  });
  const { chairId } = record.standing as SittingStanding;
  return [...new Set([chairId, ...issued])];
}
