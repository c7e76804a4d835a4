import type { WrittenRow } from '../model.js';
import type { Profile } from '../profile/profile.js';
import { sameName } from './known-people.js';
import type { AttendanceEntry } from './standing.js';

type Said = Pick<AttendanceEntry, 'userId' | 'name' | 'agency'>;

/** Whether two lines are about one person: the same account, or the same name from the same agency. */
export function isSamePerson(one: Said, other: Said): boolean {
  if (one.userId && other.userId) return one.userId === other.userId;
  return sameName(one.name, other.name) && sameName(one.agency, other.agency);
}

/** When a line is said: whether the sitting is in session, and the instant at which it happened. */
interface When {
  inSession: boolean;
  happened: string;
}

/** A person who comes or goes while the sitting runs did so when it was said, unless another time is given. */
function timed(said: AttendanceEntry, before: AttendanceEntry | undefined, when: When): AttendanceEntry {
  const was = before?.attendance === 'present';
  const kept = before?.arrivedAt ? { arrivedAt: before.arrivedAt } : {};
  if (said.attendance === 'present')
    return { ...kept, ...(when.inSession && !was ? { arrivedAt: when.happened } : {}), ...said };
  if (said.attendance === 'left') return { ...kept, leftAt: before?.leftAt ?? when.happened, ...said };
  return said;
}

/**
 * The list after some lines of it were said: whoever is not named stays as he or she was, so that two people who record
 * at once never take each other's lines away. Items that were named of a person before stay, unless others are named.
 */
export function mergedAttendance(
  before: readonly AttendanceEntry[],
  said: readonly AttendanceEntry[],
  when: When,
): AttendanceEntry[] {
  const list = [...before];
  for (const one of said) {
    const at = list.findIndex((other) => isSamePerson(one, other));
    const known = at < 0 ? undefined : list[at];
    const items = one.itemIds ?? known?.itemIds;
    const line = timed({ ...one, ...(items ? { itemIds: items } : {}) }, known, when);
    if (at < 0) list.push(line);
    else list[at] = line;
  }
  return list;
}

/** The list as it was recorded last; empty where nobody has said yet who is there. */
export function attendanceIn(written: readonly WrittenRow[]): AttendanceEntry[] {
  const row = written.find(({ kind }) => kind === 'attendance');
  return (row?.body as { attendance?: AttendanceEntry[] } | undefined)?.attendance ?? [];
}

const counting = ['member', 'substitute'];

/** The same account, or the same name where one of the two lines has no account: whoever it is counts once. */
function isOnePerson(one: AttendanceEntry, other: AttendanceEntry): boolean {
  return one.userId && other.userId ? one.userId === other.userId : sameName(one.name, other.name);
}

/**
 * Who is there and counts towards the quorum: members and substitutes who are present, for the whole sitting or for this
 * item, who are on the list of the panel and have not withdrawn from the item; each person once, whatever was typed.
 * Observers and presenters are heard and not counted.
 */
export function countedPresent(
  list: readonly AttendanceEntry[],
  about: { itemId?: string; without?: readonly string[] } = {},
): AttendanceEntry[] {
  const { itemId, without = [] } = about;
  const here = list.filter(
    ({ attendance, as, itemIds, userId, notListed }) =>
      attendance === 'present' &&
      counting.includes(as) &&
      !notListed &&
      (!itemIds?.length || (itemId !== undefined && itemIds.includes(itemId))) &&
      !(userId && without.includes(userId)),
  );
  return here.filter((one, index) => here.findIndex((other) => isOnePerson(one, other)) === index);
}

/** The kinds of agency of these people, each once, in order. */
export function kindsOf(list: readonly AttendanceEntry[]): string[] {
  return [...new Set(list.map(({ agencyKind }) => agencyKind))].sort();
}

/** Whether every agency of the quorum is among those present: of the panel's own, or else of the profile's. */
export function isQuorum(
  kinds: readonly string[],
  { panel }: Profile,
  own: readonly string[] | null | undefined,
): boolean {
  const needed = own ?? panel.quorum.agencies.map(({ id }) => id);
  return needed.every((id) => kinds.includes(id));
}
