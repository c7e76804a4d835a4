import type { Answers } from '../assess-risk/assessment-form.js';
import type { CaseView, Entry } from '../case-view.js';
import { gradeName, harmOf } from '../code-words.js';
import { explained } from '../explained.js';

const assessmentsOf = (view: CaseView) =>
  view.written.filter(({ kind, wrong }) => kind === 'assessment' && !wrong);

/** The assessment behind the grade that is proposed now. */
export function proposedAssessment(view: CaseView): Entry | undefined {
  const id = view.standing?.proposed?.assessmentId;
  const assessments = assessmentsOf(view);
  return assessments.find(({ body }) => body.proposal === id) ?? assessments[0];
}

/** An earlier rise on which nobody has decided, as it stands beside the newer proposal; null where there is none. */
export function riseOf(view: CaseView) {
  const rose = view.standing?.proposed?.rose;
  if (!rose) return null;
  const entry = assessmentsOf(view).find(({ body }) => body.proposal === rose.assessmentId);
  const { by, reasons, analysis } = (entry?.body ?? {}) as Partial<Answers>;
  return {
    assessmentId: rose.assessmentId,
    grade: { code: rose.grade, text: gradeName(rose.grade) },
    happened: entry?.happened ?? null,
    by: by ?? null,
    reasons: reasons ?? null,
    analysis: analysis ?? null,
  };
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
