import type { ChildStanding } from '../children/standing.js';
import { ageOn } from '../clocks/age.js';
import { monthsBefore } from '../months-before.js';
import type { Profile } from '../profile/profile.js';

/** Why a referral is proposed: how many episodes in the window, and its bounds as local dates; or what an assessment found. */
export interface ProposalReason {
  episodes: number;
  from: string;
  to: string;
  /** Factors of an assessment by social care (`11A`), and the day on which it was authorised. */
  factors?: { codes: string[]; authorised: string };
}

/**
 * Whether one more episode makes a referral proposal: at least the profile's number of episodes that started in its
 * months up to and with the as-at day, for a child under its age on that day. Where a proposal was raised for the child
 * within those months, whether it waits or was decided, no second one is made.
 */
export function proposalFor(
  child: ChildStanding,
  episode: { start: string },
  asAt: string,
  profile: Profile,
): ProposalReason | null {
  const { missingEpisodes, months, underAge } = profile.referralProposal;
  if (!child.birthDate || ageOn(child.birthDate, asAt, profile.timeZone) >= underAge) return null;
  const from = monthsBefore(asAt, months);
  if (child.proposedAsAt && child.proposedAsAt > from) return null;
  const inWindow = (start: string) => start > from && start <= asAt;
  if (!inWindow(episode.start)) return null;
  const episodes = child.episodes.filter((one) => inWindow(one.start)).length + 1;
  return episodes >= missingEpisodes ? { episodes, from, to: asAt } : null;
}
