import type { Missing } from '../model.js';
import { monthsBefore } from '../months-before.js';
import { grades, isAtLeast } from '../profile/grade.js';
import type { GuardContext } from '../topic.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx = GuardContext<ChildCaseStanding>;
type Condition = Missing & { overridable: boolean };

const need = (code: string, words: string, who: string, overridable = true): Condition[] => [
  { code, words, who, overridable },
];

/** An open safety action is never overridden: it ends, or is handed over to a name (`domain.md` 3.5). */
function safetyActions(context: Ctx): Condition[] {
  const { actions, closure } = context.record.standing;
  if (actions.openSafety === 0 || closure?.handover) return [];
  return need(
    'safetyActions',
    `${actions.openSafety} safety action(s) are open: they end, or are handed over to a name.`,
    'the owners',
    false,
  );
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

function lowLongEnough(context: Ctx): Condition[] {
  const { confirmed, lowSince } = context.record.standing;
  const { grade, months } = context.profile.closing;
  if (!confirmed) return need('confirmedGrade', 'No grade is confirmed.', 'the manager of the team');
  if (confirmed.grade !== grade && isAtLeast(confirmed.grade, grade))
    return need('closingGrade', `The confirmed grade is ${confirmed.grade}, above ${grade}.`, 'the worker');
  if (lowSince === null || lowSince > monthsBefore(context.at, months))
    return need(
      'closingMonths',
      `The grade has not been at or below ${grade} for ${months} months yet.`,
      'time',
    );
  return [];
}

function notFound(context: Ctx): Condition[] {
  const { confirmed, harm, proposed } = context.record.standing;
  const harmFound =
    Object.values(harm).some((one) => one.certainty !== 'none-known') || proposed?.harmIndicator;
  return [
    ...(confirmed?.grade === grades[0]
      ? []
      : need(
          'confirmedNone',
          'Closing as not found asks for a confirmed grade of none.',
          'the manager of the team',
        )),
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

function reduced(context: Ctx): Condition[] {
  const { closure } = context.record.standing;
  return [
    ...lowLongEnough(context),
    ...(closure?.harmAddressed
      ? []
      : need('harmAddressed', 'The closing analysis does not say how the harm was addressed.', 'the worker')),
    ...childView(context),
    ...(closure?.watched
      ? []
      : need('watcher', 'Who watches from now on, and the next check date, are not named.', 'the worker')),
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
      return closure.adultPathway
        ? []
        : need('adultPathway', 'The outcome of the adult pathway is not recorded.', 'the worker');
    default:
      return [];
  }
}

/**
 * What stands in the way of closing for the proposed reason. A senior may override all but an open safety action;
 * the reasons for that are asked for in the payload.
 */
export function closureObstacles(context: Ctx): Missing[] {
  const conditions = [...safetyActions(context), ...conditionsOf(context)];
  const binding = context.actor.roles.includes('senior')
    ? conditions.filter((one) => !one.overridable)
    : conditions;
  return binding.map(({ overridable: _overridable, ...one }) => one);
}

/** The conditions that fail and that only a senior's reasons set aside. */
export function overriddenConditions(context: Ctx): string[] {
  return conditionsOf(context).map((one) => one.code);
}
