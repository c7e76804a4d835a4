import { findRecord, type OpenedRecord } from '@mase/store';
import {
  type AssessmentResult,
  allowedNow,
  type ChildCaseStanding,
  compareAssessments,
  suggestSoFar,
  topicOf,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Optional, Parts } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { invalid, notPermitted } from '../problem.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';
import {
  AnswersBody,
  LearningDisability,
  LevelAnswerBody,
  NarrativeBody,
  ProtectiveAnswerBody,
} from './answer-bodies.js';
import { standingAssessments } from './assessment-comparison.js';

/** What is answered so far: everything may still be open. */
export class SuggestionBody extends AnswersBody {
  @Optional()
  @Parts(() => LevelAnswerBody, 40)
  levels?: LevelAnswerBody[];

  @Optional()
  @Parts(() => ProtectiveAnswerBody, 100)
  protective?: ProtectiveAnswerBody[];

  @Optional()
  @Parts(() => NarrativeBody, 40)
  narratives?: NarrativeBody[];

  @Optional()
  @LearningDisability()
  learningDisability?: LearningDisability;
}

const schema = {
  body: dto(SuggestionBody),
  tags: ['child-cases'],
  operationId: 'child-cases.suggestion',
  summary: 'What an unfinished assessment or screening would suggest now; nothing of it is kept',
  params: idParams,
  response: {
    200: shownSchema('SuggestionView', 'plain', 'How it comes about, and what differs from the last one'),
    ...answersOf(400, 401, 403, 404, 413, 415, 503),
  },
};

const needs = {
  assessment: ['child-cases/assess-risk', 'child-cases/assess-blind'],
  screening: ['child-cases/record-screening'],
};

/** Whether the reader may give what the form is for. */
function mayGive({ record }: OpenedRecord, commands: readonly string[], asking: Asking): boolean {
  const { profile, actor, now: at } = asking;
  const related = { locked: [record], facts: { related: [], written: [] }, profile, actor, at };
  return allowedNow(topicOf('childCase'), record, related).some(
    ({ command, available }) => available && commands.includes(command),
  );
}

function birthDateOf({ parent, record }: OpenedRecord): string | null {
  const { blind } = record.standing as ChildCaseStanding;
  const child = parent?.standing as { birthDate?: string | null } | undefined;
  return child?.birthDate ?? blind?.birthDate ?? null;
}

/** What differs from the last assessment with the same instrument; nothing to whoever does not read it. */
function changesSince({ written, classes }: OpenedRecord, result: AssessmentResult) {
  if (!classes.includes('case')) return null;
  const results = standingAssessments(written).map((row) => ({
    happened: row.happened,
    result: (row.body as { result: AssessmentResult }).result,
  }));
  const last = results.find((one) => one.result.instrument.id === result.instrument.id);
  if (!last) return null;
  const changed = compareAssessments(last.result, result).filter(({ change }) => change !== 'same');
  return { happened: last.happened, changed };
}

/** `POST /api/v1/child-cases/:id/suggestion`: shown while somebody assesses or screens; it records nothing but the look. */
export function viewSuggestion(app: FastifyInstance): void {
  const address = '/api/v1/child-cases/:id/suggestion';
  app.post<{ Body: SuggestionBody }>(address, { schema }, async (request) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'child-cases/suggestion', record: { kind: 'childCase', id } } as const;
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'childCase', id);
      if (!opened) return null;
      const about = { at: asking.now, birthDate: birthDateOf(opened) };
      const so = suggestSoFar(asking.profile, request.body, about);
      if (!mayGive(opened, needs[so?.purpose ?? 'assessment'], asking))
        throw notPermitted('whoever may assess or screen');
      if (!so)
        throw invalid('This area does not use that instrument.', [
          { pointer: '/instrument', code: 'instrument', detail: 'No such instrument is in use.' },
        ]);
      const since = so.purpose === 'assessment' ? changesSince(opened, so.result) : null;
      return { shown: { ...so, since }, persons: [(opened.record.standing as ChildCaseStanding).childId] };
    });
  });
}
