import type { Missing } from '../model.js';
import { type GuardContext, missing, otherWay } from '../topic.js';
import type { IntelligenceStanding } from './standing.js';

type Ctx = GuardContext<IntelligenceStanding>;

/** Where it came from a child, or acting on it could show its source, the risk and the safeguard are recorded first. */
export function isSafeForSource({ record }: Ctx): Missing[] {
  const { needsRisk, risk } = record.standing;
  if (!needsRisk || risk) return [];
  return missing(
    'sourceRisk',
    'It came from a child, or acting on it could show where it came from: record the risk and the safeguard first.',
    'the intelligence desk',
  );
}

/** The guards of the chart. */
export const rules = {
  isSafeForSource,
  isKept: ({ choice }: Ctx): Missing[] => otherWay(choice === 'keep', 'a report that is kept'),
  isNoLongerNeeded: ({ choice }: Ctx): Missing[] =>
    otherWay(choice === 'no-longer-needed', 'a report that is no longer needed'),
};
