import type { CloseClusterPayload, ConfirmClusterPayload } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Text } from '../fields.js';

/** Why the children of a cluster are looked at together, or no longer are. */
export class ClusterWordsBody extends CommandBody implements ConfirmClusterPayload, CloseClusterPayload {
  @Text(5000)
  words: string;
}
