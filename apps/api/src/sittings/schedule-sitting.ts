import type { ScheduleSittingPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Instant, Text } from '../fields.js';

/** When and where a panel sits, and who chairs. */
export class ScheduleSittingBody extends CommandBody implements ScheduleSittingPayload {
  @Text(80)
  panel: string;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;

  @Text(200)
  place: string;

  @Id()
  chairId: string;
}

/** `POST /api/v1/sittings/schedule-sitting`. */
export const scheduleSitting = command('sittings/schedule-sitting', ScheduleSittingBody);
