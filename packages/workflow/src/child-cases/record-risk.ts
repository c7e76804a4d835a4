import { isNeverHeldUp } from '../language/seeming-contradiction.js';
import type { Context } from '../model.js';
import type { Grade } from '../profile/grade.js';
import type { Effect } from '../topic.js';
import { transitionEffects } from './adult.js';
import { assessFor, basisOf } from './assessment.js';
import { floorsOf, liesBelow } from './closing-grade.js';
import { contactAtRise } from './contact-clock.js';
import {
  assessmentQuestions,
  confirmationQuestions,
  contradictionsKept,
  unansweredOf,
} from './contradictions.js';
import { gradeEffects, reviewEffects } from './grade-effects.js';
import { harmAfter, hasFurtherHarm } from './harm.js';
import { gradeForChair } from './judgements.js';
import type { AssessRiskPayload, ConfirmGradePayload, RecordViewPayload } from './payloads.js';
import { manager, worker } from './principals.js';
import { type ChildCaseStanding, hasCurrentHarm, riseBeside, rulingGrade } from './standing.js';
import { foundOut, toFindOut } from './to-find-out.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** The clocks that a proposal starts: confirmation; at raised risk safety actions; at further or surer current harm a discussion. */
function proposalClocks(standing: ChildCaseStanding, after: ChildCaseStanding, raised: boolean): Effect[] {
  const undiscussed = hasCurrentHarm(after) && !standing.strategy;
  const newlyHarmed = undiscussed || hasFurtherHarm(standing.harm, after.harm);
  const confirms = manager(standing.team);
  return [
    { do: 'end', rule: 'first-assessment' },
    { do: 'end', rule: 'reassessment' },
    { do: 'start', rule: 'grade-confirmation', who: confirms, raised, sooner: true },
    ...(raised
      ? [{ do: 'start', rule: 'same-day-safety-actions', who: worker(standing), raised } as const]
      : []),
    ...(newlyHarmed ? [{ do: 'start', rule: 'current-harm-strategy', who: confirms } as const] : []),
  ];
}

/** A rise acts when it is proposed: whoever confirms it, and at high the coordinator, is told at once. */
function riseAlerts(standing: ChildCaseStanding, proposed: Grade): Effect[] {
  if (!isNeverHeldUp(proposed, rulingGrade(standing))) return [];
  const told = [manager(standing.team), ...(proposed === 'high' ? ['role:coordinator'] : [])];
  return told.map((principal) => ({ do: 'send', kind: 'grade-raised', principal }) as const);
}

/** The recorders of views, assessment and grade. */
export const riskRecorders = {
  recordView: ({ payload, record }: Ctx<RecordViewPayload>): Effect[] => {
    const views = { ...record.standing.views };
    if (payload.of === 'child' && payload.words) views.child += 1;
    if (payload.of === 'child' && !payload.words) views.childAttempts += 1;
    if (payload.of === 'parent') views.parent += 1;
    return [
      { do: 'write', kind: 'view', class: 'sheet', body: { ...payload, quotation: true } },
      { do: 'set', patch: { views } },
      ...(payload.of === 'police' && payload.words ? [{ do: 'end', rule: 'police-view' } as const] : []),
    ];
  },
  recordAssessment: (context: Ctx<AssessRiskPayload>): Effect[] => {
    const { payload, record, actor, commandId, happened, profile } = context;
    const result = assessFor(context);
    const { harm: found, contradictions: _given, ...answers } = payload;
    const harm = harmAfter(record.standing.harm, found);
    const after = { ...record.standing, harm, proposed: null };
    const floors = floorsOf(result, profile.floors);
    const proposed = {
      grade: payload.proposed,
      suggested: result.suggested,
      assessmentId: commandId,
      by: actor.userId,
      at: happened,
      harmIndicator: result.harmPresent.length > 0,
      belowFloor: liesBelow(floors.floor, payload.proposed),
      ...floors,
      ...riseBeside(record.standing, payload.proposed),
      ...unansweredOf(payload),
    };
    const kept = contradictionsKept(assessmentQuestions(payload), payload.proposed, payload);
    return [
      {
        do: 'write',
        kind: 'assessment',
        class: 'case',
        body: {
          ...answers,
          harm: found,
          result,
          computedFrom: basisOf(context),
          by: actor.name,
          proposal: commandId,
          ...kept,
        },
      },
      { do: 'set', patch: { harm, proposed, assessmentId: commandId } },
      ...contactAtRise(context, payload.proposed),
      ...proposalClocks(record.standing, after, payload.proposed === 'high' || hasCurrentHarm(after)),
      ...foundOut(context, { ...answers, computedFrom: basisOf(context) }),
      ...toFindOut(context, result.notKnown),
      ...riseAlerts(record.standing, payload.proposed),
      // A birth date that became known since begins its clocks here at the latest.
      ...transitionEffects(context),
    ];
  },
  recordGrade: (context: Ctx<ConfirmGradePayload>): Effect[] => {
    const { payload, record, actor } = context;
    const { standing } = record;
    const { contradictions: _given, ...decided } = payload;
    const asked = confirmationQuestions(payload, standing.proposed);
    return [
      {
        do: 'write',
        kind: 'grade',
        class: 'sheet',
        body: {
          ...decided,
          by: actor.name,
          proposed: standing.proposed,
          ...contradictionsKept(asked, payload.grade, payload),
        },
      },
      ...gradeForChair(context),
      ...gradeEffects(context, payload.grade, { by: actor.userId, assessmentId: payload.assessmentId }),
      ...reviewEffects(standing, payload.grade),
    ];
  },
};
