import { birthdayAt } from '../clocks/age.js';
import { localDate } from '../clocks/time-zone.js';
import type { Missing } from '../model.js';
import { monthsBefore } from '../months-before.js';
import { grades, isAtLeast } from '../profile/grade.js';
import type { Age } from '../profile/profile.js';
import type { GuardContext } from '../topic.js';
import { type ClosureReason, closureReasons } from './payloads.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx = GuardContext<ChildCaseStanding>;
type Condition = Missing & { overridable: boolean };

const need = (code: string, words: string, who: string): Condition[] => [
  { code, words, who, overridable: true },
];

/** Safety actions that stand open without a name to whom they are handed over. */
export function openSafety({ record }: Pick<Ctx, 'record'>): Missing[] {
  const { actions, closure } = record.standing;
  if (actions.openSafety === 0 || closure?.handover) return [];
  const words = `${actions.openSafety} safety action(s) are open: they end, or are handed over to a name.`;
  return [{ code: 'safetyActions', words, who: 'the owners' }];
}

function childView(context: Ctx): Condition[] {
  const { views } = context.record.standing;
  if (views.child + views.childAttempts > 0) return [];
  return need(
    'childView',
    'The child’s own view is not recorded, nor why it could not be had.',
    'the worker',
  );
}

/** A grade that waits for its confirmation may yet be higher: until then nothing closes because of the grade. */
function noProposal(context: Ctx): Condition[] {
  if (!context.record.standing.proposed) return [];
  return need('openProposal', 'A proposed grade waits for its confirmation.', 'the manager of the team');
}

function lowLongEnough(context: Ctx): Condition[] {
  const { confirmed, lowSince } = context.record.standing;
  const { grade, months } = context.profile.closing;
  if (!confirmed) return need('confirmedGrade', 'No grade is confirmed.', 'the manager of the team');
  if (confirmed.closing !== grade && isAtLeast(confirmed.closing, grade))
    return need(
      'closingGrade',
      `The confirmed grade counts as ${confirmed.closing} for closing, above ${grade}.`,
      'the worker',
    );
  if (lowSince === null || lowSince > monthsBefore(context.at, months))
    return need(
      'closingMonths',
      `The grade has not been at or below ${grade} for ${months} months yet.`,
      'time',
    );
  return [];
}

function notFound(context: Ctx): Condition[] {
  const { confirmed, harm } = context.record.standing;
  const harmFound =
    Object.values(harm).some((one) => one.certainty !== 'none-known') || confirmed?.harmIndicator;
  return [
    ...(confirmed?.grade === grades[0]
      ? []
      : need(
          'confirmedNone',
          'Closing as not found asks for a confirmed grade of none.',
          'the manager of the team',
        )),
    ...noProposal(context),
    ...(harmFound
      ? need(
          'harmIndicator',
          'A sign of harm is recorded: the case cannot close as not found.',
          'the manager of the team',
        )
      : []),
    ...childView(context),
  ];
}

type Read = Pick<Ctx, 'facts' | 'locked'>;

/** What is known of when the child was born; undefined where the child's record was not read. */
function childRead({ locked, facts }: Read): { birthDate?: string | null } | undefined {
  return [...locked, ...facts.related].find((one) => one.kind === 'child')?.standing as
    | { birthDate?: string | null }
    | undefined;
}

/** Whether the child on the books, where it was read, has reached an age in years and months today. */
export function hasReached(
  context: Pick<Ctx, 'facts' | 'locked' | 'at' | 'profile'>,
  age: Age,
): boolean | null {
  const child = childRead(context);
  if (!child?.birthDate) return null;
  return (
    birthdayAt(child.birthDate, age.years, age.months) <= localDate(context.at, context.profile.timeZone)
  );
}

/** From 17½ on the adult pathway is recorded before a case closes. */
function adultPathway(context: Ctx): Condition[] {
  const { closure, childId } = context.record.standing;
  if (closure?.adultPathway) return [];
  const adult = closure?.reason === 'turned-18';
  if (!adult && childId && !childRead(context))
    return need('childUnread', 'The child’s record could not be read.', 'somebody who may read it');
  if (!adult && !hasReached(context, context.profile.closing.adultPathwayFrom)) return [];
  return need('adultPathway', 'The outcome of the adult pathway is not recorded.', 'the worker');
}

function reduced(context: Ctx): Condition[] {
  const { closure } = context.record.standing;
  return [
    ...noProposal(context),
    ...lowLongEnough(context),
    ...(closure?.harmAddressed
      ? []
      : need('harmAddressed', 'The closing analysis does not say how the harm was addressed.', 'the worker')),
    ...childView(context),
    ...(closure?.watched
      ? []
      : need('watcher', 'Who watches from now on, and the next check date, are not named.', 'the worker')),
    ...adultPathway(context),
  ];
}

function conditionsOf(context: Ctx): Condition[] {
  const { closure } = context.record.standing;
  switch (closure?.reason) {
    case 'not-found':
      return notFound(context);
    case 'reduced-and-sustained':
      return reduced(context);
    case 'moved':
      return need('transfer', 'The receiving area has not accepted the case.', 'the receiving area');
    case 'turned-18':
      return adultPathway(context);
    default:
      return [];
  }
}

/**
 * What stands in the way of closing for the proposed reason. A senior may override all but an open safety action;
 * the reasons for that are asked for in the payload.
 */
export function closureObstacles(context: Ctx): Missing[] {
  // An open safety action is never overridden: it ends, or is handed over to a name.
  const safety = openSafety(context).map((one) => ({ ...one, overridable: false }));
  const conditions = [...safety, ...conditionsOf(context)];
  const binding = context.actor.roles.includes('senior')
    ? conditions.filter((one) => !one.overridable)
    : conditions;
  return binding.map(plain);
}

function plain({ overridable: _overridable, ...one }: Condition): Missing {
  return one;
}

/** The conditions that fail and that only a senior's reasons set aside. */
export function overriddenConditions(context: Ctx): string[] {
  return conditionsOf(context).map((one) => one.code);
}

/**
 * What would still stand in the way of closing, reason by reason, if the proposal said all that a proposal can say:
 * so that whoever thinks of closing sees it before writing anything.
 */
export function closureOutlook(context: Ctx): { reason: ClosureReason; missing: Missing[] }[] {
  return closureReasons.map((reason) => {
    const said = { harmAddressed: true, watched: true, adultPathway: true, handover: true };
    const closure = { reason, proposedBy: null, at: context.at, ...said };
    const record = { ...context.record, standing: { ...context.record.standing, closure } };
    const actor = { ...context.actor, roles: [] };
    const child = reason === 'turned-18' && hasReached(context, { years: 18, months: 0 }) === false;
    const notYet = child ? need('notAdult', 'The young person is not 18 yet.', 'time') : [];
    return { reason, missing: [...notYet.map(plain), ...closureObstacles({ ...context, actor, record })] };
  });
}
