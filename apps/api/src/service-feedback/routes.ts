import {
  type AnswerFeedbackPayload,
  type FeedbackGiver,
  type FeedbackSays,
  type FeedbackTheme,
  type FeedbackWay,
  feedbackGivers,
  feedbackSays,
  feedbackTally,
  feedbackThemes,
  feedbackWays,
  type RecordServiceFeedbackPayload,
  type ServiceFeedbackStanding,
} from '@mase/workflow';
import { Matches } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { CommandBody, command, ReasonBody } from '../command.js';
import { Day, OneOf, Optional, OwnWords, Text } from '../fields.js';
import { RegisterQuery, registerRegister } from '../registers/register.js';
import { registerSummary } from '../registers/summary.js';

/** What a child or a parent said of the service, in which month and how; nobody is named. */
export class RecordServiceFeedbackBody extends CommandBody implements RecordServiceFeedbackPayload {
  @OneOf(feedbackGivers)
  giver: FeedbackGiver;

  @OneOf(feedbackThemes)
  theme: FeedbackTheme;

  @OneOf(feedbackSays)
  says: FeedbackSays;

  @OneOf(feedbackWays)
  way: FeedbackWay;

  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/, { message: 'Give the month as 2026-11.' })
  month: string;

  @Optional()
  @OwnWords(2000)
  words?: string;
}

/** What was done about it, and when they were told. */
export class AnswerFeedbackBody extends CommandBody implements AnswerFeedbackPayload {
  @Text(2000)
  did: string;

  @Day()
  on: string;
}

/** Which feedback a list shows: from whom, about what, what it says. */
export class ServiceFeedbackQuery extends RegisterQuery {
  @Optional()
  @OneOf(feedbackGivers)
  giver?: FeedbackGiver;

  @Optional()
  @OneOf(feedbackThemes)
  theme?: FeedbackTheme;

  @Optional()
  @OneOf(feedbackSays)
  says?: FeedbackSays;
}

/** Everything of feedback on the service that can be asked over HTTP. */
export function serviceFeedbackRoutes(app: FastifyInstance): void {
  registerRegister<ServiceFeedbackStanding>(app, {
    kind: 'serviceFeedback',
    commands: [
      command('service-feedback/record-service-feedback', RecordServiceFeedbackBody),
      command('service-feedback/answer-feedback', AnswerFeedbackBody),
      command('service-feedback/withdraw-feedback', ReasonBody),
    ],
    schemas: ['ServiceFeedbackListView', 'ServiceFeedbackView'],
    summaries: [
      'What children and parents said of the service, the newest first',
      'What one child or parent said of the service, and what was done about it',
    ],
    query: ServiceFeedbackQuery,
    filters: ['giver', 'theme', 'says'],
    shown: ['giver', 'theme', 'says', 'way', 'month', 'on'],
  });
  registerSummary<ServiceFeedbackStanding>(app, {
    kind: 'serviceFeedback',
    standing: ['recorded'],
    within: ({ month }, { from, to }) => month >= from.slice(0, 7) && month <= to.slice(0, 7),
    tally: feedbackTally,
  });
}
