import type { Context } from '../model.js';
import { monthsBefore } from '../months-before.js';
import { type Grade, gradeDrop, higherGrade, isAtLeast } from '../profile/grade.js';
import type { Effect } from '../topic.js';
import { casesBeside } from './cases-beside.js';
import { closingGrade } from './closing-grade.js';
import { contactByGrade } from './contact-clock.js';
import { manager, worker } from './principals.js';
import { feedbackDue } from './record-feedback.js';
import { asksPlan, type ChildCaseStanding, isRaised } from './standing.js';

type Ctx = Context<ChildCaseStanding, object>;
type Confirmed = NonNullable<ChildCaseStanding['confirmed']>;

/**
 * Earlier grades with the time until which each stood: that at which the next was accepted, which nobody dates back. Only
 * those that a later one does not exceed matter.
 */
export function peaksAfter(
  standing: ChildCaseStanding,
  until: string,
  since: string,
): ChildCaseStanding['peaks'] {
  const recent = confirmedUntil(standing, until)
    .filter(({ at }) => at >= since)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  return recent.filter(
    (peak, index) => !recent.slice(index + 1).some((one) => isAtLeast(one.grade, peak.grade)),
  );
}

const confirmedUntil = (
  { peaks, confirmed }: ChildCaseStanding,
  until: string,
): ChildCaseStanding['peaks'] => (confirmed ? [...peaks, { grade: confirmed.grade, at: until }] : peaks);

/**
 * The highest grade confirmed on another case of the child within the profile's months, whichever was confirmed first. It
 * is read where those cases keep it, so that it goes with a case that was on the wrong child. A restricted case is left
 * out: nobody learns of it by this.
 */
export function peakBeside(
  context: Pick<Ctx, 'record' | 'locked' | 'facts' | 'profile' | 'at'>,
): Grade | null {
  const since = monthsBefore(context.at, context.profile.closing.secondSignature.months);
  const beside = casesBeside(context)
    .flatMap(({ standing }) => confirmedUntil(standing, standing.closed?.at ?? context.at))
    .filter(({ at }) => at >= since);
  return beside.reduce<Grade | null>((high, { grade }) => (high ? higherGrade(high, grade) : grade), null);
}

/** Whether a grade lies as far below another that a second person signs (a drop of two grades in the England default). */
export function dropsFrom(peak: Grade | null, grade: Grade, { closing }: Ctx['profile']): boolean {
  return peak !== null && gradeDrop(peak, grade) >= closing.secondSignature.drop;
}

/** States from which a case goes back to its work. */
const awayFromWork = ['closing', 'suspended', 'transferring'];

/** Where a case goes back to once its closure is refused or it resumes, now that a grade was confirmed meanwhile. */
function returnAfter({ record, profile }: Pick<Ctx, 'record' | 'profile'>, grade: Grade): object {
  const { standing, state } = record;
  if (!awayFromWork.includes((state as { work: string }).work)) return {};
  const monitors = standing.plan !== null && standing.returnTo === 'monitoring';
  return { returnTo: asksPlan(profile, grade) && !monitors ? 'planning' : 'monitoring' };
}

/**
 * What a confirmed grade changes, whoever confirms it: a manager or a sitting. Obligations that run already are never
 * put off by it; the reassessment counts from the assessment, not from its confirmation.
 */
export function gradeEffects(
  context: Pick<Ctx, 'record' | 'happened' | 'at' | 'profile'>,
  grade: Grade,
  about: { by: string | null; assessmentId: string | null },
): Effect[] {
  const { record, happened, at, profile } = context;
  const { standing } = record;
  const { proposed, lowSince } = standing;
  const confirmed: Confirmed = {
    grade,
    ...about,
    at: happened,
    harmIndicator: proposed?.harmIndicator ?? standing.confirmed?.harmIndicator ?? false,
    closing: closingGrade(proposed, grade),
  };
  const isLow =
    confirmed.closing === profile.closing.grade || !isAtLeast(confirmed.closing, profile.closing.grade);
  const since = monthsBefore(at, profile.closing.secondSignature.months);
  const raised = isRaised({ ...standing, proposed: null, confirmed });
  const assessed =
    proposed?.at ?? standing.clocks.find((clock) => clock.rule === 'reassessment')?.start ?? happened;
  return [
    {
      do: 'set',
      patch: {
        proposed: null,
        confirmed,
        peaks: peaksAfter(standing, at, since),
        lowSince: isLow ? (lowSince ?? at) : null,
        ...returnAfter(context, grade),
      },
    },
    { do: 'end', rule: 'grade-confirmation' },
    ...feedbackDue(context, 'grade'),
    ...contactByGrade(context, grade),
    ...planClocks(standing, asksPlan(profile, grade), raised),
    {
      do: 'start',
      rule: 'reassessment',
      who: worker(standing),
      grade: grade === 'none' ? 'low' : grade,
      start: assessed,
      again: true,
    },
  ];
}

function planClocks(standing: ChildCaseStanding, asked: boolean, raised: boolean): Effect[] {
  if (!asked) return [{ do: 'end', rule: 'plan-agreement', reason: 'No plan is asked at this grade' }];
  if (standing.plan) return [];
  return [{ do: 'start', rule: 'plan-agreement', who: manager(standing.team), raised, sooner: true }];
}

/** The panel's review that a grade asks for; a date that the panel fixed itself stands. */
export function reviewEffects({ lastDecision }: ChildCaseStanding, grade: Grade): Effect[] {
  const fixed = lastDecision?.nextReview;
  return [
    ...(fixed ? [] : [{ do: 'end', rule: 'panel-review', reason: 'The grade was confirmed anew' } as const]),
    { do: 'start', rule: 'panel-review', who: 'role:coordinator', grade },
  ];
}
