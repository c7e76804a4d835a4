import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Missing } from '../model.js';
import { type Effect, type GuardContext, missing, otherWay } from '../topic.js';
import { asked } from './intake-faults.js';
import { worker } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

export const singleAssessmentSteps = ['opened', 'complete'] as const;
/** A single assessment of social care is opened, or complete. */
export type SingleAssessmentStep = (typeof singleAssessmentSteps)[number];

export interface RecordSingleAssessmentPayload {
  step: SingleAssessmentStep;
  /** The day of the referral to social care, from which it is counted; or the day it was complete. */
  on: string;
  /** What it found, once it is complete. */
  outcome?: string;
}

const clock = 'single-assessment';

/** The rule of opening and completing, by the name that the chart uses. */
export const singleAssessmentRules = {
  isInStep: ({ record, choice }: GuardContext<ChildCaseStanding>): Missing[] => {
    const runs = record.standing.clocks.some(({ rule }) => rule === clock);
    if (choice === 'complete')
      return runs ? [] : missing('notOpened', 'No single assessment is open.', 'social care');
    return runs
      ? missing('opened', 'A single assessment is open already.', 'social care')
      : otherWay(true, '');
  },
};

/** Working Together: 45 working days from the referral to social care, and only where an assessment was opened. */
export const singleAssessmentRecorders = {
  recordSingleAssessment: (context: Ctx<RecordSingleAssessmentPayload>): Effect[] => {
    const { payload, record, actor } = context;
    const body = { ...payload, by: actor.name };
    const start = `${payload.on}T12:00:00.000Z`;
    return [
      { do: 'write', kind: 'single-assessment', class: 'case', body },
      payload.step === 'opened'
        ? { do: 'start', rule: clock, who: worker(record.standing), start }
        : { do: 'end', rule: clock },
    ];
  },
};

/** Payload rules of a single assessment: its day has come, and what is complete has an outcome. */
export function singleAssessmentFaults({
  payload,
  at,
  profile,
}: Ctx<RecordSingleAssessmentPayload>): Fault[] {
  const future = payload.on > localDate(at, profile.timeZone);
  return [
    ...(future ? [{ pointer: '/on', code: 'future', detail: 'The day cannot lie in the future.' }] : []),
    ...(payload.step === 'complete' ? asked(payload.outcome, 'outcome', 'Write what it found.') : []),
  ];
}
