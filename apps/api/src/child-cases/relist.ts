import type { RelistPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Text } from '../fields.js';

/** A closed case taken up again; the team is named where none held it before. */
export class RelistBody extends CommandBody implements RelistPayload {
  @Text(2000)
  reason: string;

  @Optional()
  @Text(40)
  teamId?: string;
}

/** `POST /api/v1/child-cases/:id/relist`. */
export const relist = command('child-cases/relist', RelistBody);
