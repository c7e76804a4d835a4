import type { UnderChild } from '../children/under-child.js';
import type { CawnChild, CawnLapse, LegalOrder } from '../disruption-measures/cawn.js';
import type { MeasureEnding } from '../disruption-measures/standing.js';
import type { Leavers } from '../grace.js';
import type { Access, Standing } from '../model.js';

/**
 * That a measure protects this child, as those know it who work with the child: what is done, what it asks and until
 * when; never on whom. It hangs under the child and is about the measure.
 */
export interface ProtectionStanding extends Standing, UnderChild, CawnChild {
  childId: string;
  measureId: string;
  code: string;
  orders: LegalOrder[];
  since: string | null;
  expiresOn: string | null;
  /** Set where it is a notice that rests on nothing: the child’s age and legal status gave it no ground. */
  withoutGround?: boolean;
  ended: { how: MeasureEnding; on: string; because: CawnLapse | null } | null;
  /** Principals of those who hold a case of the child; those who did until lately read on for their days of grace. */
  holders: string[];
  former?: Leavers;
}

/** What the measure says of the child when it is first considered. */
export interface OpenProtectionPayload {
  childId: string;
  measureId: string;
  code: string;
  access?: Access;
}

/** What a measure tells of itself: in force with these conditions until a day, or ended. */
export interface MeasureNews {
  since?: string;
  expiresOn?: string | null;
  conditions?: string;
  withoutGround?: boolean;
  ended?: ProtectionStanding['ended'];
}

/** What the child’s own record tells: another birth date, or another legal status. */
export interface StatusNews {
  birthDate: string | null;
  orders: LegalOrder[];
}

/** A protection before it is told of. */
export const blankProtection: ProtectionStanding = {
  clocks: [],
  childId: '',
  measureId: '',
  code: '',
  birthDate: null,
  orders: [],
  since: null,
  expiresOn: null,
  ended: null,
  holders: [],
};
