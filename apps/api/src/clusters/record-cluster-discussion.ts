import {
  type DiscussionOutcome,
  discussionOutcomes,
  type RecordClusterDiscussionPayload,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text, Texts } from '../fields.js';

/** Which agencies spoke about all children of a cluster together, and what was agreed. */
export class RecordClusterDiscussionBody extends CommandBody implements RecordClusterDiscussionPayload {
  @Texts(200, 20, 1)
  agencies: string[];

  @OneOf(discussionOutcomes)
  outcome: DiscussionOutcome;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/clusters/:id/record-cluster-discussion`. */
export const recordClusterDiscussion = command(
  'clusters/record-cluster-discussion',
  RecordClusterDiscussionBody,
);
