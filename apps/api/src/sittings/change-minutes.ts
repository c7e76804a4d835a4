import type { ChangeMinutesPayload, MinuteSection } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional, Parts, Text } from '../fields.js';

/** One section of the minutes. */
export class MinuteSectionBody implements MinuteSection {
  @Text(300)
  heading: string;

  @Text(20_000)
  text: string;

  @Optional()
  @Id()
  itemId?: string;
}

/** A new version of the minutes, whole. */
export class ChangeMinutesBody extends CommandBody implements ChangeMinutesPayload {
  @Parts(() => MinuteSectionBody, 200, 1)
  sections: MinuteSectionBody[];
}

/** `POST /api/v1/sittings/:id/change-minutes`. */
export const changeMinutes = command('sittings/change-minutes', ChangeMinutesBody);
