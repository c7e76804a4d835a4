import { type DatedRow, findRecord } from '@mase/store';
import {
  type AssessmentResult,
  type ChildCaseStanding,
  explanationText,
  type Profile,
  recomputeAssessment,
  type WrittenAssessment,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { notPermitted } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';
import { previousOf, standingAssessments } from './assessment-comparison.js';

const schema = {
  tags: ['child-cases'],
  operationId: 'child-cases.explanations',
  summary: 'How the suggestion of each assessment was reached, computed again',
  params: idParams,
  response: {
    200: shownSchema(
      'ExplanationsView',
      'plain',
      'Each assessment that stands, newest first, with its explanation as canonical JSON (RFC 8785)',
    ),
    ...answersOf(401, 403, 404, 503),
  },
};

/** Whether an assessment gives today what it gave then; null where it does not say what it was computed from. */
function givesTheSame(profile: Profile, written: WrittenAssessment): boolean | null {
  const again = written.computedFrom ? recomputeAssessment(profile, written) : null;
  return again && explanationText(again) === explanationText(written.result);
}

function explanation(profile: Profile, row: DatedRow, previous: DatedRow | undefined) {
  const written = row.body as WrittenAssessment;
  const before = previous ? (previous.body as { result: AssessmentResult }).result : null;
  return {
    id: row.id,
    happened: row.happened,
    instrument: written.result.instrument,
    same: givesTheSame(profile, written),
    canonical: explanationText(written.result, before),
  };
}

/**
 * `GET /api/v1/child-cases/:id/explanations`: each assessment under the version of the instrument with which it was
 * made, and whether the same answers still give the same, to the byte.
 */
export function viewExplanations(app: FastifyInstance): void {
  app.get('/api/v1/child-cases/:id/explanations', { schema }, async (request) => {
    const id = idOf(request);
    const { profile } = await askingOf(app, request);
    const act = { action: 'child-cases/explanations', record: { kind: 'childCase', id } } as const;
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'childCase', id);
      if (!opened) return null;
      if (!opened.classes.includes('case')) throw notPermitted('those who read the whole case');
      const all = standingAssessments(opened.written);
      const shown = {
        caseId: id,
        explanations: all.map((row, index) => explanation(profile, row, previousOf(all, index))),
      };
      return { shown, persons: [(opened.record.standing as ChildCaseStanding).childId] };
    });
  });
}
