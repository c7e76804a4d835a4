import {
  type AnsweredContradiction,
  type AssessRiskPayload,
  type Concern,
  type ContradictionAnswer,
  certainties,
  concerns,
  contradictionAnswers,
  type Grade,
  grades,
  questionedTexts,
} from '@mase/workflow';
import { command } from '../command.js';
import { OneOf, Optional, Parts, Text } from '../fields.js';
import { AnswersCommandBody, LevelAnswerBody, NarrativeBody, ProtectiveAnswerBody } from './answer-bodies.js';

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
export class AssessRiskBody extends AnswersCommandBody implements AssessRiskPayload {
  @Parts(() => LevelAnswerBody, 40)
  levels: LevelAnswerBody[];

  @Parts(() => ProtectiveAnswerBody, 100)
  protective: ProtectiveAnswerBody[];

  @Optional()
  @Parts(() => NarrativeBody, 40)
  narratives?: NarrativeBody[];

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
