import type { Standing } from '../model.js';
import type { Role } from '../roles.js';

/** Why somebody is away, as far as colleagues need to know: nothing about health is asked. */
export const absenceReasons = ['leave', 'training', 'secondment', 'other'] as const;
/** One of these reasons. */
export type AbsenceReason = (typeof absenceReasons)[number];

/** Days on which somebody is away: who stands in, or else the principal that takes over. */
export interface Absence {
  id: string;
  from: string;
  until: string;
  reason: AbsenceReason;
  standInId: string | null;
  /** Who takes over where nobody stands in, or whoever does is away: the manager of the team. */
  cover: string;
}

/** A part that somebody gives to another for a time, and goes on filling too. */
export interface Delegation {
  id: string;
  role: Role;
  toId: string;
  from: string;
  until: string;
}

/** What somebody leaves whose access has ended: the parts that he or she filled, and who takes over. */
export interface Leaving {
  at: string;
  roles: Role[];
  cover: string;
}

/** Somebody with an account. */
export interface UserStanding extends Standing {
  name: string;
  email: string;
  agencyId: string;
  agencyKind: string;
  teamId: string | null;
  roles: Role[];
  endedAt: string | null;
  /** Absences that are not over; left out where there are none. */
  absences?: Absence[];
  /** Delegations that are not over; left out where there are none. */
  delegations?: Delegation[];
  left?: Leaving;
  /** Panels of which he or she is a member or a substitute; left out where there are none. */
  panels?: string[];
}

export interface AddUserPayload {
  name: string;
  email: string;
  agencyId: string;
  teamId?: string;
  roles: Role[];
}
export interface ChangeRolePayload {
  roles: Role[];
  teamId?: string;
  reason: string;
}
export interface EndAccessPayload {
  reason: string;
}
/** Both are instants; `until` is the first at which he or she is back. */
export interface RecordAbsencePayload {
  from: string;
  until: string;
  reason: AbsenceReason;
  standInId?: string;
}
export interface EndAbsencePayload {
  absenceId: string;
}
export interface DelegatePayload {
  role: Role;
  toId: string;
  from: string;
  until: string;
  reason: string;
}
export interface EndDelegationPayload {
  delegationId: string;
  reason: string;
}
