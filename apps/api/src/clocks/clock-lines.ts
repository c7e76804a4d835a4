import {
  type ClockStand,
  findCautioned,
  findNames,
  findProfiles,
  type ListedClock,
  type Tx,
} from '@mase/store';
import { commandLabels, isProvisionalDue, labelOf, type Profile, whyDue } from '@mase/workflow';
import { clockLabel } from '../clock-label.js';
import type { Asking } from '../view.js';

/** How a clock stands at an instant. */
export function standOf({ how, due }: Pick<ListedClock, 'how' | 'due'>, now: string): ClockStand {
  if (how) return how === 'metLate' ? 'met-late' : how;
  return due < now ? 'overdue' : 'running';
}

/** Why a clock is due when it is, by the rules that were in force when what started it was accepted. */
export function whyOf(
  clock: ListedClock,
  profiles: (at: string) => Profile,
  names: { readonly [id: string]: string } = {},
): string[] {
  const { dueFirst, extendedBecause, extendedBy } = clock;
  const by = (extendedBy && names[extendedBy]) || 'a manager';
  const second = dueFirst ? { extended: { from: dueFirst, reason: extendedBecause ?? '', by } } : {};
  const started = clock.startedBy
    ? [`Started by: ${commandLabels[clock.startedBy] ?? labelOf(clock.startedBy)}.`]
    : [];
  return [...whyDue({ ...clock, ...second }, profileOfClock(clock, profiles)), ...started];
}

/** The rules that were in force when what started the clock was accepted. */
const profileOfClock = (
  { start, startedAt }: Pick<ListedClock, 'start' | 'startedAt'>,
  profiles: (at: string) => Profile,
): Profile => profiles(startedAt ?? start);

/** Clocks as a list shows them: what, on which record, whose, how each stands and why it is due then. */
export async function clockLines(
  tx: Tx,
  clocks: readonly ListedClock[],
  { profile, now }: Pick<Asking, 'profile' | 'now'>,
  partnershipId: string,
) {
  const profiles = await findProfiles(tx, partnershipId);
  const names = await findNames(
    tx,
    clocks.flatMap(({ ownerId, extendedBy }) => [ownerId, extendedBy]),
  );
  const cautioned = await findCautioned(
    tx,
    clocks.map(({ persons: [person] }) => person),
  );
  return clocks.map((clock) => ({
    id: clock.id,
    rule: clock.rule,
    label: clockLabel(profile, clock.rule) ?? clock.rule,
    stands: standOf(clock, now),
    start: clock.start,
    due: clock.due,
    ended: clock.ended,
    reason: clock.reason,
    dueFirst: clock.dueFirst,
    why: whyOf(clock, profiles, names),
    provisional: !clock.ended && !clock.dueFirst && isProvisionalDue(clock, profileOfClock(clock, profiles)),
    record: {
      id: clock.recordId,
      kind: clock.kind,
      title: clock.title,
      reference: clock.reference,
      ownerId: clock.ownerId,
      ownerName: clock.ownerId ? (names[clock.ownerId] ?? null) : null,
      cautions: cautioned.get(clock.persons[0] ?? '') ?? [],
    },
  }));
}
