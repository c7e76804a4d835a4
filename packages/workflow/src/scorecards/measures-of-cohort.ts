import type { Measure, ScorecardEntry } from './measure.js';
import { number } from './number-measure.js';

const ofCohort = (
  id: string,
  count: string,
  name: string,
  definition: string,
  more: Partial<Measure>,
): Measure => ({
  ...{ id, name, definition, unit: 'percent', ofWhole: true, ofEpisodes: true, owner: 'Head of service' },
  numerator: { count, words: 'children in each line' },
  denominator: { count: 'cohort', words: 'children of the cohort' },
  by: 'code',
  ...more,
});

/** Who the children are. */
export const cohortScorecard: ScorecardEntry = {
  name: 'Cohort profile',
  strand: 'child',
  source:
    'Every child with a case that was taken on and open on a day of the period, each once (cohort_facts)',
  measures: [
    number(
      'cohort',
      'cohort',
      'Children',
      'Children with a case that was taken on and open on a day of the period, each once.',
      { owner: 'Head of service', ofEpisodes: true },
    ),
    ofCohort('sex', 'sex', 'Sex', 'The cohort by sex as it is recorded.', {
      ...{ order: ['female', 'male'], against: 'sex' },
    }),
    ofCohort('age', 'age', 'Age', 'The cohort by age in whole years on the last day of the period.', {
      ...{ by: 'as-written', against: 'age' },
      order: ['10 and under', '11 to 12', '13 to 15', '16 to 17', '18 and over', 'not-known'],
    }),
    ofCohort('ethnicity', 'ethnicity', 'Ethnicity', 'The cohort by ethnicity as it is recorded.', {
      by: 'ethnicity',
      against: 'ethnicity',
    }),
    ofCohort(
      'legal-status',
      'legalStatus',
      'Legal status',
      'The cohort by the legal status that held on the last day: the one that began last by then, unless it had ended. The others were not looked after.',
      { by: 'legal-status', against: 'legal-status' },
    ),
    ofCohort(
      'vulnerability',
      'vulnerability',
      'Under other plans and arrangements',
      'Statuses that had begun by the last day and not ended before it: a child may have several, so that the lines do not add up to children.',
      {
        numerator: { count: 'vulnerability', words: 'statuses' },
        by: 'status-line',
        against: 'vulnerability',
      },
    ),
  ],
};
