import {
  type AnsweredContradiction,
  type AnswerWindow,
  type AssessRiskPayload,
  answerWindows,
  type Concern,
  type ContradictionAnswer,
  certainties,
  concerns,
  contradictionAnswers,
  type Evidence,
  type Grade,
  grades,
  type IndicatorAnswer,
  type IndicatorValue,
  indicatorValues,
  type LevelAnswer,
  type Narrative,
  type ProtectiveAnswer,
  questionedTexts,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Part, Parts, Text, Whole, WholeOrNull } from '../fields.js';

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

const times = ['current', 'within-12-months', 'earlier'] as const;

/** Harm of one kind: how certain, when, and on what basis. */
export class HarmBody {
  @OneOf(concerns)
  kind: Concern;

  @OneOf(certainties)
  certainty: (typeof certainties)[number];

  @OneOf(times)
  time: (typeof times)[number];

  @Text(5000)
  basis: string;
}

/** What a text that names another grade than the field speaks of. */
export class AnsweredContradictionBody implements AnsweredContradiction {
  @OneOf(questionedTexts)
  about: AnsweredContradiction['about'];

  @OneOf(grades)
  says: Grade;

  @OneOf(Object.values(contradictionAnswers))
  answer: ContradictionAnswer;
}

/** A risk assessment on an instrument, with the grade that the worker proposes and why. */
export class AssessRiskBody extends CommandBody implements AssessRiskPayload {
  @Text(80)
  instrument: string;

  @Optional()
  @Whole(1, 1000)
  instrumentVersion?: number;

  @Parts(() => IndicatorAnswerBody, 300)
  answers: IndicatorAnswerBody[];

  @Parts(() => LevelAnswerBody, 40)
  levels: LevelAnswerBody[];

  @Parts(() => ProtectiveAnswerBody, 100)
  protective: ProtectiveAnswerBody[];

  @Optional()
  @Parts(() => NarrativeBody, 40)
  narratives?: NarrativeBody[];

  @OneOf(['yes', 'no', 'not-known'])
  learningDisability: 'yes' | 'no' | 'not-known';

  @OneOf(grades)
  proposed: Grade;

  @Text(10_000)
  reasons: string;

  @Text(20_000)
  analysis: string;

  @Text(10_000)
  childView: string;

  @Parts(() => HarmBody, concerns.length)
  harm: HarmBody[];

  @Optional()
  @Text(5000)
  belowFloorReason?: string;

  @Optional()
  @Parts(() => AnsweredContradictionBody, 16)
  contradictions?: AnsweredContradictionBody[];
}

/** `POST /api/v1/child-cases/:id/assess-risk`. */
export const assessRisk = command('child-cases/assess-risk', AssessRiskBody);
