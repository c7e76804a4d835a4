import { type RecordSection47OutcomePayload, section47Outcomes } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** What an enquiry under section 47 came to. */
export class RecordSection47OutcomeBody extends CommandBody implements RecordSection47OutcomePayload {
  @OneOf(section47Outcomes)
  outcome: (typeof section47Outcomes)[number];

  @Text(10_000)
  reasons: string;
}

/** `POST /api/v1/child-cases/:id/record-section-47-outcome`. */
export const recordSection47Outcome = command(
  'child-cases/record-section-47-outcome',
  RecordSection47OutcomeBody,
);
