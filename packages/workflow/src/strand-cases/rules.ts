import { localDate } from '../clocks/time-zone.js';
import type { Missing, StateValue } from '../model.js';
import { isCheckAwaitable, isCheckOwed } from '../next-check.js';
import { type GuardContext, missing, otherWay } from '../topic.js';
import { endedForGood, unwatchedRemovals } from './codes.js';
import { isChildOn, type StrandCaseStanding } from './standing.js';

type Guard = GuardContext<StrandCaseStanding>;

/** The two regions of a case’s state: the work, and the panel. */
export function regionsOfStrand({ state }: { state: StateValue }): { work: string; panel: string } {
  return state as unknown as { work: string; panel: string };
}

/** Whether the case is about a person who is a child today, as far as anybody knows. */
export function isAboutChild({ record, at, profile }: Pick<Guard, 'record' | 'at' | 'profile'>): boolean {
  return isChildOn(record.standing, localDate(at, profile.timeZone));
}

function hasBasis({ record }: Guard): Missing[] {
  return record.standing.bases.length > 0
    ? []
    : missing('noBasis', 'No basis is recorded.', 'an intelligence officer, by adding one');
}

function hasCareManager(context: Guard): Missing[] {
  if (!isAboutChild(context) || context.record.standing.careManager?.agreedAt) return [];
  return missing(
    'careManager',
    'The person is a child: a social care manager agrees first.',
    'the social care manager who is asked',
  );
}

const isAcceptable = (context: Guard): Missing[] => [...hasBasis(context), ...hasCareManager(context)];

const isClosed = ({ record }: Guard): Missing[] =>
  record.standing.access?.closed
    ? []
    : missing('notClosed', 'The case is not handled with conditions.', 'an intelligence officer');

const isProposed = ({ record }: Guard): Missing[] =>
  record.standing.removal ? [] : missing('noRemoval', 'No removal is proposed.', 'an intelligence officer');

const secondPerson = ({ record, actor }: Guard): Missing[] =>
  record.standing.removal && record.standing.removal.proposedBy === actor.userId
    ? missing('secondPerson', 'Whoever proposed it does not approve it.', 'another officer or the supervisor')
    : [];

const notBeforePanel = ({ record }: Guard): Missing[] =>
  regionsOfStrand(record).panel === 'beforePanel'
    ? missing('beforePanel', 'The case is before the panel: the sitting decides.', 'the chair')
    : [];

const isListable = ({ record }: Guard): Missing[] =>
  ['active', 'suspended', 'closing'].includes(regionsOfStrand(record).work)
    ? []
    : missing('notAccepted', 'It is not accepted, or it has ended.', 'an intelligence officer');

const lives = ({ record }: Guard): Missing[] =>
  endedForGood.includes(record.standing.closed?.reason ?? '')
    ? missing('ended', 'It ended for good: what is told now begins a record of its own.', 'nobody')
    : [];

/** The rules of both machines: what is missing for a way to be open. */
export const rules = {
  isClosed,
  isAcceptable,
  isRelistable: lives,
  isStillNecessary: ({ choice }: Guard) => otherWay(choice === 'still-necessary', 'what stays necessary'),
  isNoLongerNecessary: ({ choice }: Guard) =>
    otherWay(choice === 'no-longer-necessary', 'what is no longer necessary'),
  isSecondPersonOfRemoval: (context: Guard) => [
    ...isProposed(context),
    ...secondPerson(context),
    ...notBeforePanel(context),
  ],
  returnsToActive: ({ record }: Guard) =>
    otherWay(record.standing.returnTo === 'active', 'what was active before'),
  returnsToSuspended: ({ record }: Guard) =>
    otherWay(record.standing.returnTo === 'suspended', 'what was suspended before'),
  needsCareManager: (context: Guard) =>
    isAboutChild(context)
      ? []
      : missing('notAChild', 'A social care manager answers where the person is a child.', 'nobody'),
  isCareManagerAsked: ({ record }: Guard) =>
    record.standing.careManager && !record.standing.careManager.agreedAt
      ? []
      : missing('notAsked', 'No social care manager is asked.', 'an intelligence officer'),
  isUntold: ({ record }: Guard) =>
    record.standing.untold?.length
      ? []
      : missing('nothingUntold', 'Nothing waits to be told.', 'an intelligence officer, with an outcome'),
  isPreparingRelease: ({ record }: Guard) =>
    record.standing.clocks.some(({ rule }) => rule.startsWith('release-') && rule !== 'release-day')
      ? []
      : missing('noRelease', 'No release is to be prepared.', 'an intelligence officer'),
  isRecalling: ({ record }: Guard) =>
    record.standing.clocks.some(({ rule }) => rule === 'copies-recall')
      ? []
      : missing('noRecall', 'No copies wait to be recalled.', 'nobody'),
  isCheckOwed,
  isCheckUnawaited: (context: Guard) =>
    isCheckAwaitable(context, !unwatchedRemovals.includes(context.record.standing.closed?.reason ?? '')),
  isListable,
  isChairsAct: (context: Guard) => [...isListable(context), ...notBeforePanel(context)],
  isPanelRemoval: ({ choice }: Guard) => otherWay(choice === 'remove', 'a removal by the panel'),
  isPanelOther: ({ choice }: Guard) => otherWay(choice !== 'remove', 'another decision of the panel'),
};
