import { conferenceOutcomes, protectionCategories, type RecordConferencePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** What the initial child protection conference decided. */
export class RecordConferenceBody extends CommandBody implements RecordConferencePayload {
  @OneOf(conferenceOutcomes)
  outcome: (typeof conferenceOutcomes)[number];

  @Optional()
  @OneOf(protectionCategories)
  category?: (typeof protectionCategories)[number];

  @Text(10_000)
  reasons: string;
}

/** `POST /api/v1/child-cases/:id/record-conference`. */
export const recordConference = command('child-cases/record-conference', RecordConferenceBody);
