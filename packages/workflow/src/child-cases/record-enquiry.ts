import type { Context, Fault, Missing } from '../model.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import type { RecordConferencePayload, RecordSection47OutcomePayload } from './casework-payloads.js';
import { asked } from './intake-faults.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** The rules of an enquiry under section 47 of the Children Act 1989, by the names that the chart uses. */
export const enquiryRules = {
  isUnderEnquiry: ({ record }: GuardContext<ChildCaseStanding>): Missing[] =>
    record.standing.clocks.some(({ rule }) => rule === 'conference')
      ? []
      : missing(
          'enquiry',
          'No enquiry under section 47 is open: a strategy discussion starts one.',
          'a manager of the team holding the case',
        ),
};

/** The recorders of what an enquiry came to, and of the conference; the conference’s clock waits until either ends it. */
export const enquiryRecorders = {
  recordSection47Outcome: ({ payload, actor }: Ctx<RecordSection47OutcomePayload>): Effect[] => [
    { do: 'write', kind: 'section-47-outcome', class: 'case', body: { ...payload, by: actor.name } },
    ...(payload.outcome === 'conference'
      ? []
      : [
          {
            do: 'end',
            rule: 'conference',
            reason: 'The enquiry under section 47 found that no conference is needed',
          } as const,
        ]),
  ],
  recordConference: ({ payload, actor }: Ctx<RecordConferencePayload>): Effect[] => [
    { do: 'write', kind: 'conference', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'conference', begun: true },
  ],
};

/** Payload rules of a conference: a protection plan has its category. */
export function conferenceFaults({ payload }: Ctx<RecordConferencePayload>): Fault[] {
  if (payload.outcome !== 'protection-plan') return [];
  return asked(payload.category, 'category', 'Choose the category of the protection plan.');
}
