import {
  type Attended,
  type RecordSessionPayload,
  type TrainedTrade,
  type TrainingAudience,
  type TrainingSessionStanding,
  trainedTrades,
  trainingAudiences,
  trainingTally,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { CommandBody, command, ReasonBody } from '../command.js';
import { Day, Id, OneOf, Optional, Parts, Text, Whole } from '../fields.js';
import { RegisterQuery, registerRegister } from '../registers/register.js';
import { registerSummary } from '../registers/summary.js';

/** How many came from where. */
export class AttendedBody implements Attended {
  @Text(80)
  from: string;

  @Optional()
  @Id()
  agencyId?: string;

  @Whole(1, 100_000)
  n: number;
}

/** What was given, when, for whom, by whom, and how many came from where. */
export class RecordSessionBody extends CommandBody implements RecordSessionPayload {
  @Text(120)
  title: string;

  @Day()
  on: string;

  @OneOf(trainingAudiences)
  audience: TrainingAudience;

  @Optional()
  @OneOf(trainedTrades)
  trade?: TrainedTrade;

  @Optional()
  @Text(120)
  place?: string;

  @Parts(() => AttendedBody, 30, 1)
  attended: AttendedBody[];

  @Text(120)
  givenBy: string;

  @Optional()
  @Text(2000)
  about?: string;
}

/** Which sessions a list shows: for an audience, for a trade. */
export class TrainingSessionsQuery extends RegisterQuery {
  @Optional()
  @OneOf(trainingAudiences)
  audience?: TrainingAudience;

  @Optional()
  @OneOf(trainedTrades)
  trade?: TrainedTrade;
}

/** Everything of the training log that can be asked over HTTP. */
export function trainingSessionRoutes(app: FastifyInstance): void {
  registerRegister<TrainingSessionStanding>(app, {
    kind: 'trainingSession',
    commands: [
      command('training-sessions/record-session', RecordSessionBody),
      command('training-sessions/withdraw-session', ReasonBody),
    ],
    schemas: ['TrainingSessionsView', 'TrainingSessionView'],
    summaries: ['Training that was given, the newest first', 'One session of training'],
    query: TrainingSessionsQuery,
    filters: ['audience', 'trade'],
    shown: ['title', 'on', 'audience', 'trade', 'place', 'attended'],
  });
  registerSummary<TrainingSessionStanding>(app, {
    kind: 'trainingSession',
    standing: ['recorded'],
    within: ({ on }, { from, to }) => on >= from && on <= to,
    tally: trainingTally,
  });
}
