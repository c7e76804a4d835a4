import type { JoinPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Text } from '../fields.js';

/** Another record of the same child, or one that is another child after all; and why. */
export class JoinBody extends CommandBody implements JoinPayload {
  @Id()
  childId: string;

  @Text(5000)
  reasons: string;
}

/** `POST /api/v1/children/:id/merge-children`. */
export const mergeChildren = command('children/merge-children', JoinBody);
