import type { RecordPreventionInterviewPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text, Truth } from '../fields.js';

/** What the police asked on return by themselves; it is no return home interview. */
export class RecordPreventionInterviewBody extends CommandBody implements RecordPreventionInterviewPayload {
  @Text(200)
  by: string;

  @Truth()
  seen: boolean;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/missing-episodes/:id/record-prevention-interview`. */
export const recordPreventionInterview = command(
  'missing-episodes/record-prevention-interview',
  RecordPreventionInterviewBody,
);
