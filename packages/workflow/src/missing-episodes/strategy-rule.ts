import type { ChildStanding } from '../children/standing.js';
import { dateOf, epochDayOf, getCivil } from '../clocks/calendar.js';
import type { Profile } from '../profile/profile.js';
import type { ProposalReason } from './proposal-rule.js';

/**
 * Whether one more episode asks for a strategy discussion on the child’s open cases: at least the profile’s number of
 * episodes that started in its days up to and with today. It asks; whoever manages the case decides.
 */
export function discussionFor(
  child: Pick<ChildStanding, 'episodes'>,
  episode: { start: string },
  today: string,
  { strategyDiscussion: { missingEpisodes, days } }: Pick<Profile, 'strategyDiscussion'>,
): ProposalReason | null {
  const from = dateOf(epochDayOf(getCivil(today)) - days);
  const inWindow = (start: string) => start > from && start <= today;
  if (!inWindow(episode.start)) return null;
  const episodes = child.episodes.filter((one) => inWindow(one.start)).length + 1;
  return episodes >= missingEpisodes ? { episodes, from, to: today } : null;
}
