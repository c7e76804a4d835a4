import { isEarlier } from '../clocks/is-earlier.js';
import type { Context, Fault } from '../model.js';
import { type Grade, gradeDrop } from '../profile/grade.js';
import { assessFor, instrumentFaults } from './assessment.js';
import { floorsOf, liesBelow, rulingFloor } from './closing-grade.js';
import { assessmentQuestions, confirmationQuestions, contradictionFaults } from './contradictions.js';
import { dropsFrom } from './grade-effects.js';
import { sureness } from './harm.js';
import type { AssessRiskPayload, ConfirmGradePayload } from './payloads.js';
import { recentPeak } from './rules.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

function harmFaults({ payload, record }: Ctx<AssessRiskPayload>): Fault[] {
  if (payload.harm.length === 0)
    return [
      {
        pointer: '/harm',
        code: 'asked',
        detail: 'Name at least one kind of exploitation and its harm status.',
      },
    ];
  return payload.harm.flatMap(({ kind, certainty }, index) => {
    const before = record.standing.harm[kind]?.certainty ?? 'none-known';
    const faults: Fault[] = [];
    if (payload.harm.findIndex((one) => one.kind === kind) < index)
      faults.push({ pointer: `/harm/${index}/kind`, code: 'twice', detail: 'A kind is named once.' });
    if (sureness(before) > sureness(certainty))
      faults.push({
        pointer: `/harm/${index}/certainty`,
        code: 'certaintyFalls',
        detail: `Harm of this kind is recorded as ${before}: certainty falls only by correction.`,
      });
    return faults;
  });
}

/** Payload rules of an assessment: every fault at once. */
export function assessmentFaults(context: Ctx<AssessRiskPayload>): Fault[] {
  const { payload, profile, record } = context;
  const asked = assessmentQuestions(payload);
  const open = contradictionFaults(asked, payload.proposed, payload, record.standing);
  const faults = [...instrumentFaults(context), ...harmFaults(context)];
  if (faults.length > 0) return [...faults, ...open];
  const result = assessFor(context);
  if (!liesBelow(floorsOf(result, profile.floors).floor, payload.proposed) || payload.belowFloorReason)
    return open;
  const floors = result.floors.filter((floor) => floor.applied).map((floor) => floor.label);
  return [
    ...open,
    {
      pointer: '/belowFloorReason',
      code: 'belowFloor',
      detail: `Say why the grade lies below the floor: ${floors.join('; ')}.`,
    },
  ];
}

/** Whether a grade lies below a rise that was proposed and that nobody has decided on. */
const takesBackRise = (proposed: ChildCaseStanding['proposed'], grade: Grade): boolean =>
  proposed?.rose !== undefined && gradeDrop(proposed.rose.grade, grade) > 0;

/** Whether the proposed assessment shows a sign of harm while no harm is recorded: whoever decides on it says why. */
export function asksNoHarmReason({ proposed, harm }: Pick<ChildCaseStanding, 'proposed' | 'harm'>): boolean {
  const isNamed = Object.values(harm).some((one) => one.certainty !== 'none-known');
  return Boolean(proposed?.harmIndicator) && !isNamed;
}

/**
 * What a proposal asks of whoever decides on it, a manager or a sitting: that it is no earlier than the proposal, and why
 * no harm is recorded where the assessment shows a sign of it.
 */
export function proposalFaults(
  { record, happened }: Pick<Ctx<object>, 'record' | 'happened'>,
  noHarmReason: string | undefined,
): Fault[] {
  const { proposed } = record.standing;
  const faults: Fault[] = [];
  if (proposed && isEarlier(happened, proposed.at))
    faults.push({
      pointer: '/happened',
      code: 'beforeProposal',
      detail: 'The grade was proposed after this: it is confirmed at the time of its proposal or later.',
    });
  if (asksNoHarmReason(record.standing) && !noHarmReason)
    faults.push({
      pointer: '/noHarmReason',
      code: 'noHarmReason',
      detail: 'The assessment shows a sign of harm while no harm is recorded: say why.',
    });
  return faults;
}

/** Payload rules of a confirmation: the assessment seen, reasons for a change, harm beside its sign. */
export function confirmationFaults(context: Ctx<ConfirmGradePayload>): Fault[] {
  const { payload, record, actor, profile } = context;
  const { proposed } = record.standing;
  const faults: Fault[] = [];
  const seen = [proposed, proposed?.rose].find((one) => one?.assessmentId === payload.assessmentId);
  if (proposed && !seen)
    faults.push({
      pointer: '/assessmentId',
      code: 'otherAssessment',
      detail: 'The proposal has changed since this page was opened: look at the newer assessment.',
    });
  const other = proposed && payload.grade !== (seen ?? proposed).grade;
  if ((other || takesBackRise(proposed, payload.grade)) && !payload.reasons)
    faults.push({
      pointer: '/reasons',
      code: 'reasons',
      detail: other
        ? 'Give reasons for confirming another grade than the one proposed.'
        : `A rise to ${proposed?.rose?.grade} was proposed and still rules: give reasons for the lower grade.`,
    });
  faults.push(...proposalFaults(context, payload.noHarmReason));
  const drops = dropsFrom(recentPeak(context), payload.grade, profile);
  const signed = drops || liesBelow(rulingFloor(proposed), payload.grade);
  if (signed && actor.roles.includes('senior') && !payload.secondSignatureReason)
    faults.push({
      pointer: '/secondSignatureReason',
      code: 'secondSignature',
      detail: 'Give your reasons as the second person who signs.',
    });
  for (const [index, one] of (payload.dissent ?? []).entries())
    if (one.of === 'agency' && !one.from)
      faults.push({
        pointer: `/dissent/${index}/from`,
        code: 'asked',
        detail: 'Say which agency disagrees.',
      });
  const asked = confirmationQuestions(payload, proposed);
  return [...faults, ...contradictionFaults(asked, payload.grade, payload, record.standing)];
}
