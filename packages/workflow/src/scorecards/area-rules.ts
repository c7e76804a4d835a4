import { labelOf } from '../labels.js';
import type { Grade } from '../profile/grade.js';
import type { Profile } from '../profile/profile.js';
import type { Measure } from './measure.js';

/** What the profile of an area says of counting, as the database is told. */
export interface CountingRules {
  /** From which confirmed grade on a case is an episode; `none` where each that is taken on is one. */
  episodesFrom: Grade;
}

/** The rules by which an area counts. */
export function countingRules({ episodes }: Pick<Profile, 'episodes'>): CountingRules {
  return { episodesFrom: episodes.from };
}

/** What a measure means in an area: its definition, and what the profile makes of it. */
export function definitionIn(
  { episodes }: Pick<Profile, 'episodes'>,
  { definition, ofEpisodes }: Measure,
): string {
  if (!ofEpisodes || episodes.from === 'none') return definition;
  return `${definition} In this area a case is an episode, and counted here, once its confirmed grade had reached ${labelOf(episodes.from).toLowerCase()}.`;
}
