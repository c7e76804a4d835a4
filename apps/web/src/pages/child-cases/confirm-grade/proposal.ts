import type { Answers } from '../assess-risk/assessment-form.js';
import type { CaseView, Entry } from '../case-view.js';
import { gradeName, harmOf } from '../code-words.js';
import { explained } from '../explained.js';

/** The assessment behind the grade that is proposed now. */
export function proposedAssessment(view: CaseView): Entry | undefined {
  const id = view.standing?.proposed?.assessmentId;
  const assessments = view.written.filter(({ kind, wrong }) => kind === 'assessment' && !wrong);
  return assessments.find(({ body }) => body.proposal === id) ?? assessments[0];
}

/** The proposal as a manager reads it before confirming: judgement, suggestion, how it was reached and what changed. */
export function proposalOf(view: CaseView) {
  const { standing } = view;
  const entry = proposedAssessment(view);
  if (!standing?.proposed || !entry) return null;
  const body = entry.body as unknown as Answers & { belowFloorReason?: string };
  return {
    grade: { code: standing.proposed.grade, text: gradeName(standing.proposed.grade) },
    by: body.by ?? null,
    happened: entry.happened,
    reasons: body.reasons,
    analysis: body.analysis,
    childView: body.childView,
    belowFloorReason: body.belowFloorReason ?? null,
    harm: body.harm.map((one) => ({ words: harmOf(one.kind, one), basis: one.basis })),
    explained: explained(entry, view),
  };
}
