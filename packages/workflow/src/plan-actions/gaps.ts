import { localDate } from '../clocks/time-zone.js';
import type { StoredRecord } from '../model.js';
import type { Absence, UserStanding } from '../users/standing.js';
import type { ActionWords, PlanActionStanding } from './standing.js';

/** What a full plan asks of every action, in the order of reading. */
export const actionGaps = ['owner', 'due', 'outcome', 'measure', 'contingency', 'cover'] as const;
/** One of these. */
export type ActionGap = (typeof actionGaps)[number];

/** The fields of its own that an action leaves empty. */
export function ownGaps(words: Partial<ActionWords>): ActionGap[] {
  const asked = ['due', 'outcome', 'measure', 'contingency'] as const;
  return asked.filter((field) => !words[field]);
}

/** Something that an action lacks for a full plan, in words, and who can supply it. */
export interface PlanMissing {
  actionId: string;
  gap: ActionGap;
  /** Null where an agency was given it and nobody there is named. */
  ownerId: string | null;
  words: string;
  who: string;
}

/** Everything from which the gaps of a plan follow. */
export interface PlanFacts {
  actions: readonly StoredRecord<PlanActionStanding>[];
  /** Accounts of the owners, with their absences; an owner whose account was not read is taken to be there. */
  users: readonly StoredRecord[];
  /** Whether the child is at raised risk: then every safety action has a contingency of its own. */
  raised: boolean;
  at: string;
  timeZone: string;
}

const same = (text: string | null | undefined): string => (text ?? '').trim().toLowerCase();

function accountOf({ users }: PlanFacts, id: string): UserStanding | undefined {
  return users.find((one) => one.kind === 'user' && one.id === id)?.standing as UserStanding | undefined;
}

/** The recorded absences of the owner between now and the day the action is due; all that are ahead where it has none. */
export function absencesBefore(
  account: UserStanding | undefined,
  due: string | null,
  { at, timeZone }: Pick<PlanFacts, 'at' | 'timeZone'>,
): Absence[] {
  return (account?.absences ?? []).filter(
    ({ from, until }) => until > at && (due === null || localDate(from, timeZone) <= due),
  );
}

/** Whether somebody covers the whole of an absence up to the due day: access has not ended, and no absence overlaps it. */
function isThereFor(account: UserStanding, { from, until }: Absence, due: string | null, facts: PlanFacts) {
  const away = absencesBefore(account, due, facts).some((one) => one.from < until && from < one.until);
  return account.endedAt === null && !away;
}

function isCovered(action: PlanActionStanding, absence: Absence, facts: PlanFacts): boolean {
  const { coverId } = action;
  const named = coverId && coverId !== action.ownerId ? coverId : absence.standInId;
  const account = named ? accountOf(facts, named) : undefined;
  if (!named) return false;
  return !account || isThereFor(account, absence, action.due, facts);
}

/** Whether an action needs a contingency that it has not: its own at raised risk, else one for its outcome. */
function lacksContingency({ standing, id }: StoredRecord<PlanActionStanding>, facts: PlanFacts): boolean {
  if (!standing.gaps.includes('contingency')) return false;
  if (facts.raised && standing.part === 'safety') return true;
  const towards = same(standing.outcome);
  return !facts.actions.some(
    (other) =>
      other.id !== id &&
      towards !== '' &&
      same(other.standing.outcome) === towards &&
      !other.standing.gaps.includes('contingency'),
  );
}

function gapsOfAction(action: StoredRecord<PlanActionStanding>, facts: PlanFacts): ActionGap[] {
  const { standing, state } = action;
  const account = accountOf(facts, standing.ownerId);
  const unowned =
    state === 'declined' || state === 'awaitingOwner' || Boolean(account && account.endedAt !== null);
  const absences = unowned ? [] : absencesBefore(account, standing.due, facts);
  const holds: Record<ActionGap, boolean> = {
    owner: unowned,
    due: standing.gaps.includes('due'),
    outcome: standing.gaps.includes('outcome'),
    measure: standing.gaps.includes('measure'),
    contingency: lacksContingency(action, facts),
    cover: absences.some((absence) => !isCovered(standing, absence, facts)),
  };
  return actionGaps.filter((gap) => holds[gap]);
}

const words: Record<ActionGap, string> = {
  owner: 'Nobody owns it: it was declined, its owner has left, or its agency has not named one.',
  due: 'It has no due date.',
  outcome: 'It has no desired outcome that can be measured.',
  measure: 'It does not say how it will be known.',
  contingency: 'It does not say what happens if it does not work.',
  cover: 'Its owner will be away before it is due, and nobody covers.',
};

/**
 * All that a plan lacks to be agreed in full: action by action, in one answer, with who can supply it. Actions that have
 * ended lack nothing.
 */
export function planMissing(facts: PlanFacts): PlanMissing[] {
  const open = facts.actions.filter(({ state }) => state !== 'ended');
  const about = { ...facts, actions: open };
  return open.flatMap((action) =>
    gapsOfAction(action, about).map((gap) => ({
      actionId: action.id,
      gap,
      ownerId: action.standing.ownerId || null,
      words: words[gap],
      who:
        gap === 'owner' ? 'the worker or the manager of the team' : action.standing.ownerName || 'its owner',
    })),
  );
}

/** Who has an action in hand while its owner does not: by name where somebody is named. */
export interface InHand {
  because: 'absence' | 'left';
  /** The stand-in, or whoever the action names; null where it is the manager of the owner. */
  coverId: string | null;
  from: string;
  until: string | null;
}

/** In whose hands an action is, or will be before it is due, other than its owner's; nothing where the owner is there. */
export function inHand(
  action: PlanActionStanding,
  users: readonly StoredRecord[],
  about: { at: string; timeZone: string },
): InHand[] {
  const facts = { ...about, users, actions: [], raised: false };
  const account = accountOf(facts, action.ownerId);
  if (account?.left) return [{ because: 'left', coverId: null, from: account.left.at, until: null }];
  return absencesBefore(account, action.due, about).map((absence) => ({
    because: 'absence' as const,
    coverId: action.coverId ?? absence.standInId,
    from: absence.from,
    until: absence.until,
  }));
}
