import type { CorrectItemEntryPayload } from '@mase/workflow';
import { command, ReasonBody } from '../command.js';
import { Day, Id, Optional, Text } from '../fields.js';

/** A note, or the decision, that was wrongly recorded, and what is right. */
export class CorrectItemEntryBody extends ReasonBody implements CorrectItemEntryPayload {
  @Id()
  rowId: string;

  @Optional()
  @Text(5000)
  words?: string;

  @Optional()
  @Day()
  nextReview?: string;
}

/** `POST /api/v1/agenda-items/:id/correct-entry`: until the minutes are agreed. */
export const correctEntry = command('agenda-items/correct-entry', CorrectItemEntryBody);
