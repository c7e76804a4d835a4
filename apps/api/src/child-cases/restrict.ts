import type { RestrictPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Ids, Text } from '../fields.js';

/** Who reads the case from now on, by name, and why nobody else; whoever asks reads it too. */
export class RestrictBody extends CommandBody implements RestrictPayload {
  @Text(5000)
  reason: string;

  @Ids(7)
  readers: string[];
}

/** `POST /api/v1/child-cases/:id/restrict`: its existence is closed to everybody but those named. */
export const restrict = command('child-cases/restrict', RestrictBody);
