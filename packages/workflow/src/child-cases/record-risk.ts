import type { Context, Fault } from '../model.js';
import { monthsBefore } from '../months-before.js';
import { type Grade, gradeDrop, isAtLeast } from '../profile/grade.js';
import type { Effect } from '../topic.js';
import { assessFor, instrumentFaults } from './assessment.js';
import type { AssessRiskPayload, ConfirmGradePayload, RecordViewPayload } from './payloads.js';
import { manager, worker } from './principals.js';
import { asksPlan, type ChildCaseStanding, hasCurrentHarm, isRaised } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

const certainties = ['none-known', 'suspected', 'confirmed'];

/** Harm as it stands after an assessment: time moves on, certainty falls only by correction (`domain.md` 2). */
function harmAfter(standing: ChildCaseStanding, found: AssessRiskPayload['harm']): ChildCaseStanding['harm'] {
  const harm = { ...standing.harm };
  for (const { kind, certainty, time } of found) {
    const before = harm[kind]?.certainty ?? 'none-known';
    const higher = certainties.indexOf(before) > certainties.indexOf(certainty) ? before : certainty;
    harm[kind] = { certainty: higher, time };
  }
  return harm;
}

/** Whether an assessment holds a grade below what a floor allows. */
export function liesBelowFloor(
  result: { suggested: Grade; floors: { applied: boolean }[] },
  proposed: Grade,
): boolean {
  return (
    result.floors.some((floor) => floor.applied) &&
    gradeDrop(result.suggested, proposed) > 0 &&
    !isAtLeast(proposed, 'medium')
  );
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
      ...(payload.of === 'police' ? [{ do: 'end', rule: 'police-view' } as const] : []),
    ];
  },
  recordAssessment: (context: Ctx<AssessRiskPayload>): Effect[] => {
    const { payload, record, actor, commandId, happened } = context;
    const result = assessFor(context);
    const { harm: _harm, ...answers } = payload;
    const harm = harmAfter(record.standing, payload.harm);
    const after = { ...record.standing, harm, proposed: null };
    const raised = payload.proposed === 'high' || hasCurrentHarm(after);
    const who = worker(record.standing);
    const proposed = {
      grade: payload.proposed,
      suggested: result.suggested,
      assessmentId: commandId,
      by: actor.userId,
      at: happened,
      harmIndicator: result.harmCurrent,
      belowFloor: liesBelowFloor(result, payload.proposed),
    };
    return [
      {
        do: 'write',
        kind: 'assessment',
        class: 'case',
        body: { ...answers, harm: payload.harm, result, by: actor.name, proposal: commandId },
      },
      { do: 'set', patch: { harm, proposed, assessmentId: commandId } },
      { do: 'end', rule: 'first-assessment' },
      { do: 'end', rule: 'reassessment' },
      { do: 'start', rule: 'grade-confirmation', who: manager(record.standing.team), raised, again: true },
      ...(raised ? [{ do: 'start', rule: 'same-day-safety-actions', who, raised } as const] : []),
      ...(hasCurrentHarm(after)
        ? [{ do: 'start', rule: 'current-harm-strategy', who: manager(record.standing.team) } as const]
        : []),
      ...result.notKnown.map(
        (code) =>
          ({ do: 'write', kind: 'to-find-out', class: 'case', body: { code, from: commandId } }) as const,
      ),
    ];
  },
  recordGrade: ({ payload, record, actor, happened, at, profile }: Ctx<ConfirmGradePayload>): Effect[] => {
    const { standing } = record;
    return [
      {
        do: 'write',
        kind: 'grade',
        class: 'sheet',
        body: { ...payload, by: actor.name, proposed: standing.proposed },
      },
      ...gradeEffects(standing, payload.grade, payload.assessmentId, {
        by: actor.userId,
        happened,
        at,
        profile,
      }),
    ];
  },
};

/** What a confirmed grade changes, whoever confirms it: a manager or a sitting. */
export function gradeEffects(
  standing: ChildCaseStanding,
  grade: Grade,
  assessmentId: string | null,
  about: Pick<Ctx<object>, 'happened' | 'at' | 'profile'> & { by: string | null },
): Effect[] {
  const { happened, at, profile, by } = about;
  const since = monthsBefore(at, profile.closing.secondSignature.months);
  const peaks = [...standing.peaks, { grade, at: happened }].filter((peak) => peak.at >= since).slice(-10);
  const isLow = !isAtLeast(grade, profile.closing.grade) || grade === profile.closing.grade;
  const after = { ...standing, proposed: null, confirmed: { grade, by, at: happened, assessmentId } };
  const raised = isRaised(after);
  const who = worker(standing);
  return [
    {
      do: 'set',
      patch: {
        proposed: null,
        confirmed: after.confirmed,
        peaks,
        lowSince: isLow ? (standing.lowSince ?? happened) : null,
      },
    },
    { do: 'end', rule: 'grade-confirmation' },
    ...(asksPlan(profile, grade) && !standing.plan
      ? [{ do: 'start', rule: 'plan-agreement', who: manager(standing.team), raised, again: true } as const]
      : []),
    ...(asksPlan(profile, grade)
      ? []
      : [{ do: 'end', rule: 'plan-agreement', reason: 'No plan is asked at this grade' } as const]),
    { do: 'start', rule: 'reassessment', who, grade: grade === 'none' ? 'low' : grade, again: true },
    { do: 'end', rule: 'panel-review', reason: 'The grade was confirmed anew' },
    { do: 'start', rule: 'panel-review', who: 'role:coordinator', grade },
  ];
}

/** Payload rules of an assessment: every fault at once. */
export function assessmentFaults(context: Ctx<AssessRiskPayload>): Fault[] {
  const { payload, record } = context;
  const faults = instrumentFaults(context);
  if (faults.length > 0) return faults;
  const result = assessFor(context);
  if (liesBelowFloor(result, payload.proposed) && !payload.belowFloorReason)
    faults.push({
      pointer: '/belowFloorReason',
      code: 'belowFloor',
      detail: `Say why the grade lies below the floor: ${result.floors
        .filter((floor) => floor.applied)
        .map((floor) => floor.label)
        .join('; ')}.`,
    });
  payload.harm.forEach((one, index) => {
    const before = record.standing.harm[one.kind]?.certainty ?? 'none-known';
    if (certainties.indexOf(before) > certainties.indexOf(one.certainty))
      faults.push({
        pointer: `/harm/${index}/certainty`,
        code: 'certaintyFalls',
        detail: `Harm of this kind is recorded as ${before}: certainty falls only by correction.`,
      });
  });
  return faults;
}

/** Payload rules of a confirmation: the assessment seen, reasons for a change, harm beside its sign. */
export function confirmationFaults({
  payload,
  record,
  actor,
  ...context
}: Ctx<ConfirmGradePayload>): Fault[] {
  const { proposed, harm } = record.standing;
  const faults: Fault[] = [];
  if (proposed && payload.assessmentId !== proposed.assessmentId)
    faults.push({
      pointer: '/assessmentId',
      code: 'otherAssessment',
      detail: 'The proposal has changed since this page was opened: look at the newer assessment.',
    });
  if (proposed && payload.grade !== proposed.grade && !payload.reasons)
    faults.push({
      pointer: '/reasons',
      code: 'reasons',
      detail: 'Give reasons for confirming another grade than the one proposed.',
    });
  const harmNamed = Object.values(harm).some((one) => one.certainty !== 'none-known');
  if (proposed?.harmIndicator && !harmNamed && !payload.noHarmReason)
    faults.push({
      pointer: '/noHarmReason',
      code: 'noHarmReason',
      detail: 'The assessment shows a sign of harm while no harm is recorded: say why.',
    });
  const dropped = proposed && (proposed.belowFloor || dropsTwo(record.standing, payload.grade, context));
  if (dropped && actor.roles.includes('senior') && !payload.secondSignatureReason)
    faults.push({
      pointer: '/secondSignatureReason',
      code: 'secondSignature',
      detail: 'Give your reasons as the second person who signs.',
    });
  return faults;
}

function dropsTwo(
  standing: ChildCaseStanding,
  grade: Grade,
  { profile, at }: Pick<Ctx<object>, 'profile' | 'at'>,
): boolean {
  const { drop, months } = profile.closing.secondSignature;
  const since = monthsBefore(at, months);
  const highest = [
    ...standing.peaks.filter((peak) => peak.at >= since),
    ...(standing.confirmed ? [standing.confirmed] : []),
  ];
  return highest.some((peak) => gradeDrop(peak.grade, grade) >= drop);
}
