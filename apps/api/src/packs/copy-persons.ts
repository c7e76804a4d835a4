import type { StoredRecord } from '@mase/workflow';

/** The children, persons and places whom records show: those that they are about. */
export function personsOf(records: readonly StoredRecord[]): string[] {
  const named = records.flatMap(({ standing }) => {
    const { childId, aboutId } = standing as { childId?: unknown; aboutId?: unknown };
    return [childId, aboutId];
  });
  return [...new Set(named.filter((id): id is string => typeof id === 'string' && id !== ''))];
}
