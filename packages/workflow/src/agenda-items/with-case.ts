import type { RecordKind, StoredRecord } from '../model.js';

/**
 * What a panel keeps of a person, a place or a cluster: the items under which it hears the case, and the actions that its
 * sittings gave there. These are closed, opened and moved with the case: whoever may not know of the case knows of none.
 */
export const keptWithCase = ['agendaItem', 'planAction'] as const satisfies readonly RecordKind[];

const kinds: readonly RecordKind[] = keptWithCase;

/** What a panel keeps of these cases, of all that is locked. */
export function keptWith(locked: readonly StoredRecord[], caseIds: readonly string[]): StoredRecord[] {
  return locked.filter(({ kind, subjectId }) => kinds.includes(kind) && caseIds.includes(subjectId ?? ''));
}
