import type { StoredRecord } from './model.js';

/** The version under which a record is stored: one more with every command that changed it, whoever may know of it. */
export function storedVersion({
  version,
  uncounted = 0,
}: Pick<StoredRecord, 'version' | 'uncounted'>): number {
  return version + uncounted;
}
