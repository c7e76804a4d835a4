import type { Standing } from '../model.js';

export const agencyKinds = [
  'social-care',
  'police',
  'health',
  'education',
  'youth-justice',
  'probation',
  'licensing',
  'housing',
  'voluntary',
  'partnership',
] as const;

/** A body that takes part in the partnership, and its teams. */
export interface AgencyStanding extends Standing {
  name: string;
  kind: (typeof agencyKinds)[number];
  teams: { id: string; name: string }[];
}

export interface AddAgencyPayload {
  name: string;
  kind: (typeof agencyKinds)[number];
  teams: { id: string; name: string }[];
}
