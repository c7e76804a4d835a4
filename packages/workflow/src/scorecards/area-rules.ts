import { forceKey, type OutcomeCode, outcomePart } from '../incidents/outcome-codes.js';
import type { Grade } from '../profile/grade.js';
import type { Profile } from '../profile/profile.js';
import type { Counted, Measure } from './measure.js';

type Ruled = Pick<Profile, 'episodes' | 'incidents' | 'grades'>;

/** What the profile of an area says of counting, as the database is told. */
export interface CountingRules {
  /** From which confirmed grade on a case is an episode; `none` where each that is taken on is one. */
  episodesFrom: Grade;
  /** Police outcomes, each with the days on which a force uses it, and the line in which it is counted. */
  outcomes: (Pick<OutcomeCode, 'code' | 'from' | 'until'> & { force?: string; part: string })[];
}

/** The rules by which an area counts. */
export function countingRules({ episodes, incidents }: Ruled): CountingRules {
  return {
    episodesFrom: episodes.from,
    outcomes: incidents.outcomes.map((one) => ({
      ...{ code: one.code, from: one.from, part: outcomePart(one) },
      ...(one.until ? { until: one.until } : {}),
      ...(one.force ? { force: forceKey(one.force) } : {}),
    })),
  };
}

/** The measures of a scorecard as an area counts them: what each means, and which outcomes are in it. */
export function measuresIn(profile: Ruled, measures: readonly Measure[]): Measure[] {
  return measures.map((measure) => ({
    ...measure,
    definition: definitionIn(profile, measure),
    numerator: countedIn(profile, measure.numerator),
    ...(measure.by === 'outcome'
      ? { order: [...profile.incidents.outcomes.map(outcomePart), 'not-in-list', 'no-outcome'] }
      : {}),
  }));
}

function definitionIn(
  { episodes, incidents, grades }: Ruled,
  { definition, ofEpisodes, numerator }: Measure,
): string {
  if (numerator.ofArea === 'positive') return `${definition} ${incidents.positive.words}`;
  if (!ofEpisodes || episodes.from === 'none') return definition;
  return `${definition} In this area a case is an episode, and counted here, once its confirmed grade had reached ${grades[episodes.from].name}.`;
}

function countedIn({ incidents }: Ruled, counted: Counted): Counted {
  const { ofArea, ...rest } = counted;
  if (!ofArea) return counted;
  const isIn = (one: OutcomeCode) => {
    if (ofArea === 'known') return one.group !== 'open';
    return ofArea === 'final' ? one.final : incidents.positive.groups.includes(one.group);
  };
  return { ...rest, parts: [...new Set(incidents.outcomes.filter(isIn).map(outcomePart))] };
}
