import type { Missing } from '../model.js';
import type { GuardContext } from '../topic.js';
import { type ClosingCondition, conditionsAsked, plain } from './closure-rules.js';
import { type ClosureReason, closureReasons } from './payloads.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx = GuardContext<ChildCaseStanding>;

/** Every condition of one reason before anybody proposes to close; `said` is what a proposal itself supplies. */
export interface ClosureOutlook {
  reason: ClosureReason;
  /** What would still be missing if the proposal said all that a proposal can say. */
  missing: Missing[];
  conditions: (ClosingCondition & { said: boolean })[];
}

const nothingSaid = { harmAddressed: false, watched: false, adultPathway: false, handover: false };
const allSaid = { harmAddressed: true, watched: true, adultPathway: true, handover: true };

function conditionsFor(context: Ctx, reason: ClosureReason, said: typeof allSaid): ClosingCondition[] {
  const closure = { reason, proposedBy: null, at: context.at, ...said };
  const record = { ...context.record, standing: { ...context.record.standing, closure } };
  const asking = { ...context, record };
  return conditionsAsked(asking);
}

/** Every condition of every reason for closing, met or not, so that whoever thinks of closing sees it before writing anything. */
export function closureOutlook(context: Ctx): ClosureOutlook[] {
  return closureReasons.map((reason) => {
    const now = conditionsFor(context, reason, nothingSaid);
    const open = conditionsFor(context, reason, allSaid).filter(({ met }) => !met);
    const missing = open.map(({ code }) => code);
    const conditions = now.map((one) => ({ ...one, said: !one.met && !missing.includes(one.code) }));
    return { reason, missing: open.map(plain), conditions };
  });
}
