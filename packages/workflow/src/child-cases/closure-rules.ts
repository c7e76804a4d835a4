import type { Missing } from '../model.js';
import { monthsBefore } from '../months-before.js';
import { grades, isAtLeast } from '../profile/grade.js';
import type { GuardContext } from '../topic.js';
import { hasPathwayOutcome } from './adult.js';
import { childRead, hasReached } from './child-read.js';
import type { ChildCaseStanding } from './standing.js';
import { transferable } from './transfer-rules.js';
import { unansweredRise, urgentWork } from './urgent-work.js';

type Ctx = GuardContext<ChildCaseStanding>;

/** One condition of closing: what it asks, and where it is not met, what is missing and who can supply it. */
export interface ClosingCondition extends Missing {
  asks: string;
  met: boolean;
  /** Whether a senior may set it aside with reasons. */
  overridable: boolean;
}

const need = (
  code: string,
  met: boolean,
  about: { asks: string; words: string; who: string },
): ClosingCondition => ({ code, met, overridable: true, ...about });

/** Safety actions that stand open without a name to whom they are handed over. */
export function openSafety({ record }: Pick<Ctx, 'record'>): Missing[] {
  const { actions, closure } = record.standing;
  if (actions.openSafety === 0 || closure?.handover) return [];
  const words = `${actions.openSafety} safety action(s) are open: they end, or are handed over to a name.`;
  return [{ code: 'safetyActions', words, who: 'the owners' }];
}

/** An open safety action is never overridden: it ends, or is handed over to a name. */
function noOpenSafety(context: Ctx): ClosingCondition {
  const [open] = openSafety(context);
  const asks = 'No safety action is open, or it is handed over to a name';
  const plain = { code: 'safetyActions', words: '', who: 'the owners' };
  return { ...plain, ...open, asks, met: open === undefined, overridable: false };
}

/**
 * Danger and current harm are answered before a case closes, and nobody sets that aside: closing would end their alarms.
 * For a child who has died there is nobody left to protect on this case; whether the death is notified is asked anew.
 */
function noUrgentWork({ record }: Ctx): ClosingCondition[] {
  if (record.standing.closure?.reason === 'deceased') return [];
  const asks =
    'Immediate danger is acknowledged, and every strategy discussion and section 47 enquiry is concluded';
  const open = urgentWork(record);
  if (open.length === 0)
    return [{ code: 'urgentWork', asks, words: '', who: 'nobody', met: true, overridable: false }];
  return open.map((one) => ({ ...one, asks, met: false, overridable: false }));
}

/** Somebody closes as 18 whose age is known to be that: not while the birth date is unknown, and by nobody's leave. */
export function isAdult(context: Ctx): ClosingCondition {
  const reached = hasReached(context, { years: 18, months: 0 });
  const unknown = 'It is not known that the young person is 18: the date of birth is recorded first.';
  return {
    code: 'notAdult',
    asks: 'The young person is 18',
    words: reached === false ? 'The young person is not 18 yet.' : unknown,
    who: reached === false ? 'time' : 'the worker',
    met: reached === true,
    overridable: false,
  };
}

function childView(context: Ctx): ClosingCondition {
  const { views } = context.record.standing;
  return need('childView', views.child + views.childAttempts > 0, {
    asks: 'The child’s own view, or the attempts to have it and why not',
    words: 'The child’s own view is not recorded, nor why it could not be had.',
    who: 'the worker',
  });
}

/** A grade that waits for its confirmation may yet be higher: until then nothing closes because of the grade. */
function noProposal(context: Ctx): ClosingCondition {
  return need('openProposal', !context.record.standing.proposed, {
    asks: 'No grade waits for its confirmation',
    words: 'A proposed grade waits for its confirmation.',
    who: 'the manager of the team',
  });
}

/** A rise rules until it is answered, whatever the reason for closing. */
function noRise({ record }: Ctx): ClosingCondition {
  const [open] = unansweredRise(record);
  const asks = 'No rise of the grade waits for its confirmation';
  const { words, who } = open ?? { words: '', who: 'the manager of the team' };
  return need('openProposal', open === undefined, { asks, words, who });
}

function lowLongEnough(context: Ctx): ClosingCondition[] {
  const { confirmed, lowSince } = context.record.standing;
  const { grade, months } = context.profile.closing;
  if (!confirmed)
    return [
      need('confirmedGrade', false, {
        asks: `A confirmed grade at or below ${grade} for ${months} months`,
        words: 'No grade is confirmed.',
        who: 'the manager of the team',
      }),
    ];
  const high = confirmed.closing !== grade && isAtLeast(confirmed.closing, grade);
  const long = lowSince !== null && lowSince <= monthsBefore(context.at, months);
  return [
    need('closingGrade', !high, {
      asks: `A confirmed grade that counts as ${grade} or lower`,
      words: `The confirmed grade counts as ${confirmed.closing} for closing, above ${grade}.`,
      who: 'the worker',
    }),
    ...(high
      ? []
      : [
          need('closingMonths', long, {
            asks: `The grade at or below ${grade} for ${months} months`,
            words: `The grade has not been at or below ${grade} for ${months} months yet.`,
            who: 'time',
          }),
        ]),
  ];
}

function notFound(context: Ctx): ClosingCondition[] {
  const { confirmed, harm } = context.record.standing;
  const harmFound =
    Object.values(harm).some((one) => one.certainty !== 'none-known') || confirmed?.harmIndicator;
  return [
    need('confirmedNone', confirmed?.grade === grades[0], {
      asks: 'A confirmed grade of none',
      words: 'Closing as not found asks for a confirmed grade of none.',
      who: 'the manager of the team',
    }),
    noProposal(context),
    need('harmIndicator', !harmFound, {
      asks: 'No sign of harm',
      words: 'A sign of harm is recorded: the case cannot close as not found.',
      who: 'the manager of the team',
    }),
    childView(context),
  ];
}

const isUnread = (context: Ctx): boolean => Boolean(context.record.standing.childId) && !childRead(context);

const childUnread = (asks: string): ClosingCondition =>
  need('childUnread', false, {
    asks,
    words: 'The child’s record could not be read.',
    who: 'somebody who may read it',
  });

/** From 17½ on the adult pathway is recorded before a case closes; an adult’s has its outcome. */
function adultPathway(context: Ctx): ClosingCondition[] {
  const { closure } = context.record.standing;
  const adult = closure?.reason === 'turned-18';
  if (!adult && isUnread(context)) return [childUnread('The age, from the child’s own record')];
  if (!adult && !hasReached(context, context.profile.closing.adultPathwayFrom)) return [];
  const met = Boolean(closure?.adultPathway) || hasPathwayOutcome(context.record.standing);
  return [
    need('adultPathway', met, {
      asks: 'The outcome of the adult pathway',
      words: 'The outcome of the adult pathway is not recorded.',
      who: 'the worker',
    }),
  ];
}

function reduced(context: Ctx): ClosingCondition[] {
  const { closure } = context.record.standing;
  return [
    noProposal(context),
    ...lowLongEnough(context),
    need('harmAddressed', Boolean(closure?.harmAddressed), {
      asks: 'The closing analysis says how the harm was addressed',
      words: 'The closing analysis does not say how the harm was addressed.',
      who: 'the worker',
    }),
    childView(context),
    need('finalOutcomes', Boolean(context.record.standing.outcomes?.final), {
      asks: 'The final rating of the outcomes',
      words: 'The outcomes have no final rating.',
      who: 'the worker',
    }),
    need('watcher', Boolean(closure?.watched), {
      asks: 'Who watches from now on, and the next check date',
      words: 'Who watches from now on, and the next check date, are not named.',
      who: 'the worker',
    }),
    ...adultPathway(context),
  ];
}

/** Whoever keeps the case elsewhere has said so: the receiving area accepts; for a hosted record the placing area is told. */
function takenOver({ record }: Ctx): ClosingCondition {
  const { transfer, hosting } = record.standing;
  if (hosting?.as === 'host')
    return need('placingAreaTold', hosting.toldAt !== null, {
      asks: `${hosting.area}, which placed the child and keeps the case, is told the outcome`,
      words: `${hosting.area}, which placed the child and keeps the case, is not told the outcome yet.`,
      who: 'the worker',
    });
  return need('transfer', Boolean(transfer?.acceptedAt), {
    asks: 'The receiving area has accepted the case',
    words: 'The receiving area has not accepted the case: transfer it, and it closes once it is accepted.',
    who: 'the receiving area',
  });
}

/**
 * A looked-after child placed elsewhere is never transferred, and no senior closes the case as moved instead: this area
 * keeps it. A hosted record is the placing area's to keep.
 */
function moved(context: Ctx): ClosingCondition[] {
  const asks = 'The child is not looked after by this area';
  const isHost = context.record.standing.hosting?.as === 'host';
  if (!isHost && isUnread(context)) return [{ ...childUnread(asks), overridable: false }];
  const [kept] = isHost ? [] : transferable(context);
  const keeps = kept ? [{ ...kept, asks, met: false, overridable: false }] : [];
  return [...keeps, ...(kept ? [] : [takenOver(context)]), noRise(context)];
}

function conditionsOf(context: Ctx): ClosingCondition[] {
  switch (context.record.standing.closure?.reason) {
    case 'not-found':
      return notFound(context);
    case 'reduced-and-sustained':
      return reduced(context);
    case 'moved':
      return moved(context);
    case 'turned-18':
      return [isAdult(context), ...adultPathway(context), noRise(context)];
    case 'merged':
      return [{ ...noProposal(context), overridable: false }];
    default:
      return [];
  }
}

/** What no senior sets aside comes first: danger, current harm and open safety actions. */
const alwaysAsked = (context: Ctx): ClosingCondition[] => [...noUrgentWork(context), noOpenSafety(context)];

/** Every condition of the proposed reason, met or not. */
export const conditionsAsked = (context: Ctx): ClosingCondition[] => [
  ...alwaysAsked(context),
  ...conditionsOf(context),
];

/** A condition as what is missing. */
export const plain = ({ code, words, who }: ClosingCondition): Missing => ({ code, words, who });

/**
 * What stands in the way of closing for the proposed reason. A senior may override all but open danger and harm, an open
 * safety action, the age of somebody who closes as 18, a looked-after child placed elsewhere, and a grade that waits on a
 * case to be merged; the reasons for that are asked for in the payload.
 */
export function closureObstacles(context: Ctx): Missing[] {
  const senior = context.actor.roles.includes('senior');
  return conditionsAsked(context)
    .filter(({ met, overridable }) => !met && !(senior && overridable))
    .map(plain);
}

/** The conditions that fail and that only a senior's reasons set aside. */
export function overriddenConditions(context: Ctx): string[] {
  return conditionsOf(context).flatMap(({ code, met }) => (met ? [] : [code]));
}
