import type { RecordKind } from '../model.js';

/** Whose a record is, for a match with it: the intelligence desk's, its owner's, its team's manager's; else the coordinator's. */
export function ownerOfRecord(record: {
  kind: RecordKind;
  ownerId: string | null;
  teamId: string | null;
}): string {
  if (record.kind === 'intelligence') return 'role:intelligence-officer';
  if (record.ownerId) return `user:${record.ownerId}`;
  return record.teamId ? `team:${record.teamId}:manager` : 'role:coordinator';
}
