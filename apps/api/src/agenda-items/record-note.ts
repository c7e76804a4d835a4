import type { RecordNotePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** What was said while an item was heard. */
export class RecordNoteBody extends CommandBody implements RecordNotePayload {
  @Text(5000)
  text: string;
}

/** `POST /api/v1/agenda-items/:id/record-note`: asks for no version, as it only adds; a key keeps it from being added twice. */
export const recordNote = command('agenda-items/record-note', RecordNoteBody);
