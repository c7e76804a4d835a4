import type { CheckSuspensionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, Optional, Text } from '../fields.js';

/** What was found when somebody looked at a suspension again, and when the next look is. */
export class CheckSuspensionBody extends CommandBody implements CheckSuspensionPayload {
  @Text(10_000)
  found: string;

  @Day()
  checkBy: string;

  @Optional()
  @Id()
  ownerId?: string;

  @Optional()
  @Day()
  expected?: string;
}

/** `POST /api/v1/child-cases/:id/check-suspension`. */
export const checkSuspension = command('child-cases/check-suspension', CheckSuspensionBody);
