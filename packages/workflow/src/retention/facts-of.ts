import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { ChildStanding } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import type { RetentionFacts } from './kept-until.js';

/** What the rules of retention look at, of a child's case and the child whose it is. */
export function factsOfCase(
  record: Pick<StoredRecord, 'standing' | 'at'>,
  child: Pick<StoredRecord, 'standing'> | undefined,
): RetentionFacts {
  const standing = record.standing as ChildCaseStanding;
  const known = child?.standing as ChildStanding | undefined;
  return {
    kind: 'childCase',
    birthDate: known?.birthDate ?? null,
    closedAt: standing.closed?.at ?? null,
    lastEntryAt: record.at,
    protection: standing.strategy !== null || standing.plan !== null,
    harm: Object.values(standing.harm).some(({ certainty }) => certainty !== 'none-known'),
    lookedAfter: (known?.status ?? null) !== null,
  };
}

/** What the rules of retention look at, of a child who has no case. */
export function factsOfChild(record: Pick<StoredRecord, 'standing' | 'at'>): RetentionFacts {
  const standing = record.standing as ChildStanding;
  return {
    kind: 'child',
    birthDate: standing.birthDate,
    closedAt: null,
    lastEntryAt: record.at,
    protection: false,
    harm: false,
    lookedAfter: standing.status !== null,
  };
}
