import type { CorrectRecordPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Instant, Optional, Text, TextByField } from '../fields.js';

/** An entry that was wrong, what is right instead, and why. */
export class CorrectRecordBody extends CommandBody implements CorrectRecordPayload {
  @Id()
  rowId: string;

  @Text(2000)
  reason: string;

  @TextByField(['words'])
  corrected: { [field: string]: string };

  @Optional()
  @Instant()
  correctedHappened?: string;
}

/** `POST /api/v1/child-cases/:id/correct-record`. */
export const correctRecord = command('child-cases/correct-record', CorrectRecordBody);
