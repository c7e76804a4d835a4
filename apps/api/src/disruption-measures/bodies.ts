import {
  type AllocateMeasurePayload,
  type ApplyPayload,
  type BreachPayload,
  type ConsiderMeasurePayload,
  type CorrectEntryPayload,
  childrenNamed,
  type GrantPayload,
  type MeasureHandling,
  type MeasureReview,
  measureHandlings,
  measureReviews,
  type ReviewMeasurePayload,
  type ServePayload,
  type VaryPayload,
} from '@mase/workflow';
import { CommandBody, command, ReasonBody } from '../command.js';
import { Code, Day, Id, Ids, OneOf, Optional, Text, Truth } from '../fields.js';

/** A measure that is thought of: which, on whom or where, for which children, and why. */
export class ConsiderMeasureBody extends CommandBody implements ConsiderMeasurePayload {
  @Code(80)
  code: string;

  @Optional()
  @Id()
  personId?: string;

  @Optional()
  @Id()
  locationId?: string;

  @Optional()
  @Ids(childrenNamed)
  childIds?: string[];

  @Text(5000)
  why: string;

  @Day()
  nextOn: string;

  @Optional()
  @Id()
  ownerId?: string;

  @Optional()
  @OneOf(measureHandlings)
  handling?: MeasureHandling;

  @Optional()
  @Ids(12)
  readers?: string[];
}

/** What was applied for, to whom, and when the answer is expected. */
export class ApplyBody extends CommandBody implements ApplyPayload {
  @Text(200)
  to: string;

  @Text(5000)
  words: string;

  @Day()
  nextOn: string;
}

/** Who granted it, what it asks, and its last day. */
export class GrantBody extends CommandBody implements GrantPayload {
  @Text(200)
  decidedBy: string;

  @Text(5000)
  conditions: string;

  @Optional()
  @Day()
  lastDay?: string;
}

/** How it was served; for a notice what it asks. */
export class ServeBody extends CommandBody implements ServePayload {
  @Text(5000)
  how: string;

  @Optional()
  @Text(5000)
  conditions?: string;

  @Optional()
  @Day()
  lastDay?: string;
}

/** What was changed in it, by whom and why; the last day where it is another one, or that it has none from now on. */
export class VaryBody extends GrantBody implements VaryPayload {
  @Text(5000)
  why: string;

  @Optional()
  @Truth()
  noLastDay?: boolean;
}

/** What was done against it, and what was done about that. */
export class BreachBody extends CommandBody implements BreachPayload {
  @Text(5000)
  what: string;

  @Text(5000)
  answer: string;
}

/** What follows as its end draws near. */
export class ReviewMeasureBody extends CommandBody implements ReviewMeasurePayload {
  @OneOf(measureReviews)
  outcome: MeasureReview;

  @Text(5000)
  words: string;
}

/** Who owns it from now on, and why. */
export class AllocateMeasureBody extends ReasonBody implements AllocateMeasurePayload {
  @Id()
  ownerId: string;
}

/** What an entry says rightly, and why it was wrong; a breach without words never was. */
export class CorrectEntryBody extends ReasonBody implements CorrectEntryPayload {
  @Id()
  rowId: string;

  @Optional()
  @Text(5000)
  words?: string;

  @Optional()
  @Day()
  lastDay?: string;
}

const topic = 'disruption-measures';

/** Every command of a measure: `POST /api/v1/disruption-measures[/:id]/<verb>`. */
export const measureCommands = [
  command(`${topic}/consider-measure`, ConsiderMeasureBody),
  command(`${topic}/apply-for-measure`, ApplyBody),
  command(`${topic}/grant-measure`, GrantBody),
  command(`${topic}/serve-measure`, ServeBody),
  command(`${topic}/vary-measure`, VaryBody),
  command(`${topic}/record-breach`, BreachBody),
  command(`${topic}/review-measure`, ReviewMeasureBody),
  command(`${topic}/discharge-measure`, ReasonBody),
  command(`${topic}/refuse-measure`, ReasonBody),
  command(`${topic}/drop-measure`, ReasonBody),
  command(`${topic}/allocate-measure`, AllocateMeasureBody),
  command(`${topic}/correct-entry`, CorrectEntryBody),
  command(`${topic}/withdraw-measure`, ReasonBody),
];
