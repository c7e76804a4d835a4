import { type ExtendClockPayload, extendableClockIds } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Text } from '../fields.js';

/** A second due day for a clock that runs, and why; the first is kept and shown. */
export class ExtendClockBody extends CommandBody implements ExtendClockPayload {
  @OneOf(extendableClockIds)
  rule: (typeof extendableClockIds)[number];

  @Day()
  to: string;

  @Text(500)
  reason: string;
}

/** `POST /api/v1/child-cases/:id/extend-clock`. */
export const extendClock = command('child-cases/extend-clock', ExtendClockBody);
