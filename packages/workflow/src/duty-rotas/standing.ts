import type { Standing } from '../model.js';
import type { Role } from '../roles.js';

/** The parts that a duty rota fills. */
export const rotaRoles = [
  'duty-manager',
  'out-of-hours',
  'triage-social-worker',
] as const satisfies readonly Role[];
/** One of these parts. */
export type RotaRole = (typeof rotaRoles)[number];

/**
 * Whose roles fit a part on the rota: a shift gives the part for its hours, so it goes to nobody whose own work is
 * further from it than this. Who oversees, observes or is a partner fills none.
 */
export const rotaFits: Record<RotaRole, readonly Role[]> = {
  'duty-manager': ['duty-manager', 'manager', 'senior', 'out-of-hours'],
  'out-of-hours': ['out-of-hours', 'duty-manager', 'manager', 'senior', 'triage-social-worker', 'worker'],
  'triage-social-worker': ['triage-social-worker', 'duty-manager', 'manager', 'senior', 'worker'],
};

/** The hours that a rota must fill: all of them, those of the office on working days, or all others. */
export const rotaHours = ['always', 'office-hours', 'outside-office-hours'] as const;
/** One of these. */
export type RotaHours = (typeof rotaHours)[number];

/** One place on the rota: who fills the part from one instant until another. */
export interface Shift {
  userId: string;
  from: string;
  until: string;
}

/** A duty rota: one part at one agency, the hours it must fill, and who fills them. */
export interface DutyRotaStanding extends Standing {
  name: string;
  role: RotaRole;
  agencyId: string;
  hours: RotaHours;
  /** Office hours in local time, HH:MM. */
  officeFrom: string;
  officeUntil: string;
  /** Shifts that are not over, in order. */
  shifts: Shift[];
  /** Where nobody is on from: the first gap after the last change; null where the look-ahead holds none. */
  gapFrom: string | null;
}

export interface OpenRotaPayload {
  name: string;
  role: RotaRole;
  agencyId: string;
  hours: RotaHours;
  officeFrom?: string;
  officeUntil?: string;
}
/** Replaces every shift that begins in the seven days from a local day; what has begun stays. */
export interface EnterWeekPayload {
  weekFrom: string;
  shifts: Shift[];
}
export interface SwapShiftPayload {
  /** When the shift begins, and who has it now. */
  from: string;
  userId: string;
  toId: string;
  reason: string;
}
