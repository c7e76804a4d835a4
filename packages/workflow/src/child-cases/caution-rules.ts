import type { Missing } from '../model.js';
import { type GuardContext, missing } from '../topic.js';
import type { ChildCaseStanding } from './standing.js';

/** The rules of cautions, by the names that the chart uses. */
export const cautionRules = {
  hasCaution: ({ record }: GuardContext<ChildCaseStanding>): Missing[] =>
    record.standing.cautions?.length
      ? []
      : missing('noCaution', 'No contact caution stands on this case.', 'nobody'),
};
