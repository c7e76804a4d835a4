import {
  type AnswerWindow,
  answerWindows,
  type Evidence,
  type IndicatorAnswer,
  type IndicatorValue,
  indicatorValues,
  type LevelAnswer,
  type Narrative,
  type ProtectiveAnswer,
} from '@mase/workflow';
import type { CommandBody } from '../command.js';
import { Day, Instant, OneOf, Optional, Part, Parts, Text, Whole, WholeOrNull } from '../fields.js';

/** What a yes rests on. */
export class EvidenceBody implements Evidence {
  @Text(500)
  source: string;

  @Day()
  date: string;

  @Optional()
  @Text(5000)
  text?: string;
}

/** One indicator answered. */
export class IndicatorAnswerBody implements IndicatorAnswer {
  @Text(80)
  code: string;

  @OneOf(indicatorValues)
  answer: IndicatorValue;

  @Optional()
  @OneOf(answerWindows)
  window?: AnswerWindow;

  @Optional()
  @Part(() => EvidenceBody)
  evidence?: EvidenceBody;

  @Optional()
  @Parts(() => EvidenceBody, 20)
  moreEvidence?: EvidenceBody[];
}

/** The level of concern in one domain. */
export class LevelAnswerBody implements LevelAnswer {
  @Text(80)
  domain: string;

  /** Null where it is not known. */
  @WholeOrNull(0, 3)
  level: number | null;

  @Optional()
  @Text(5000)
  note?: string;

  @Optional()
  @Part(() => EvidenceBody)
  evidence?: EvidenceBody;
}

/** What was written on a domain where only narrative is asked. */
export class NarrativeBody implements Narrative {
  @Text(80)
  domain: string;

  @Text(10_000)
  text: string;
}

/** What protects the child in one domain. */
export class ProtectiveAnswerBody implements ProtectiveAnswer {
  @Text(80)
  domain: string;

  @Optional()
  @Text(80)
  factor?: string;

  @Text(5000)
  text: string;
}

/** Whether a learning disability is known of; not known is never no. */
export const LearningDisability = (): PropertyDecorator => OneOf(['yes', 'no', 'not-known']);
/** What is known of a learning disability. */
export type LearningDisability = 'yes' | 'no' | 'not-known';

/** Which instrument is answered, and what was said to its indicators: by whatever body carries answers. */
export class AnswersBody {
  @Text(80)
  instrument: string;

  @Optional()
  @Whole(1, 1000)
  instrumentVersion?: number;

  @Parts(() => IndicatorAnswerBody, 300)
  answers: IndicatorAnswerBody[];
}

/** Answers that a command records, and when they were given. */
export class AnswersCommandBody extends AnswersBody implements CommandBody {
  /** When it happened, as an instant with its offset; now where it is left out. Never in the future. */
  @Optional()
  @Instant()
  happened?: string;

  @LearningDisability()
  learningDisability: LearningDisability;
}
