import { type FeedbackSubject, feedbackSubjects, type RecordFeedbackPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Part, SomeOf, Text, Truth } from '../fields.js';

/** Whether somebody was told, how, or why not. */
export class ToldBody {
  @Truth()
  told: boolean;

  @Optional()
  @Text(2000)
  how?: string;

  @Optional()
  @Text(2000)
  whyNot?: string;
}

/** What child and parent were told of grade, plan or decision, and by whom. */
export class RecordFeedbackBody extends CommandBody implements RecordFeedbackPayload {
  @SomeOf(feedbackSubjects)
  about: FeedbackSubject[];

  @Text(10_000)
  what: string;

  @Optional()
  @Text(200)
  toldBy?: string;

  @Part(() => ToldBody)
  child: ToldBody;

  @Part(() => ToldBody)
  parent: ToldBody;
}

/** `POST /api/v1/child-cases/:id/record-feedback`. */
export const recordFeedback = command('child-cases/record-feedback', RecordFeedbackBody);
