import { type PathwayDecision, pathwayDecisions, type RecordAdultPathwayPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, OwnWords, Text } from '../fields.js';

/** Where the way to adult services stands. */
export class RecordAdultPathwayBody extends CommandBody implements RecordAdultPathwayPayload {
  @OneOf(pathwayDecisions)
  decision: PathwayDecision;

  @Text(200)
  service: string;

  @Optional()
  @Text(200)
  decidedBy?: string;

  @Text(5000)
  reasons: string;

  @OwnWords(5000)
  view: string;
}

/** `POST /api/v1/child-cases/:id/record-adult-pathway`. */
export const recordAdultPathway = command('child-cases/record-adult-pathway', RecordAdultPathwayBody);
