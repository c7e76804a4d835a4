import type { RecordKind } from '../model.js';

/** What decides whose a record is, for a match with it. */
export interface Owned {
  kind: RecordKind;
  closed: boolean;
  ownerId: string | null;
  teamId: string | null;
}

/** Kinds of record that the police keep. */
const ofPolice: readonly RecordKind[] = [
  'intelligence',
  'person',
  'personCase',
  'location',
  'locationCase',
  'link',
];

/**
 * Whose a record is, for a match with it: its owner's; without one the intelligence desk's where the police keep it, the
 * supervisor's where few may know of it; else that of the team's manager, or the coordinator's.
 */
export function ownerOfRecord({ kind, closed, ownerId, teamId }: Owned): string {
  if (ownerId) return `user:${ownerId}`;
  if (kind !== 'intelligence' && closed && ofPolice.includes(kind)) return 'role:intelligence-supervisor';
  if (ofPolice.includes(kind)) return 'role:intelligence-officer';
  return teamId ? `team:${teamId}:manager` : 'role:coordinator';
}
