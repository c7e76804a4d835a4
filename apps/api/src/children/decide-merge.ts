import type { DecideMergePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, Text } from '../fields.js';

/** The second person’s decision on a proposal, naming the other record; a refusal has its reasons. */
export class DecideMergeBody extends CommandBody implements DecideMergePayload {
  @OneOf(['approve', 'refuse'])
  decision: 'approve' | 'refuse';

  @Id()
  childId: string;

  @Optional()
  @Text(5000)
  reasons?: string;
}

/** `POST /api/v1/children/:id/decide-merge`. */
export const decideMerge = command('children/decide-merge', DecideMergeBody);
