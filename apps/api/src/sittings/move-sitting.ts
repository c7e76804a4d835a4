import type { MoveSittingPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Instant, Link, Optional, Text } from '../fields.js';

/** What changes of when, where and by whom a sitting is held, and why; what is left out stays. */
export class MoveSittingBody extends CommandBody implements MoveSittingPayload {
  @Optional()
  @Instant()
  startsAt?: string;

  @Optional()
  @Instant()
  endsAt?: string;

  @Optional()
  @Text(200)
  place?: string;

  @Optional()
  @Link()
  link?: string;

  @Optional()
  @Id()
  chairId?: string;

  @Text(2000)
  reason: string;
}

/** `POST /api/v1/sittings/:id/move-sitting`. */
export const moveSitting = command('sittings/move-sitting', MoveSittingBody);
