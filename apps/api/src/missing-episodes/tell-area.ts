import type { TellAreaPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** Whom of the other area of a placement was told, and what. */
export class TellAreaBody extends CommandBody implements TellAreaPayload {
  @Text(200)
  told: string;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/missing-episodes/:id/tell-area`. */
export const tellArea = command('missing-episodes/tell-area', TellAreaBody);
