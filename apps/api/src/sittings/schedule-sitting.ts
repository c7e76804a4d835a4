import type { ScheduleSittingPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Instant, Link, Optional, Text } from '../fields.js';

/** When and where a panel sits, and who chairs. */
export class ScheduleSittingBody extends CommandBody implements ScheduleSittingPayload {
  /** The panel that sits; what is not said besides is as the panel has it. */
  @Optional()
  @Id()
  panelId?: string;

  /** Its name, where the panel is not on the books: then end, place and chair are asked too. */
  @Optional()
  @Text(80)
  panel?: string;

  @Instant()
  startsAt: string;

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
}

/** `POST /api/v1/sittings/schedule-sitting`. */
export const scheduleSitting = command('sittings/schedule-sitting', ScheduleSittingBody);
