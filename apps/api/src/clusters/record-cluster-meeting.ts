import type { RecordClusterMeetingPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text, Texts } from '../fields.js';

/** Which agencies met about a cluster, and what was agreed. */
export class RecordClusterMeetingBody extends CommandBody implements RecordClusterMeetingPayload {
  @Texts(200, 20, 1)
  agencies: string[];

  @Text(5000)
  words: string;
}

/** `POST /api/v1/clusters/:id/record-cluster-meeting`. */
export const recordClusterMeeting = command('clusters/record-cluster-meeting', RecordClusterMeetingBody);
