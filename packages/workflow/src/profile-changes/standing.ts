import { type DecidedByTwo, undecided } from '../decided-by-two.js';

/** A new profile of the area, as it is proposed. */
export interface ProposeProfileChangePayload {
  /** The whole profile, as it was written; it begins on the day that it says. */
  file: string;
  reason: string;
}

/** A dated change of the profile of an area: two people decide it, and running clocks keep the rule they started with. */
export interface ProfileChangeStanding extends DecidedByTwo {
  /** The profile's own id and name. */
  profile: string;
  title: string;
  /** The first day on which it is in force. */
  from: string;
  /** In how many places it says something else than the profile that was in force when it was proposed. */
  differences: number;
}

/** A change before it is proposed. */
export const blankProfileChange: ProfileChangeStanding = {
  ...undecided,
  profile: '',
  title: '',
  from: '',
  differences: 0,
};
