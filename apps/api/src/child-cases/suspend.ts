import { type SuspendPayload, suspensionReasons } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, Text } from '../fields.js';

/** Why the work waits, who looks again and when, and the expected release or return. */
export class SuspendBody extends CommandBody implements SuspendPayload {
  @OneOf(suspensionReasons)
  reason: (typeof suspensionReasons)[number];

  @Text(10_000)
  words: string;

  @Day()
  checkBy: string;

  @Id()
  ownerId: string;

  @Optional()
  @Day()
  expected?: string;

  @Optional()
  @Text(2000)
  whyUnknown?: string;
}

/** `POST /api/v1/child-cases/:id/suspend`. */
export const suspend = command('child-cases/suspend', SuspendBody);
