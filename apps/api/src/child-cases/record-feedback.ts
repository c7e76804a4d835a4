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

/** The same of the parent, and who of several it was. */
export class ToldParentBody extends ToldBody {
  /** The id under which the parent or carer stands on the child’s record. */
  @Optional()
  @Text(200)
  carerId?: string;
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

  @Part(() => ToldParentBody)
  parent: ToldParentBody;
}

/** `POST /api/v1/child-cases/:id/record-feedback`. */
export const recordFeedback = command('child-cases/record-feedback', RecordFeedbackBody);
