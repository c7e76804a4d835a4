import type { Missing } from '../model.js';
import { type GuardContext, missing } from '../topic.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx = Pick<GuardContext<ChildCaseStanding>, 'record'>;

/** The rules of a blind second assessment, by the names that the chart uses. */
export const blindRules = {
  hasAssessment: ({ record }: Ctx): Missing[] =>
    record.standing.assessmentId
      ? []
      : missing('assessment', 'There is no risk assessment yet to put a second beside.', 'the worker'),
  isBlindAsked: ({ record }: Ctx): Missing[] => {
    const { blind } = record.standing;
    if (blind?.madeAt) return missing('blindMade', 'The second assessment is made.', 'nobody');
    return blind
      ? []
      : missing('blindAsked', 'Nobody is asked for a blind second assessment.', 'the manager of the team');
  },
};
