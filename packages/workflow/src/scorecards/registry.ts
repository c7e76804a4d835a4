import type { Measure, ScorecardEntry, ScorecardId } from './measure.js';
import { childrenScorecard, planScorecard, timelinessScorecard } from './measures-of-children.js';
import { cohortScorecard } from './measures-of-cohort.js';
import {
  caseloadScorecard,
  completenessScorecard,
  panelScorecard,
  strandsScorecard,
} from './measures-of-others.js';
import { incidentsScorecard, missingScorecard } from './measures-of-reports.js';

/** Every measure that is counted from the records, by scorecard. */
export const scorecardRegistry: Record<ScorecardId, ScorecardEntry> = {
  children: childrenScorecard,
  timeliness: timelinessScorecard,
  plan: planScorecard,
  strands: strandsScorecard,
  panel: panelScorecard,
  caseload: caseloadScorecard,
  completeness: completenessScorecard,
  cohort: cohortScorecard,
  missing: missingScorecard,
  incidents: incidentsScorecard,
};

/** Every scorecard with its name. */
export const scorecardNames = Object.fromEntries(
  Object.entries(scorecardRegistry).map(([id, { name }]) => [id, name]),
) as Record<ScorecardId, string>;

/** A measure of a scorecard; undefined where there is none. */
export function findMeasure(scorecard: ScorecardId, id: string): Measure | undefined {
  return scorecardRegistry[scorecard].measures.find((one) => one.id === id);
}
