import type { TellSubmitterPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** What whoever submitted a report may know of what came of it. */
export class TellSubmitterBody extends CommandBody implements TellSubmitterPayload {
  @Text(5000)
  words: string;
}

/** `POST /api/v1/intelligence/:id/tell-submitter`. */
export const tellSubmitter = command('intelligence/tell-submitter', TellSubmitterBody);
